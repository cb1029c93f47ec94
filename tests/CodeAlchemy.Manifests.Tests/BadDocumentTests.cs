using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

public sealed class BadDocumentTests
{
    public static TheoryData<string> Files => Fixtures.Names("bad", "");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_document_gives_the_expected_diagnostics_and_no_value(string name)
    {
        var (hasValue, diagnostics) = Documents.Read("bad", name);

        Assert.False(hasValue);
        Assert.Contains(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Fixtures.ShouldBeApproved(Show(diagnostics), Path.Combine(Fixtures.Manifests, "bad", Path.ChangeExtension(name, ".expected")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_diagnostic_points_into_its_text(string name)
    {
        var lines = Fixtures.Text("bad", name).Split('\n');
        var (_, diagnostics) = Documents.Read("bad", name);

        Assert.All(diagnostics, d =>
        {
            Assert.Equal(name, d.Location!.File);
            Assert.InRange(d.Location.Line, 1, lines.Length);
            Assert.InRange(d.Location.Column, 1, lines[d.Location.Line - 1].Length + 1);
            Assert.InRange(d.Location.Length, 0, lines[d.Location.Line - 1].Length + 1 - d.Location.Column + 1);
        });
    }

    private static string Show(ImmutableArray<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(d =>
        $"{d.Location!.Line}:{d.Location.Column}+{d.Location.Length} {d.Severity.ToString().ToLowerInvariant()} {d.Code}: {d.Message}{(d.Remedy is null ? "" : " → " + d.Remedy)}\n"));
}
