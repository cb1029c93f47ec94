namespace CodeAlchemy.Workspace.Plans;

/// <summary>What a model would probably be asked. Follow-up questions depend on the answers, so without asking only first ones are counted.</summary>
/// <param name="Role">Role.</param>
/// <param name="Requests">Requests.</param>
/// <param name="PromptTokens">Tokens of the prompts, by the run's tokenizer.</param>
/// <param name="ReplyTokens">Tokens of the replies; without asking from none to the most that is allowed.</param>
/// <param name="Cost">Cost in the currency of the prices; <see langword="null"/> when an endpoint has no price.</param>
/// <param name="Unanswered">Requests of the sample that got no usable reply; 0 without asking.</param>
public sealed record ModelEstimate(
    string Role, EstimatedTotal Requests, EstimatedTotal PromptTokens, EstimatedTotal ReplyTokens, EstimatedTotal? Cost, long Unanswered);
