using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Syntax;

/// <summary>
/// Predicates of one pattern: <c>#eq? #not-eq? #any-of? #not-any-of? #match? #not-match? #set!</c>. A predicate holds when it
/// holds for all nodes of its capture, so that a capture without nodes passes.
/// </summary>
internal sealed class PatternRules
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromSeconds(1);
    private readonly ImmutableArray<Func<ImmutableArray<(string Name, ISyntaxNode Node)>, bool>> _tests;

    private PatternRules(
        ImmutableArray<Func<ImmutableArray<(string Name, ISyntaxNode Node)>, bool>> tests, ImmutableDictionary<string, string> properties)
    {
        _tests = tests;
        Properties = properties;
    }

    public ImmutableDictionary<string, string> Properties { get; }

    public bool Accept(ImmutableArray<(string Name, ISyntaxNode Node)> captures)
    {
        foreach (var test in _tests)
        {
            if (!test(captures))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gathers predicates.</summary>
    internal sealed class Builder
    {
        private readonly ImmutableArray<Func<ImmutableArray<(string Name, ISyntaxNode Node)>, bool>>.Builder _tests =
            ImmutableArray.CreateBuilder<Func<ImmutableArray<(string Name, ISyntaxNode Node)>, bool>>();

        private readonly ImmutableDictionary<string, string>.Builder _properties = ImmutableDictionary.CreateBuilder<string, string>();

        /// <exception cref="ArgumentException">The predicate is unknown or its words don't fit.</exception>
        public void Add(IReadOnlyList<QueryWord> words)
        {
            var name = words[0].Value;
            if (name == "set!")
            {
                AddProperty(words);
                return;
            }

            if (words.Count < 2 || !words[1].IsCapture)
            {
                throw new ArgumentException($"#{name} needs a capture first");
            }

            var holds = Test(name.StartsWith("not-", StringComparison.Ordinal) ? name[4..] : name, words);
            var expected = !name.StartsWith("not-", StringComparison.Ordinal);
            var capture = words[1].Value;
            _tests.Add(captures => All(captures, capture, node => holds(node, captures) == expected));
        }

        public PatternRules Build() => new(_tests.ToImmutable(), _properties.ToImmutable());

        private void AddProperty(IReadOnlyList<QueryWord> words)
        {
            if (words.Count is < 2 or > 3 || words.Skip(1).Any(w => w.IsCapture))
            {
                throw new ArgumentException("#set! needs a name and at most one value");
            }

            _properties[words[1].Value] = words.Count == 3 ? words[2].Value : string.Empty;
        }

        private static Func<ISyntaxNode, ImmutableArray<(string Name, ISyntaxNode Node)>, bool> Test(string name, IReadOnlyList<QueryWord> words) =>
            (name, words.Count) switch
            {
                ("eq?", 3) when words[2].IsCapture => SameAs(words[2].Value),
                ("eq?", 3) => OneOf([words[2].Value]),
                ("any-of?", > 2) => OneOf([.. words.Skip(2).Select(w => w.Value)]),
                ("match?", 3) => Matches(words[2].Value),
                ("eq?" or "any-of?" or "match?", _) => throw new ArgumentException($"#{name} has the wrong number of words"),
                _ => throw new ArgumentException($"#{name} is not a known predicate"),
            };

        private static Func<ISyntaxNode, ImmutableArray<(string Name, ISyntaxNode Node)>, bool> SameAs(string other) =>
            (node, captures) => All(captures, other, n => n.Text == node.Text);

        private static Func<ISyntaxNode, ImmutableArray<(string Name, ISyntaxNode Node)>, bool> OneOf(HashSet<string> values) =>
            (node, _) => values.Contains(node.Text);

        private static Func<ISyntaxNode, ImmutableArray<(string Name, ISyntaxNode Node)>, bool> Matches(string pattern)
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, RegexLimit);
            return (node, _) => regex.IsMatch(node.Text);
        }

        private static bool All(ImmutableArray<(string Name, ISyntaxNode Node)> captures, string name, Func<ISyntaxNode, bool> test)
        {
            foreach (var capture in captures)
            {
                if (capture.Name == name && !test(capture.Node))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
