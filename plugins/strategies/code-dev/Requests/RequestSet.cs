using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>The model's half of the strategy.</summary>
internal static class RequestSet
{
    public static ImmutableArray<IRequestKind> All { get; } =
    [
        new FixRequest(),
        new ProseRequest("explain", "to explain how a part of the file works and why it is written that way"),
        new RewriteRequest("document", "to document the file: comments or doc strings in the style of the language where they help"),
        new TestsRequest(),
        new RewriteRequest("refactor", "to improve the structure of the file without a change of what it does: shorter functions, clearer names, less repetition"),
        new ExtendRequest(),
        new TranslateRequest(),
        new ProseRequest("review", "to review the file: what is good, what may break, what should change, in order of importance and with line references"),
        new RewriteRequest("optimise", "to make the program faster or leaner without a change of its output"),
        new RewriteRequest("migrate", "to bring the file to current idioms of the language and its standard library without a change of what it does"),
    ];

    /// <summary>Requests over a file; kinds take turns, begun at one of them by the seed.</summary>
    public static async IAsyncEnumerable<Outcome> Of(RequestBench bench, CodeDevOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kinds = All.Where(kind => options.RequestKinds.IsEmpty || options.RequestKinds.Contains(kind.Name)).ToList();
        var first = bench.Workbench.Random("requests").Next(kinds.Count);
        var made = 0;
        for (var i = 0; i < kinds.Count && made < options.Requests; i++)
        {
            if (await kinds[(first + i) % kinds.Count].Make(bench, cancellationToken).ConfigureAwait(false) is { } outcome)
            {
                made++;
                yield return outcome;
            }
        }
    }
}
