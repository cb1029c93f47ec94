using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Editing.Sketching;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>
/// Finds what may be written at the cursor: a word is put there, the text is read with it, and where the word ends up tells what is being
/// written. So a blank line, a half-written key and a broken text need no rules of their own.
/// </summary>
internal static class Completion
{
    private const string Word = "\uE000";

    public static DocumentChoices At(string text, int offset, SchemaView schema, CancellationToken cancellationToken)
    {
        var lead = NeedsSpace(text, offset) ? " " : "";
        var root = SketchReader.Read(text.Insert(offset, lead + Word), cancellationToken);
        var place = SketchPlace.Find(root, offset + lead.Length);
        if (place is not { Scalar.Style: SketchStyle.Plain } || !place.Scalar.Text.Contains(Word, StringComparison.Ordinal))
        {
            return DocumentChoices.None;
        }

        var (start, length) = (place.Scalar.Start, place.Scalar.End - place.Scalar.Start - Word.Length);
        var isFresh = lead.Length > 0 && start == offset + lead.Length;
        if ((lead.Length > 0 && !isFresh) || IsSeveralLines(text, Math.Min(start, offset), length))
        {
            return DocumentChoices.None;
        }

        var view = schema.Follow(place.Path);
        var choices = place.Mapping is null ? Values(place, view) : new DocumentChoices(0, 0, [.. KeysOf(view, place.Mapping, place.Entry!, place.IsInFlow)]);
        return isFresh
            ? choices with { Start = offset, Items = [.. choices.Items.Select(item => item with { Insert = lead + item.Insert })], Before = lead + choices.Before }
            : choices with { Start = start, Length = length };
    }

    // Right behind the colon of a key or a dash the value needs a space first.
    private static bool NeedsSpace(string text, int offset) =>
        offset > 0 && text[offset - 1] is ':' or '-' && (offset == text.Length || char.IsWhiteSpace(text[offset]))
        && (text[offset - 1] == ':' || text.AsSpan(0, offset - 1).TrimEnd(' ') is var before && (before.IsEmpty || before[^1] is '\n' or '\r' or '-'));

    private static bool IsSeveralLines(string text, int start, int length) => text.AsSpan(start, Math.Min(length, text.Length - start)).ContainsAny('\n', '\r');

    private static IEnumerable<DocumentChoice> KeysOf(SchemaView view, SketchMapping mapping, SketchEntry entry, bool isInFlow) =>
        view.Keys(mapping, entry).Select(pair => Key(pair.Key, pair.Value, entry.Colon >= 0 ? pair.Key : Start(pair.Key, pair.Value, isInFlow)));

    private static DocumentChoices Values(SketchPlace place, SchemaView view)
    {
        var words = Words(view, Siblings(place));
        if (place.Path is [.., { List: not null }])
        {
            var options = view.Keys(null, null).Where(pair => pair.Value["properties"] is JsonObject { Count: > 0 } && !Siblings(place).Contains(pair.Key) && words.Any(word => word.Label == pair.Key));
            var keys = view.Keys(null, null).Where(pair => words.All(word => word.Label != pair.Key) && !IsNamed(view));
            return new DocumentChoices(
                0, 0, [.. words, .. options.Select(pair => Key($"{pair.Key}:", pair.Value, $"{pair.Key}: {{$1}}", isSnippet: true)), .. keys.Select(pair => Key(pair.Key, pair.Value, Start(pair.Key, pair.Value, place.IsInFlow)))], view.IsPath);
        }

        var isBlock = place.Scalar.BeginsLine && !place.IsInFlow;
        var items = view.TakesList ? Words(view.Items(), []) : [];
        var (before, after) = items.IsEmpty && !view.Items().IsPath ? ("", "") : isBlock ? ("- ", "") : ("[", "]");
        return new DocumentChoices(
            0,
            0,
            [
                .. words,
                .. items.Select(item => item with { Insert = before + item.Insert + after }),
                .. view.Keys(null, null).Select(pair => isBlock ? Key(pair.Key, pair.Value, Start(pair.Key, pair.Value, isInFlow: false)) : Key(pair.Key, pair.Value, $"{{{pair.Key}: $1}}", isSnippet: true)),
            ],
            view.IsPath || view.Items().IsPath,
            before,
            after);
    }

    // An entry that is a name or a name with options: the words are the names.
    private static bool IsNamed(SchemaView view) => view.Forms.Any(form => form["maxProperties"] is JsonValue most && most.GetValue<int>() == 1);

    private static HashSet<string> Siblings(SketchPlace place) => place.Path is [.., { List: { } list } step]
        ? [.. list.Items.Where((_, i) => $"{i}" != step.Name).Select(item => item.Value switch
        {
            SketchScalar scalar => scalar.Text,
            SketchMapping { Entries: [var only, ..] } => only.Key.Text,
            _ => "",
        })]
        : [];

    private static ImmutableArray<DocumentChoice> Words(SchemaView view, HashSet<string> taken)
    {
        var standard = view.Forms.Select(form => form["default"]).OfType<JsonValue>().Select(value => $"{value}").ToHashSet(StringComparer.Ordinal);
        var known = view.Forms.SelectMany(SchemaText.Own).Distinct().Where(word => word.Length > 0 && !taken.Contains(word)).ToArray();
        return [.. known.Concat(known.Length == 0 ? standard.Where(word => word.Length > 0) : []).Select(word => new DocumentChoice(
            word,
            DocumentChoiceKind.Value,
            standard.Contains(word) ? "default" : "",
            view.Forms.Select(form => form["properties"]?[word]?["description"]?.GetValue<string>()).FirstOrDefault(text => text is not null),
            SchemaText.Quote(word)))];
    }

    private static DocumentChoice Key(string label, JsonObject schema, string insert, bool isSnippet = false) =>
        new(label, DocumentChoiceKind.Key, SchemaText.Kind(schema), SchemaText.Describe(label.TrimEnd(':'), schema), insert, isSnippet || insert.Contains("$1", StringComparison.Ordinal));

    private static string Start(string key, JsonObject schema, bool isInFlow)
    {
        var view = SchemaView.Of(schema);
        return view.Forms.Any(form => SchemaText.Own(form).Any()) ? $"{key}: "
            : view.TakesList ? $"{key}: [$1]"
            : !view.TakesMapping ? $"{key}: "
            : isInFlow ? $"{key}: {{$1}}"
            : $"{key}:";
    }
}
