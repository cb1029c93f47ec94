using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>
/// The published form: a model writes the trace points and the script, running both gives the answer. What the model writes counts
/// only when every check passes; it may mend the form of its reply twice and one fault that was observed.
/// </summary>
internal sealed class PublishedRows(SourceFile source, CodeTraceOptions options, string role, IWorkbench workbench)
{
    private const int FormRepairs = 2;
    private const int FaultRepairs = 1;

    private readonly ModelConversation _conversation = new(workbench, role, PublishedForm.Task);

    /// <summary>The row of the file, or the reject.</summary>
    public async ValueTask<Outcome> Make(CancellationToken cancellationToken)
    {
        if (source.Text.Contains("TRACE:", StringComparison.Ordinal))
        {
            return new Reject
            {
                Task = PublishedForm.Task,
                Reason = "code-trace.traces-already",
                Detail = "The file holds the text TRACE: itself, so its own lines could not be told from those of trace points.",
            };
        }

        var known = await KnownCases.Of(source, options, workbench, cancellationToken).ConfigureAwait(false);
        return known.Reject ?? await Ask(known, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Outcome> Ask(KnownCases known, CancellationToken cancellationToken)
    {
        _conversation.Instruct("code-trace/published-instruct.scriban", ImmutableDictionary<string, object?>.Empty);
        var reply = await Say("ask", PublishedWords.Request(source, options, workbench), cancellationToken).ConfigureAwait(false);
        var (forms, faults) = (FormRepairs, FaultRepairs);
        while (reply is not null)
        {
            var files = PublishedReply.Of(reply.Content);
            var (row, fault) = files is null
                ? (null, new Fault(RejectReasons.NoCodeBlock, "The reply does not hold exactly two fenced code blocks, the second one the script."))
                : await Check(files, known, cancellationToken).ConfigureAwait(false);
            if (row is not null)
            {
                return row;
            }

            if (files is null ? forms-- == 0 : faults-- == 0)
            {
                return Refused(fault!, reply);
            }

            reply = await Say(files is null ? "form" : "fault", PublishedWords.Repair(source, fault!), cancellationToken).ConfigureAwait(false);
        }

        return _conversation.Reject!;
    }

    private ValueTask<ChatReply?> Say(string template, Dictionary<string, object?> values, CancellationToken cancellationToken) =>
        _conversation.Ask($"code-trace/published-{template}.scriban", values, null, cancellationToken);

    private async ValueTask<(Sample? Row, Fault? Fault)> Check(PublishedReply files, KnownCases known, CancellationToken cancellationToken)
    {
        var program = source.WithText(files.Program);
        var (points, fault) = Read(program);
        if (fault is not null)
        {
            return (null, fault);
        }

        var trial = new ScriptTrial(source, files, options, workbench);
        fault = await trial.Lint(cancellationToken).ConfigureAwait(false);
        if (fault is not null)
        {
            return (null, fault);
        }

        if (await Behaviour.Difference(program, known.Cases, workbench, cancellationToken).ConfigureAwait(false) is { } difference)
        {
            return (null, new Fault(RejectReasons.BehaviourChanged, $"With trace points the program behaves differently: {difference}."));
        }

        var (traces, failed) = await trial.Run(cancellationToken).ConfigureAwait(false);
        return failed is null ? (Row(files, traces!, points, known), null) : (null, failed);
    }

    private (int Points, Fault? Fault) Read(SourceFile program)
    {
        using (var tree = workbench.Syntax(program))
        {
            if (tree is { HasErrors: true })
            {
                return (0, new Fault(RejectReasons.DoesNotParse, "The program with trace points does not parse."));
            }
        }

        var (fault, count) = TracePoints.Check(program.Text, workbench.Outline(program).Comments, options);
        return (count, fault);
    }

    private Sample Row(
        PublishedReply files, ImmutableSortedDictionary<string, ImmutableArray<byte>> traces, int points, KnownCases known)
    {
        var question = PublishedWords.Question(source, files, traces.Keys, workbench);
        var answer = PublishedForm.Answer(traces.Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetString(file.Value.AsSpan()))));
        return new Sample
        {
            Task = PublishedForm.Task,
            Messages = [new Message("user", question.Text.Trim()), new Message("assistant", answer)],
            Verification =
            [
                new Verification("script-execution", VerificationStatus.Verified, ScriptResult.DigestOf(traces)),
                new Verification(Behaviour.Method, VerificationStatus.Verified, PublishedWords.SameIn(known.Cases.Length)),
            ],
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("mode", "model"),
            Prompts = [.. _conversation.Prompts, question.Reference],
            Models = _conversation.Models,
            Extra = new JsonObject
            {
                ["file"] = source.FileName,
                ["program"] = files.Program,
                ["scriptName"] = PublishedForm.ScriptName,
                ["script"] = files.Script,
                ["collect"] = new JsonArray(PublishedForm.TracePattern),
                ["tracePoints"] = points,
            },
        };
    }

    private static Reject Refused(Fault fault, ChatReply reply) => new()
    {
        Task = PublishedForm.Task,
        Reason = fault.Reason,
        Detail = fault.Detail,
        Evidence = fault.Observation is null ? reply.Content : $"{fault.Observation}\n\n{reply.Content}",
    };
}
