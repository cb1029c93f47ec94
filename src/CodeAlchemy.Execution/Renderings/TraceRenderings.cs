using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>Turns traces into text, by name. Every rendering is a pure function of the trace and its source; docs/tracing.md shows each.</summary>
public static class TraceRenderings
{
    private static readonly ImmutableArray<ITraceRendering> All =
    [
        new CompactRendering(), new CwmRendering(), new ScratchpadRendering(), new NarrativeRendering(), new TableRendering(),
        new TutorRendering(), new PublishedRendering(),
    ];

    /// <summary>Names of the renderings, in the order in which help shows them.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(r => r.Name)];

    /// <summary>Renders a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="sourceText">The program it was made from.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="lineComment">What starts a comment in the language; used by <c>scratchpad</c>.</param>
    /// <returns>Text that ends in a newline.</returns>
    /// <exception cref="ArgumentException">The rendering is not known.</exception>
    public static string Render(Trace trace, string sourceText, string name, string lineComment = "#")
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(sourceText);
        var rendering = All.FirstOrDefault(r => r.Name == name)
            ?? throw new ArgumentException($"There is no rendering '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
        return rendering.Render(new RenderingInput(trace, sourceText, lineComment));
    }
}
