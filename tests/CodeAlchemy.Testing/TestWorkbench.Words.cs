using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Testing;

public sealed partial class TestWorkbench
{
    private const string DefaultRole = "default";

    /// <summary>Renders templates, for example with the tool's own renderer.</summary>
    public TestWorkbench WithPrompts(Func<string, IReadOnlyDictionary<string, object?>, RenderedPrompt> render) => new(_given with { PromptOf = render });

    /// <summary>
    /// Gives the name of a template and its values in ordinal order, one <c>name: value</c> a line, in place of its text. What a template
    /// makes of values is what <c>codealchemy plugin test</c> checks.
    /// </summary>
    public TestWorkbench WithPlainPrompts() => WithPrompts((template, values) => new RenderedPrompt(
        string.Concat(values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"\n{value.Key}: {Show(value.Value)}").Prepend(template)),
        new PromptReference(template, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template))))));

    /// <summary>There is a model for a role. Replies imply it for theirs.</summary>
    public TestWorkbench WithModel(string role = DefaultRole) => new(_given with { Models = _given.Models.Add(role) });

    /// <summary>What the model says next, to any question. Where a schema is asked for, the text is the JSON of the structured reply.</summary>
    public TestWorkbench WithReply(string content, string role = DefaultRole) => With(new GivenReply(role, null, request => Reply(request, content)));

    /// <summary>What becomes of the next question, for example a failure.</summary>
    public TestWorkbench WithReply(ChatOutcome outcome, string role = DefaultRole) => With(new GivenReply(role, null, _ => outcome));

    /// <summary>What the model says next to a question whose last message holds the text of a template. Such replies come before those in order.</summary>
    public TestWorkbench WithReplyTo(string template, string content, string role = DefaultRole) => With(new GivenReply(role, template, request => Reply(request, content)));

    /// <summary>Replies by question; <see langword="null"/> leaves it to the replies in order.</summary>
    public TestWorkbench WithReplies(Func<ChatRequest, ChatOutcome?> replies, string role = DefaultRole) => new(WithModel(role)._given with { ReplyOf = replies });

    private static ChatOutcome Reply(ChatRequest request, string content) => ChatOutcome.Of(new ChatReply
    {
        Content = content,
        FinishReason = "stop",
        Model = "test-model",
        Endpoint = "http://127.0.0.1",
        Structured = request.Schema is null ? null : Structured(request, content),
    });

    private static JsonElement Structured(ChatRequest request, string content)
    {
        try
        {
            return JsonDocument.Parse(content).RootElement;
        }
        catch (JsonException broken)
        {
            throw new NotGivenException($"a reply of the model '{request.Model}' that holds to a schema", $"Give JSON; '{content}' is none: {broken.Message}");
        }
    }

    private static string Show(object? value) => value is string text
        ? text
        : value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : JsonSerializer.Serialize(value);

    private TestWorkbench With(GivenReply reply) => new(WithModel(reply.Role)._given with { Replies = _given.Replies.Add(reply) });
}
