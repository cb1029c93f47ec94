using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Quality;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>
/// Pairs of worse and better code. Without a model good files are damaged in ways that don't change what they do, and the
/// original is the answer; with one, files that are not good are rewritten, and a rewrite counts when it behaves the same and is better.
/// </summary>
public sealed class CodeEnhanceStrategy : IStrategy
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome> Transform(
        SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(workbench);
        var options = CodeEnhanceOptions.From(workbench.Options);
        var mode = RowMode.Of(workbench);
        if (SourceLimit.Refuse(source, options.MaxSourceCharacters) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        if (Bench.Rate(source, workbench) is not { } quality)
        {
            yield return Reject(RejectReasons.NothingToAsk, "The language has no grammar, so the quality of the file can't be told.");
            yield break;
        }

        // What a file does matters only where there is work to be done on it.
        var damage = mode.Grounded && GroundedPairs.Refuse(quality, options) is null;
        var rewrite = mode.Model && ModelPairs.Refuse(quality, options) is null;
        var studies = ImmutableArray.CreateBuilder<CaseStudy>();
        await foreach (var (study, reject) in damage || rewrite ? CaseStudies.Of(source, workbench, options.MaxCases, options.Mutations, cancellationToken) : None())
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

        await foreach (var outcome in Ask(new Bench(source, workbench, options, mode, studies.ToImmutable(), quality), cancellationToken))
        {
            yield return outcome;
        }
    }

    private static async IAsyncEnumerable<Outcome> Ask(Bench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var maker = new RowMaker(bench);
        if (bench.Mode.Grounded)
        {
            await foreach (var outcome in GroundedPairs.Of(bench, maker, cancellationToken).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }

        if (bench.Mode.Model)
        {
            await foreach (var outcome in ModelPairs.Of(bench, maker, cancellationToken).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }
    }

    private static IAsyncEnumerable<(CaseStudy? Study, Reject? Reject)> None() => AsyncEnumerable.Empty<(CaseStudy?, Reject?)>();

    private static Reject Reject(string reason, string detail) => new() { Task = "*", Reason = reason, Detail = detail };
}
