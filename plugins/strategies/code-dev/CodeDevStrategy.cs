using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeDev.Requests;
using CodeAlchemy.Strategies.CodeDev.Tasks;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>
/// Work of a developer over a file, with answers that runs have checked: the file is executed and traced, faults are made in it
/// and observed, parts are left out and put back. With a model, requests of many kinds over the file and answers that runs have checked.
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
        if (SourceLimit.Refuse(source, options.MaxSourceCharacters) is { } refusal)
        {
            yield return refusal;
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

        var bench = new Bench(source, workbench, options, studies.ToImmutable());
        var mode = RowMode.Of(workbench);
        if (mode.Grounded && studies.Count > 0)
        {
            await foreach (var outcome in Ask(bench, cancellationToken))
            {
                yield return outcome;
            }
        }

        if (mode.Model)
        {
            await foreach (var outcome in Request(bench, mode.Role, cancellationToken))
            {
                yield return outcome;
            }
        }
    }

    private static async IAsyncEnumerable<Outcome> Request(Bench bench, string role, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var faults = bench.Options.RequestKinds.IsEmpty || bench.Options.RequestKinds.Contains("fix") ? await Faults(bench, cancellationToken).ConfigureAwait(false) : FaultSet.Empty;
        var requests = new RequestBench(bench.Source, bench.Workbench, role, bench.Studies, faults.Faults);
        await foreach (var outcome in RequestSet.Of(requests, bench.Options, cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }
    }

    private static async ValueTask<FaultSet> Faults(Bench bench, CancellationToken cancellationToken)
    {
        var options = bench.Options;
        var search = new FaultSearch(options.MutantsTried, options.Faults, options.MaxOutputCharacters);
        return await new FaultFinder(bench.Source, bench.Workbench, bench.Studies, search).Find(cancellationToken).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<Outcome> Ask(Bench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = bench.Options;
        var faults = bench.NeedsFaults || options.Tasks.Contains("explain-failure") ? await Faults(bench, cancellationToken).ConfigureAwait(false) : FaultSet.Empty;
        var maker = new RowMaker(bench);
        var made = 0;
        foreach (var task in AllTasks.Where(t => options.Tasks.Contains(t.Name) && bench.Studies.All(s => s.Trust.Covers(t.Needs))))
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
