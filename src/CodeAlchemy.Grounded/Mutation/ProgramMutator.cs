using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Mutation;

/// <summary>Makes small faults in programs of any language with a grammar. Whether one matters is for a run to tell. Pure.</summary>
public static class ProgramMutator
{
    // What stands in these says nothing about what the program computes, or changes it beyond recognition.
    private static readonly string[] Untouched =
        ["comment", "string", "import", "preproc", "include", "template_argument", "type_arguments", "annotation", "decorator", "template_parameter", "type_parameter"];

    /// <summary>Every mutant of a text in a seeded order, made one by one.</summary>
    /// <param name="text">The program.</param>
    /// <param name="language">Its language.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="random">Chooses among the changes of a place, and the order of places.</param>
    /// <param name="lines">Only nodes that begin on these lines, or <see langword="null"/> for all: a fault on a line that never runs changes nothing.</param>
    public static IEnumerable<ProgramMutant> Mutants(string text, string language, ISyntaxTree tree, IRandom random, IReadOnlySet<int>? lines = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(random);
        var places = Places(tree.Root, language, random, lines);
        while (places.Count > 0)
        {
            var at = random.Next(places.Count);
            var (kind, span, before, after) = places[at];
            places[at] = places[^1];
            places.RemoveAt(places.Count - 1);
            yield return new ProgramMutant(kind, span, before, after, TextEdits.Apply(text, [new TextEdit(span.Start, span.End, after)]));
        }
    }

    private static List<(string Operator, SourceSpan Span, string Before, string After)> Places(ISyntaxNode root, string language, IRandom random, IReadOnlySet<int>? lines)
    {
        var places = new List<(string, SourceSpan, string, string)>();
        var pending = new Stack<ISyntaxNode>([root]);
        while (pending.TryPop(out var node))
        {
            if (lines?.Contains(node.Span.StartLine) ?? true)
            {
                places.AddRange(MutationRules.Of(node, language, random).Select(change => (change.Operator, node.Span, node.Text, change.After)));
            }

            foreach (var child in node.Children.Where(IsTouched).Reverse())
            {
                pending.Push(child);
            }
        }

        return places;
    }

    private static bool IsTouched(ISyntaxNode node) => !node.IsNamed || !Untouched.Any(kind => node.Kind.Contains(kind, StringComparison.Ordinal));
}
