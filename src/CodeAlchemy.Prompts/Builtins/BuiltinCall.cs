using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>One call of a builtin function: arguments are converted already to what its signature says.</summary>
internal readonly record struct BuiltinCall(RenderContext Context, Node Caller, ListValue Arguments)
{
    public Span Span => Caller.Span;

    public object? Any(int index) => Arguments[index];

    public string? Text(int index) => (string?)Arguments[index];

    /// <summary>A text that must not be null.</summary>
    public string Required(int index) =>
        (string?)Arguments[index] ?? throw Error($"An argument of `{Span.Text}` is null where a text is needed.", "Pass a text, or check the value first.");

    public int Int(int index) => (int)Arguments[index]!;

    public int? OptionalInt(int index) => (int?)Arguments[index];

    public double Double(int index) => (double)Arguments[index]!;

    public DateTime Date(int index) => (DateTime)Arguments[index]!;

    public IEnumerable<object?>? Sequence(int index) => Conversions.Sequence(Arguments[index]);

    /// <summary>Items of a sequence, each of which counts as a turn of a loop.</summary>
    public IEnumerable<object?> Items(IEnumerable<object?> items) => Context.Count(items, Span);

    /// <summary>Refuses a culture: texts must be the same on every machine.</summary>
    public void RefuseCulture(int index)
    {
        if (Arguments[index] is string { Length: > 0 } culture)
        {
            throw Faults.Unsupported(Span, $"The culture `{culture}` is not supported: prompts use the invariant culture.", "Leave the culture out, or format the value in code.");
        }
    }

    public string Limited(string text)
    {
        Context.CheckLength(text.Length, Span);
        return text;
    }

    public ProblemException Error(string message, string remedy) => Faults.Error(Span, message, remedy);

    public ProblemException Unsupported(string message, string remedy) => Faults.Unsupported(Span, message, remedy);
}
