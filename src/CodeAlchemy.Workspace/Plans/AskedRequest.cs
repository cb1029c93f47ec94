namespace CodeAlchemy.Workspace.Plans;

/// <summary>A request of a plan.</summary>
/// <param name="Role">Role of the model.</param>
/// <param name="PromptTokens">Tokens of the prompt.</param>
/// <param name="MaxTokens">Most tokens of the reply, where the request says it itself.</param>
/// <param name="ReplyTokens">Tokens of the reply; 0 when there is none.</param>
/// <param name="Answered">Whether there is a usable reply.</param>
internal sealed record AskedRequest(string Role, long PromptTokens, int? MaxTokens, long ReplyTokens, bool Answered);
