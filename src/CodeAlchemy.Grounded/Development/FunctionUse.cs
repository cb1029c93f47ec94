using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Brings the functions of an outline together with the lines and calls of executions. Pure.</summary>
public static class FunctionUse
{
    /// <summary>The innermost function around a line, or <see langword="null"/>.</summary>
    public static OutlineFunction? At(SourceOutline outline, int line)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return outline.Functions.Where(f => f.Span.StartLine <= line && line <= f.Span.EndLine).MinBy(f => f.Span.Length);
    }

    /// <summary>The function that a call entered: one of its short name around the call's line; <see langword="null"/> for a main body or a function without a name.</summary>
    public static OutlineFunction? Of(SourceOutline outline, CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(call);
        return call.IsElsewhere ? null : outline.Functions
            .Where(f => IsNamed(outline, f, call) && f.Span.StartLine - 1 <= call.Line && call.Line <= f.Span.EndLine).MinBy(f => f.Span.Length);
    }

    /// <summary>Whether the file gives a called function a name that its outline doesn't list, such as a function written as a single expression.</summary>
    public static bool IsUnlisted(SourceOutline outline, CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(call);
        var name = call.ShortName;
        return !call.IsElsewhere && name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_') && outline.Types.All(t => t.Name != name) && Of(outline, call) is null;
    }

    /// <summary>Functions of which neither a call nor a line ran, in the order of the text. The line of a head says nothing: it runs where a function is defined.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="lines">Lines that ran.</param>
    /// <param name="calls">Calls that were made.</param>
    public static ImmutableArray<OutlineFunction> Unused(SourceOutline outline, IReadOnlySet<int> lines, IEnumerable<CallRecord> calls)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var called = calls.Select(call => Of(outline, call)).OfType<OutlineFunction>().ToHashSet();
        return [.. outline.Functions.Where(f => !called.Contains(f) && !lines.Any(line => line > f.Span.StartLine && line <= f.Span.EndLine))];
    }

    // Java's virtual machine calls every constructor <init>; the text calls it as its type.
    private static bool IsNamed(SourceOutline outline, OutlineFunction function, CallRecord call) =>
        call.ShortName == "<init>" ? outline.Types.Any(t => t.Name == function.Name) : function.Name == call.ShortName;
}
