using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>The conformance kit: a plugin's own samples, and transparency on programs nobody here wrote. Thread-safe.</summary>
public sealed class ConformanceService
{
    private const double CorpusShare = 0.98;
    private readonly Installation _installation;

    internal ConformanceService(Installation installation) => _installation = installation;

    /// <summary>Traces every sample of a plugin with every case and compares with the expected events.</summary>
    public async Task<ConformanceReport> TestSamples(LanguageDefinition language, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        if (language.Tracers.IsEmpty)
        {
            return NotTraced(language, 1);
        }

        var samples = new SampleTest(_installation, language, isolation);
        var programs = ImmutableArray.CreateBuilder<ConformanceProgram>();
        var lines = new LineTally();
        foreach (var sample in Sample.Find(language))
        {
            cancellationToken.ThrowIfCancellationRequested();
            programs.AddRange(await samples.Test(sample, lines, cancellationToken));
        }

        return Report(language, 1, programs.ToImmutable(), lines);
    }

    /// <summary>Traces stand-alone programs below a folder and compares with their untraced runs and with the independent counter.</summary>
    /// <param name="language">The language.</param>
    /// <param name="folder">The corpus.</param>
    /// <param name="take">How many programs, chosen by hash of their path.</param>
    /// <param name="isolation">Isolation.</param>
    /// <param name="note">Called with a line of progress.</param>
    /// <param name="cancellationToken">Stops the test.</param>
    public async Task<ConformanceReport> TestCorpus(
        LanguageDefinition language, string folder, int take, IsolationLevel isolation, Action<string> note, CancellationToken cancellationToken)
    {
        if (language.Tracers.IsEmpty)
        {
            return NotTraced(language, CorpusShare);
        }

        var test = new CorpusTest(_installation, language, isolation);
        var lines = new LineTally();
        var programs = await test.Run(folder, take, lines, note, cancellationToken);
        return Report(language, CorpusShare, programs, lines);
    }

    private static ConformanceReport NotTraced(LanguageDefinition language, double required) => new()
    {
        Language = language.Id,
        Required = required,
        IsTraced = false,
        Programs = [new ConformanceProgram(language.Name, ConformanceOutcome.NotGradable, "not traced", "The plugin declares no tracer.")],
    };

    private static ConformanceReport Report(
        LanguageDefinition language, double required, ImmutableArray<ConformanceProgram> programs, LineTally lines) => new()
        {
            Language = language.Id,
            Required = required,
            Programs = programs,
            LinesCompared = lines.Compared,
            LinesAgreeing = lines.Agreeing,
            CountsCompared = lines.CountsCompared,
            CountsAgreeing = lines.CountsAgreeing,
            LineDifferences = lines.Differences,
        };
}
