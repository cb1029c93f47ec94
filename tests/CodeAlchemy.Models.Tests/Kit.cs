using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.DummyEndpoint;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Tests;

/// <summary>Short ways to set models up against a server.</summary>
internal static class Kit
{
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ModelEndpoint Endpoint(DummyServer server) => Endpoint(server.Url);

    public static ModelEndpoint Endpoint(Uri url) => new()
    {
        Url = url,
        Model = "dummy-1",
        Retry = new RetrySettings { Attempts = 3, Throttles = 100, Shortest = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromSeconds(5) },
    };

    public static ChatModelsOptions Options(params ModelEndpoint[] endpoints) => new()
    {
        Models = [new ModelDefinition { Name = "default", Endpoints = [.. endpoints] }],
        Credentials = new CredentialSource([]),
        Redactor = new Redactor([]),
    };

    public static ChatModels Open(DummyServer server) => ChatModels.Open(Options(Endpoint(server)));

    public static ChatRequest Request(string text) => new() { Messages = [new Message("user", text)] };

    public static ValueTask<ChatOutcome> Ask(this IChatModel models, string text) => models.Complete(Request(text), Cancellation);

    public static ValueTask<ChatOutcome> Ask(this IChatModel models, ChatRequest request) => models.Complete(request, Cancellation);

    /// <summary>Asks many questions with some of them in flight at once.</summary>
    public static async Task<ChatOutcome[]> AskAll(this IChatModel models, int count, int atOnce, string text = "question")
    {
        var outcomes = new ChatOutcome[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = Cancellation }, async (index, token) =>
            outcomes[index] = await models.Complete(Request($"{text} {index}"), token));
        return outcomes;
    }
}
