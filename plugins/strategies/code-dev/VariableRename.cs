using System.Globalization;
using System.Collections.Frozen;
using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>A local variable that can get another name.</summary>
/// <param name="Function">Its function.</param>
/// <param name="From">Its name.</param>
/// <param name="To">A name that the file doesn't use.</param>
/// <param name="Places">Where it stands.</param>
internal sealed record VariableRename(OutlineFunction Function, string From, string To, ImmutableArray<SourceSpan> Places)
{
    private const int FewestPlaces = 2;

    // Names that say nothing, and what they stand for whatever their values are.
    private static readonly FrozenDictionary<string, string> Better = new Dictionary<string, string>
    {
        ["ch"] = "character", ["str"] = "text", ["res"] = "result", ["ret"] = "result", ["arr"] = "values", ["cur"] = "current", ["len"] = "length", ["idx"] = "index",
        ["val"] = "value", ["v"] = "value", ["num"] = "number", ["cnt"] = "count", ["lo"] = "lower", ["hi"] = "upper", ["mid"] = "middle", ["tmp"] = "saved",
    }.ToFrozenDictionary();

    // The same where the values have to be numbers, and where they have to be texts.
    private static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string> { ["i"] = "index", ["j"] = "position", ["n"] = "number", ["k"] = "index" }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string> { ["c"] = "character", ["s"] = "text", ["k"] = "key", ["w"] = "word" }.ToFrozenDictionary();

    /// <summary>Variables that the traces show in a function and that stand there as plain identifiers only, in the order of the text.</summary>
    public static List<VariableRename> Candidates(Bench bench)
    {
        using var tree = bench.Workbench.Syntax(bench.Source);
        if (tree is null)
        {
            return [];
        }

        var nodes = Identifiers(tree.Root).ToList();
        var used = nodes.Select(n => n.Text).ToHashSet(StringComparer.Ordinal);
        var candidates = new List<VariableRename>();
        foreach (var ((function, name), values) in Locals(bench))
        {
            var own = nodes.Where(n => n.Text == name && n.Span.Start >= function.Span.Start && n.Span.End <= function.Span.End).ToList();
            if (NewName(name, values) is { } to && own.Count >= FewestPlaces && own.All(IsVariable) && !own.Any(n => NodeKinds.IsParameterWithin(n, function.Body)) && !used.Contains(to) && !bench.Source.Text.Contains($"{to}=", StringComparison.Ordinal))
            {
                candidates.Add(new VariableRename(function, name, to, [.. own.Select(n => n.Span)]));
            }
        }

        return candidates;
    }

    private static IEnumerable<((OutlineFunction Function, string Name) Variable, ImmutableArray<TraceValue> Values)> Locals(Bench bench) =>
        bench.Studies.SelectMany(s => s.Trace.Events).Where(e => e is { Kind: TraceEventKind.Line, File: null })
            .SelectMany(e => e.Set.Select(v => (Function: FunctionUse.At(bench.Outline, e.Line), v.Name, v.Value)))
            .Where(v => v.Function is not null && v.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && v.Name is not ("this" or "self"))
            .GroupBy(v => (Function: v.Function!, v.Name), v => v.Value).OrderBy(g => g.Key.Function.Span.Start).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => (g.Key, g.ToImmutableArray()));

    private static IEnumerable<ISyntaxNode> Identifiers(ISyntaxNode root)
    {
        var pending = new Stack<ISyntaxNode>([root]);
        while (pending.TryPop(out var node))
        {
            if (node.Kind.EndsWith("identifier", StringComparison.Ordinal) && !node.Children.Any())
            {
                yield return node;
            }

            foreach (var child in node.Children.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    // The name of a member, of a parameter in a call or of a key is no variable of the function.
    private static bool IsVariable(ISyntaxNode node) =>
        node.Kind == "identifier" && (node.Parent is not { } parent || !IsNaming(parent.Kind) || parent.Children.First().Span == node.Span);

    private static bool IsNaming(string kind) =>
        kind.Contains("attribute", StringComparison.Ordinal) || kind.Contains("field", StringComparison.Ordinal) || kind.Contains("member", StringComparison.Ordinal)
        || kind.Contains("keyword", StringComparison.Ordinal) || kind.Contains("method_invocation", StringComparison.Ordinal);

    // A wrong name is worse than one that says nothing, so the values have a say.
    private static string? NewName(string name, ImmutableArray<TraceValue> values) =>
        Better.TryGetValue(name, out var better) ? better
        : Numbers.TryGetValue(name, out var number) && values.All(v => int.TryParse(v.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? number
        : Texts.TryGetValue(name, out var text) && values.All(v => v.Text.EndsWith('\'') || v.Text.EndsWith('"')) && (name != "c" || values.All(v => v.Text.Length <= 10)) ? text
        : null;
}
