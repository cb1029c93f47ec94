using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Cases;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class SourceCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder).Where(f => !f.EndsWith(".expected", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_cases_that_a_file_tells_are_found(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, name + ".expected")).TrimEnd();

        Assert.Equal(expected, string.Join('\n', SourceCases.Find(Source(name)).Select(Show)));
    }

    private static SourceFile Source(string name) => new()
    {
        Ordinal = 0,
        Path = name,
        Language = Path.GetExtension(name) switch { ".py" => "python", ".c" => "c", ".java" => "java", _ => "javascript" },
        Text = File.ReadAllText(Path.Combine(Folder, name)),
        Sha256 = "",
    };

    private static string Show(ExecutionCase c) =>
        $"{c.Name} {c.Origin} [{string.Join('|', c.Arguments)}] {Encoding.UTF8.GetString(c.Stdin.AsSpan()).Replace("\n", "\\n", StringComparison.Ordinal)}".TrimEnd();
}
