using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Requests;

/// <summary>Refuses requests that can't be asked, before anything is sent.</summary>
internal static class RequestChecks
{
    private static readonly string[] Roles = ["system", "user", "assistant", "developer"];

    public static void Check(ChatRequest request)
    {
        Require(!request.Messages.IsDefaultOrEmpty, "a chat request needs at least one message");
        Require(!request.Stop.IsDefault, "the stop texts of a chat request must not be a default array");
        var unknown = request.Messages.FirstOrDefault(message => !Roles.Contains(message.Role));
        Require(unknown is null, $"'{unknown?.Role}' is not the role of a message; roles are {string.Join(", ", Roles)}");
        Require(request.MaxTokens is null or > 0, "'MaxTokens' must be more than 0");
        Require(request.Temperature is null or >= 0 and <= 10, "'Temperature' must be from 0 to 10");
        Require(request.TopP is null or > 0 and <= 1, "'TopP' must be more than 0 and at most 1");
        Require(request.Index >= 0, "'Index' must not be negative");
        Require(request.TopLogprobs is null or >= 0 and <= 20, "'TopLogprobs' must be from 0 to 20");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
