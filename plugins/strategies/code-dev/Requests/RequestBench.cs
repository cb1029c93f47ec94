using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>What request kinds work with: the file, what its executions did, its faulty versions, and the model. Thread-safe.</summary>
internal sealed class RequestBench(
    SourceFile source, IWorkbench workbench, string role, ImmutableArray<CaseStudy> studies, ImmutableArray<Fault> faults)
{
    private static readonly string[] Voices =
        ["short and to the point", "friendly, with a word on why it is needed", "as an item of a backlog", "as a comment in a review", "as a question in a chat with a colleague"];

    public SourceFile Source { get; } = source;

    public IWorkbench Workbench { get; } = workbench;

    public ImmutableArray<Fault> Faults { get; } = faults;

    public ModelConversation Talk(string task) => new(Workbench, role, task);

    /// <summary>What every template may use.</summary>
    public Dictionary<string, object?> Values(string kind, string? program = null) => new()
    {
        ["language"] = LanguageNames.Of(Source.Language),
        ["file"] = Source.FileName,
        ["symptoms"] = "",
        ["code"] = Fences.Wrap(program ?? Source.Text, Source.Language),
        ["voice"] = Voices[Workbench.Random($"voice/{kind}").Next(Voices.Length)],
    };

    public bool Parses(SourceFile program)
    {
        using var tree = Workbench.Syntax(program);
        return tree is not { HasErrors: true };
    }

    /// <summary>How a program differs from the file in what it writes and how it ends, or <see langword="null"/>.</summary>
    public ValueTask<string?> Difference(SourceFile program, CancellationToken cancellationToken) =>
        Behaviour.Difference(program, [.. studies.Select(study => (study.Case, study.Run))], Workbench, cancellationToken);

    /// <summary>The same of a rewrite in the file's own language, and in what functions return that both have.</summary>
    public async ValueTask<string?> DifferenceOfRewrite(SourceFile program, CancellationToken cancellationToken)
    {
        if (await Difference(program, cancellationToken).ConfigureAwait(false) is { } difference)
        {
            return difference;
        }

        var (before, after) = (Workbench.Outline(Source), Workbench.Outline(program));
        foreach (var study in studies.Where(study => !study.Replay.Truncated))
        {
            var evidence = await Workbench.Trace(program, study.Case, cancellationToken).ConfigureAwait(false);
            if (evidence.Agreed is { } trace && ReturnedValues.Compare(before, study.Trace, after, trace).Difference is { } other)
            {
                return $"in the case '{study.Case.Name}' {other}";
            }
        }

        return null;
    }

    /// <summary>The evidence that a program does what the file does; unverified when the file could not be run.</summary>
    public Verification Alike() => studies.IsEmpty ? new Verification(Behaviour.Method, VerificationStatus.Unverified) : Behaviour.Same(studies.Length);

    /// <summary>The row of a request and its answer.</summary>
    public Sample Row(IRequestKind kind, RenderedPrompt question, ChatReply answer, ImmutableArray<Verification> checks, ImmutableArray<ModelConversation> talks, JsonObject facts) => new()
    {
        Task = kind.Name,
        Messages = [new Message("user", question.Text.Trim()), new Message("assistant", answer.Content.Trim(), answer.Reasoning)],
        Verification = checks,
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("mode", "model").Add("cases", studies.IsEmpty ? "none" : "run"),
        Prompts = [.. talks.SelectMany(talk => talk.Prompts).Append(question.Reference).Distinct()],
        Models = [.. talks.SelectMany(talk => talk.Models).Distinct()],
        Extra = facts,
    };
}
