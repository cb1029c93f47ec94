using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeDev.Tasks;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>
/// Work of a developer over a file, with answers that runs have checked: the file is executed and traced, faults are made in it
/// and observed, parts are left out and put back. No model is needed.
/// </summary>
public sealed class CodeDevStrategy : IStrategy
{
    internal static ImmutableArray<IDevTask> AllTasks { get; } =
    [
        new FixBug(), new LocateBug(), new FirstDivergenceTask(), new ExplainFailure(), new CompleteBody(), new CompleteLine(), new WriteDocs(),
        new WriteTests(), new TestScript(), new DeadCode(), new Impact(), new Profile(), new ReviewChange(), new Rename(), new CallTree(),
    ];

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome> Transform(
        SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(workbench);
        var options = CodeDevOptions.From(workbench.Options);
        if (source.Text.Length > options.MaxSourceCharacters)
        {
            yield return Reject(
                RejectReasons.SourceTooLong, $"The file has {source.Text.Length} characters; maxSourceCharacters is {options.MaxSourceCharacters}.");
            yield break;
        }

        var studies = ImmutableArray.CreateBuilder<CaseStudy>();
        await foreach (var (study, reject) in CaseStudies.Of(source, workbench, options.MaxCases, options.Mutations, cancellationToken))
        {
            if (study is not null)
            {
                studies.Add(study);
            }
            else
            {
                yield return reject!;
            }
        }

        if (studies.Count > 0)
        {
            await foreach (var outcome in Ask(new Bench(source, workbench, options, studies.ToImmutable()), cancellationToken))
            {
                yield return outcome;
            }
        }
    }

    private static async IAsyncEnumerable<Outcome> Ask(Bench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = bench.Options;
        var finder = new FaultFinder(bench.Source, bench.Workbench, bench.Studies, new FaultSearch(options.MutantsTried, options.Faults, options.MaxOutputCharacters));
        var faults = bench.NeedsFaults || options.Tasks.Contains("explain-failure") ? await finder.Find(cancellationToken).ConfigureAwait(false) : FaultSet.Empty;
        var maker = new RowMaker(bench);
        var made = 0;
        foreach (var task in AllTasks.Where(t => options.Tasks.Contains(t.Name)))
        {
            await foreach (var question in task.Ask(bench, faults, cancellationToken).ConfigureAwait(false))
            {
                if (maker.Make(task, question) is { } row)
                {
                    made++;
                    yield return row;
                }
            }
        }

        if (made == 0)
        {
            yield return Reject(RejectReasons.NothingToAsk, "The program was executed, but none of the tasks finds work in it.");
        }
        else if (faults.Faults.IsEmpty && options is { MutantsTried: > 0, Faults: > 0 } && bench.NeedsFaults)
        {
            yield return Reject("code-dev.no-fault-shows", $"Of the faulty versions that were run ({faults.Tried}), none behaves differently every time in a case that a question can show.");
        }
    }

    private static Reject Reject(string reason, string detail) => new() { Task = "*", Reason = reason, Detail = detail };
}
