using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>What problem kinds work with: the seed, the model, and programs that the model wrote. Thread-safe.</summary>
internal sealed class ProblemBench(SourceFile source, IWorkbench workbench, string role)
{
    private static readonly string[] Flavours =
        ["a realistic task from everyday software work", "a task from another domain than the file's", "a small variation with one twist", "a task that stresses edge cases", "a task that combines two ideas of the file"];

    /// <summary>What every template of a kind may use.</summary>
    public Dictionary<string, object?> Values(string kind, int index) => new()
    {
        ["language"] = LanguageNames.Of(source.Language),
        ["file"] = FileName,
        ["seed"] = Fences.Wrap(source.Text, source.Language),
        ["flavour"] = Flavours[workbench.Random($"flavour/{kind}/{index}").Next(Flavours.Length)],
    };

    /// <summary>Name of a program that answers: that of the seed would say too much.</summary>
    public string FileName => "Solution" + Path.GetExtension(source.FileName);

    public ModelConversation Talk(string task) => new(workbench, role, task);

    public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => workbench.Prompt(template, values);

    /// <summary>A program of the model in the seed's language.</summary>
    public SourceFile Program(string code) => source.WithText(code, FileName) with { Sidecar = null };

    public bool Parses(SourceFile program)
    {
        using var tree = workbench.Syntax(program);
        return tree is not { HasErrors: true };
    }

    public ValueTask<RunResult> Run(SourceFile program, string stdin, CancellationToken cancellationToken) =>
        workbench.Run(program, Case(stdin), cancellationToken);

    /// <summary>Runs a program as often as a trace takes; what it writes every time, or <see langword="null"/> when it fails or the runs differ.</summary>
    public async ValueTask<string?> SteadyOutput(SourceFile program, string stdin, CancellationToken cancellationToken)
    {
        var evidence = await workbench.Trace(program, Case(stdin), cancellationToken).ConfigureAwait(false);
        return evidence.Agreed is null || evidence.Untraced.Status != ExecutionStatus.Ok ? null : ProblemText.Of(evidence.Untraced.Stdout);
    }

    /// <summary>The row of a problem.</summary>
    public static Sample Row(
        IProblemKind kind, int index, RenderedPrompt question, ChatReply answer, Verification check, ImmutableArray<ModelConversation> talks, JsonObject facts) => new()
        {
            Task = kind.Name,
            Index = index,
            Messages = [new Message("user", question.Text.Trim()), new Message("assistant", answer.Content.Trim(), answer.Reasoning)],
            Verification = [check],
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("kind", kind.Name).Add("mode", "model"),
            Prompts = [.. talks.SelectMany(talk => talk.Prompts).Append(question.Reference).Distinct()],
            Models = [.. talks.SelectMany(talk => talk.Models).Distinct()],
            Extra = facts,
        };

    private static ExecutionCase Case(string stdin) =>
        ExecutionCase.Default with { Name = "problem", Stdin = [.. System.Text.Encoding.UTF8.GetBytes(stdin)] };
}
