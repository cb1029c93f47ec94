using System.Text.Encodings.Web;
using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>An argument vector with placeholders.</summary>
internal sealed partial class CommandShape : Shape<ImmutableArray<string>>
{
    private static readonly string[] Placeholders = ["file", "name", "entry", "plugin", "prepared", "out", "memory"];
    private static readonly ListShape<string> Arguments = Scalars.Text.List(least: 1);

    private static readonly JsonSerializerOptions Quotes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CommandShape Instance { get; } = new();

    public override bool TryRead(Node node, ReadContext context, out ImmutableArray<string> value)
    {
        if (!Arguments.TryRead(node, context, out value))
        {
            return false;
        }

        if (string.IsNullOrWhiteSpace(value[0]))
        {
            context.Error(DiagnosticCodes.BadValue, $"{context.Name} must begin with the name of a program.", node);
            return false;
        }

        foreach (var argument in ((SequenceNode)node).Items.OfType<ScalarNode>())
        {
            WarnOfUnknown(argument, context);
        }

        return true;
    }

    public override JsonObject Schema() => Arguments.Schema();

    /// <summary>Only a warning: braces have meanings of their own in many programs' arguments.</summary>
    private static void WarnOfUnknown(ScalarNode argument, ReadContext context)
    {
        foreach (Match match in Placeholder().Matches(argument.Text))
        {
            var name = match.Groups["name"].Value;
            if (!Placeholders.Contains(name) || (match.Groups["of"].Success && name is not ("plugin" or "prepared")))
            {
                var nearest = NearestName.Find(name, Placeholders);
                var remedy = nearest is null ? "Known: " + string.Join(", ", Placeholders.Select(p => $"{{{p}}}")) + "." : $"Did you mean '{{{nearest}}}'?";
                context.Bag.Warning(DiagnosticCodes.UnknownPlaceholder, $"'{match.Value}' in {context.Name} is no placeholder and stays as it is.", argument.Location, remedy, Suggestion.ReplaceBy(nearest is null ? null : Quoted(argument.Text.Replace(match.Value, $"{{{nearest}{match.Groups["of"].Value}}}", StringComparison.Ordinal))));
            }
        }
    }

    /// <summary>Braces mean something in flow style, so the argument stands in quotes.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quotes);

    [GeneratedRegex(@"(?<![$\\])\{(?<name>[a-z]+)(?<of>:[A-Za-z0-9_-]+)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
