using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing;

/// <summary>
/// Writes outcomes as JSON, one line each, so that two are equal exactly when their lines are. Evidence of a reject that may differ
/// from run to run is left out, as it is in a dataset.
/// </summary>
public static class OutcomeText
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of an outcome, without a line end.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Sample sample => Of(sample),
        Reject reject => Of(reject),
        _ => throw new ArgumentNullException(nameof(outcome)),
    };

    private static string Of(Sample sample) => JsonSerializer.Serialize(
        new
        {
            sample.Task,
            sample.Case,
            sample.Index,
            sample.Messages,
            Verification = sample.Verification.Select(v => new { v.Method, Status = v.Status.ToString().ToLowerInvariant(), v.Evidence }),
            sample.Scores,
            sample.Labels,
            sample.Prompts,
            sample.Models,
            Extra = sample.Extra?.DeepClone() as JsonObject,
        },
        Format);

    private static string Of(Reject reject) => JsonSerializer.Serialize(
        new { Reject = reject.Reason, reject.Task, reject.Case, reject.Detail, Evidence = reject.EvidenceIsStable ? reject.Evidence : null }, Format);
}
