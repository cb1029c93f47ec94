using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

/// <summary>Conversations about <see cref="Grades"/>.</summary>
internal static class Talks
{
    public const int Files = 30;

    private static readonly Lazy<Task<List<Sample>>> Many = new(async () =>
    {
        var rows = new List<Sample>();
        for (var i = 0; i < Files; i++)
        {
            rows.AddRange((await Of("{}", path: $"grades_{i}.py")).OfType<Sample>());
        }

        return rows;
    });

    /// <summary>Conversations of many files, made once.</summary>
    public static Task<List<Sample>> OfManyFiles() => Many.Value;

    /// <summary>Rows about one file.</summary>
    public static async Task<List<Sample>> Rows(string options, long seed = 42, ImmutableArray<ExecutionCase> cases = default, string path = "tools/grades.py") =>
        [.. (await Of(options, seed, cases, path)).OfType<Sample>()];

    /// <summary>All outcomes of one file.</summary>
    public static async Task<List<Outcome>> Of(
        string options, long seed = 42, ImmutableArray<ExecutionCase> cases = default, string path = "tools/grades.py", Func<ChatRequest, ChatOutcome>? replies = null) =>
        await new CodeDialogueStrategy().Transform(Grades.Source(path), Bench(options, seed, cases, path, replies), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>A workbench on which the file and its versions run.</summary>
    public static TestWorkbench Bench(
        string options, long seed = 42, ImmutableArray<ExecutionCase> cases = default, string path = "tools/grades.py", Func<ChatRequest, ChatOutcome>? replies = null)
    {
        var source = Grades.Source(path);
        var bench = Benches.Of(source, c => Grades.Evidence(source, c))
            .WithOptions(options)
            .WithSeed(seed)
            .WithCases(cases.IsDefault ? [Grades.Many, Grades.Few, Grades.Bad] : cases)
            .WithOutline(Grades.Outline)
            .WithRuns(Grades.Run)
            .WithTraces(Grades.Evidence)
            .WithSyntax(Grades.Tree);
        return replies is null ? bench : bench.WithReplies(replies);
    }

    public static IEnumerable<string> Asked(Sample row) => row.Messages.Where(m => m.Role == "user").Select(m => m.Content);

    public static IEnumerable<string> Answered(Sample row) => row.Messages.Where(m => m.Role == "assistant").Select(m => m.Content);
}
