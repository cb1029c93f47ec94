namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>How an endpoint is told the shape of a structured reply. The reply is checked by the host in every mode.</summary>
public enum StructuredMode
{
    /// <summary><c>response_format</c> with the schema.</summary>
    JsonSchema,

    /// <summary><c>response_format</c> that asks for some JSON object; the schema stands in the prompt.</summary>
    JsonObject,

    /// <summary>The schema stands in the prompt only.</summary>
    Prompt,
}
