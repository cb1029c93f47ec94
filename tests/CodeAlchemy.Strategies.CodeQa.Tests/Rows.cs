using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Tests.Questions;
using CodeAlchemy.Strategies.CodeTrace.Tests;
using Xunit;
using CodeAlchemy.Tests.Shared;

namespace CodeAlchemy.Strategies.CodeQa.Tests;

/// <summary>Rows of programs whose traces were written by hand.</summary>
internal static class Rows
{
    public const int Files = 40;

    public static async Task<List<Sample>> OfManyFiles()
    {
        var rows = new List<Sample>();
        for (var i = 0; i < Files; i++)
        {
            rows.AddRange((await Of($"totals_{i}.py", QuestionPrograms.TotalsText, QuestionPrograms.TotalsEvidence)).OfType<Sample>());
            rows.AddRange((await Of($"queue_{i}.py", QuestionPrograms.QueueText, QuestionPrograms.QueueEvidence)).OfType<Sample>());
            rows.AddRange((await Of($"grades_{i}.py", QuestionPrograms.GradesText, QuestionPrograms.GradesEvidence, cases: Two)).OfType<Sample>());
        }

        return rows;
    }

    public static ImmutableArray<ExecutionCase> Two { get; } = [new() { Name = "many", Arguments = ["all"] }, new() { Name = "few", Arguments = ["50"] }];

    public static async Task<List<Outcome>> Of(
        string path, string text, Func<ExecutionCase, TraceEvidence> evidence, string options = """{"questionsPerCase": 12}""", long seed = 42, ImmutableArray<ExecutionCase> cases = default)
    {
        var source = Programs.Source(text, path);
        var bench = Benches.Of(source, evidence).WithOptions(options).WithSeed(seed).WithCases(cases.IsDefault ? [ExecutionCase.Default] : cases);
        return await new CodeQaStrategy().Transform(source, bench, TestContext.Current.CancellationToken).ToListAsync();
    }
}
