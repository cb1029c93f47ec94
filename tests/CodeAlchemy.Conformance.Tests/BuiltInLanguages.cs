using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace;
using CodeAlchemy.Workspace.Conformance;
using Xunit;

namespace CodeAlchemy.Conformance.Tests;

/// <summary>The conformance kit over the samples of every language plugin in the repository.</summary>
public sealed class BuiltInLanguages
{
    // Debian's compiler of Rust brings no profiler run-time, the SDK of .NET nothing that counts lines; Swift has none yet, and documents are not run.
    private static readonly string[] WithoutCounter = ["csharp", "markdown", "rust", "swift"];

    public static TheoryData<string> Languages() =>
        new(Open().Plugins.Where(plugin => plugin.Language is not null).Select(plugin => plugin.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_sample_is_traced_as_it_runs_and_gives_the_expected_events(string id)
    {
        using var workspace = Open();
        var language = workspace.Plugins.Single(plugin => plugin.Kind == PluginKind.Language && plugin.Id == id).Language!;
        if (language.Tracers.IsEmpty)
        {
            // Told in one row, which is all that there is to hold.
            var untraced = await workspace.Conformance.TestSamples(language, IsolationLevel.Strict, TestContext.Current.CancellationToken);
            Assert.Equal("not traced", Assert.Single(untraced.Programs).Cause);
            Assert.True(untraced.Held);
            return;
        }

        var report = await workspace.Conformance.TestSamples(language, IsolationLevel.Strict, TestContext.Current.CancellationToken);
        Assert.SkipWhen(
            report.Programs.Length > 0 && report.Gradable == 0, $"{language.Name}: {report.Programs.FirstOrDefault()?.Detail}");
        Assert.NotEmpty(report.Programs);
        Assert.Empty(report.Programs.Where(program => program.Outcome == ConformanceOutcome.Different));
        Assert.Equal(WithoutCounter.Contains(id), language.Counter.IsEmpty);
        Assert.True(report.LinesCompared > 0 || language.Counter.IsEmpty, $"{language.Name}: its independent line counter gave nothing");
        Assert.True(report.LinesAgreeing >= 0.9 * report.LinesCompared, string.Join('\n', report.LineDifferences));
    }

    private static AlchemyWorkspace Open() => AlchemyWorkspace.Open(WorkspaceOptions.FromEnvironment());
}
