using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>A function without its documentation; the answer is what its author wrote. Whether that is true can't be checked by running.</summary>
internal sealed class WriteDocs : IDevTask
{
    private const int MostPerFile = 2;
    private const int ShortestDocumentation = 30;

    public string Name => "write-docs";

    public async IAsyncEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var made = 0;
        foreach (var function in bench.Outline.Functions.Where(f => f.Documentation is { Length: >= ShortestDocumentation } text && !Derivable.IsArbitrary(f, "") && Derivable.IsTelling(SourceLines.Slice(bench.Source.Text, text))))
        {
            var bare = CodeMask.WithoutDocumentation(bench.Source.Text, function.Documentation!.Value);
            if (made < MostPerFile && await bench.BehavesAlike(bare, cancellationToken).ConfigureAwait(false))
            {
                made++;
                yield return Question(bench, function, bare);
            }
        }
    }

    private static DevQuestion Question(Bench bench, OutlineFunction function, string bare)
    {
        var documentation = SourceLines.Slice(bench.Source.Text, function.Documentation!.Value);
        return new DevQuestion
        {
            Study = bench.Studies[0],
            Program = bare,
            Answer = Fences.Wrap(SourceLines.Block(bench.Source.Text, function.Documentation!.Value), bench.Source.Language),
            Secret = documentation.Trim(),
            Slots = ImmutableDictionary<string, string>.Empty.Add("function", Fences.Span(function.Name)),
            Verification = [bench.Alike(), new("documentation", VerificationStatus.Unverified, "as its author wrote it")],
            Facts = new JsonObject { ["function"] = function.Name, ["line"] = function.Span.StartLine },
        };
    }
}
