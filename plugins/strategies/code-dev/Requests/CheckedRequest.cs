using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Grounded.Asking;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>
/// The course of every request: the model writes it as a developer would, answers it in a conversation of its own, and may repair once
/// what a check found.
/// </summary>
internal abstract class CheckedRequest(string name, string work) : IRequestKind
{
    public string Name => name;

    /// <summary>What is asked for, for the author of the request.</summary>
    protected string Work => work;

    public virtual async ValueTask<Outcome?> Make(RequestBench bench, CancellationToken cancellationToken) =>
        await Make(bench, bench.Values(Name), cancellationToken);

    /// <summary>Template that says in which form to answer, beside the request.</summary>
    protected abstract string AnswerTemplate { get; }

    /// <summary>Shape of the answer, or <see langword="null"/> for text.</summary>
    protected virtual ReplySchema? AnswerSchema => null;

    protected async ValueTask<Outcome?> Make(RequestBench bench, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        values["work"] = Work;
        var author = bench.Talk(Name);
        if (await author.Ask("code-dev/model-request.scriban", values, RequestSchemas.Request, cancellationToken) is not { } request)
        {
            return author.Reject;
        }

        values["request"] = request.Structured!.Value.GetProperty("request").GetString()!.Trim();
        var answerer = bench.Talk(Name);
        var reply = await answerer.Ask(AnswerTemplate, values, AnswerSchema, cancellationToken);
        var fault = reply is null ? null : await Check(bench, reply, values, cancellationToken);
        if (fault is not null)
        {
            values["fault"] = fault.Told;
            reply = await answerer.Ask("code-dev/model-repair.scriban", values, AnswerSchema, cancellationToken);
            fault = reply is null ? null : await Check(bench, reply, values, cancellationToken);
        }

        if (reply is null || fault is not null)
        {
            return reply is null ? answerer.Reject : fault!.ToReject(Name, reply.Content);
        }

        var question = bench.Workbench.Prompt("code-dev/request.scriban", values);
        return bench.Row(this, question, Shown(reply, values), Evidence(bench, reply), [author, answerer], Facts(reply));
    }

    /// <summary>What is wrong with an answer, or <see langword="null"/>.</summary>
    protected abstract ValueTask<RequestFault?> Check(RequestBench bench, ChatReply reply, Dictionary<string, object?> values, CancellationToken cancellationToken);

    /// <summary>The evidence of an answer that passed its checks.</summary>
    protected abstract ImmutableArray<Verification> Evidence(RequestBench bench, ChatReply reply);

    /// <summary>The answer as the row shows it.</summary>
    protected virtual ChatReply Shown(ChatReply reply, Dictionary<string, object?> values) => reply;

    protected virtual JsonObject Facts(ChatReply reply) => [];

    /// <summary>What is wrong with an answer that is the whole file, changed or mended: it must parse and behave as the file does.</summary>
    protected static async ValueTask<RequestFault?> CheckFile(RequestBench bench, ChatReply reply, CancellationToken cancellationToken) =>
        Program(bench, reply) is not { } program ? RequestFault.NoCode
        : !bench.Parses(program) ? RequestFault.DoesNotParse
        : await bench.DifferenceOfRewrite(program, cancellationToken) is { } difference ? RequestFault.Changed(difference)
        : null;

    /// <summary>The file as the only block of an answer writes it.</summary>
    protected static SourceFile? Program(RequestBench bench, ChatReply reply) =>
        CodeBlocks.Single(reply.Content) is { } block ? bench.Source.WithText(block.Code) : null;
}
