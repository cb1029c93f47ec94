using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>Errors of a rendering, each with its place and what to do.</summary>
internal static class Faults
{
    /// <summary>What Scriban refuses too.</summary>
    public static ProblemException Error(Span span, string message, string remedy) => Create("template-error", span, message, remedy);

    /// <summary>What Scriban can do and this renderer refuses.</summary>
    public static ProblemException Unsupported(Span span, string message, string remedy) => Create("template-unsupported", span, message, remedy);

    /// <summary>A limit that was reached.</summary>
    public static ProblemException Limit(Span span, string message, string remedy) => Create("template-limit", span, message, remedy);

    /// <summary>A value that can't be used as it is.</summary>
    public static ProblemException Value(Span span, string message, string remedy) => Create("template-value", span, message, remedy);

    /// <summary>A name that isn't there, with the nearest one that is.</summary>
    public static ProblemException Missing(Span span, string what, string name, IEnumerable<string> known)
    {
        var remedy = NearestName.Find(name, known) is { } nearest
            ? $"Did you mean `{nearest}`?"
            : string.Join(", ", known.Order(StringComparer.Ordinal).Take(20)) is { Length: > 0 } names ? $"Known here: {names}." : "No variables were passed.";
        return Create("template-variable", span, $"{what} is not set.", remedy);
    }

    private static ProblemException Create(string code, Span span, string message, string remedy) =>
        new(new Problem(code, message, remedy, ExitCode.Configuration, span.Location));
}
