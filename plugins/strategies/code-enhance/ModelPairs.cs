using System.Globalization;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Pairs made by a model that rewrites files which are not good, and a share of the files as they are.</summary>
internal static class ModelPairs
{
    /// <summary>Why a file is not rewritten; <see langword="null"/> when it is.</summary>
    public static Reject? Refuse(CodeQuality quality, CodeEnhanceOptions options) => options.RewriteAll || quality.HasSyntaxError || quality.Score < options.Threshold ? null : new Reject
    {
        Task = Rewriter.Task,
        Reason = "code-enhance.good-enough",
        Detail = string.Create(CultureInfo.InvariantCulture, $"The quality of the file is {quality.Score}; only files below {options.Threshold} are rewritten."),
    };

    /// <summary>The rewrite of a file or why there is none, and the file itself where the share has it.</summary>
    public static async IAsyncEnumerable<Outcome> Of(Bench bench, RowMaker maker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Refuse(bench.Quality, bench.Options) ?? await new Rewriter(bench, maker).Rewrite(cancellationToken).ConfigureAwait(false);
        if (bench.Workbench.Random("keep-original").NextDouble() < bench.Options.KeepOriginal)
        {
            yield return maker.Original();
        }
    }
}
