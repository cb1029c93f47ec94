using CodeAlchemy.Abstractions;
using CodeAlchemy.Prompts.Builtins;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Tree.Statements;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>State of one rendering. The tree of a template has none, so that many threads can render it at once.</summary>
internal sealed class RenderContext
{
    private readonly RenderOptions _options;
    private IRandom? _random;
    private int _calls;
    private int _loopDepth;
    private long _loopSteps;
    private long _steps;

    public RenderContext(TemplateSource source, IReadOnlyDictionary<string, object?> values, RenderOptions options)
    {
        _options = options;
        Scopes = new Scopes(BuiltinTable.Root, new RootValue(values, new HostValues(source)));
    }

    public Output Output { get; } = new();

    public Scopes Scopes { get; }

    public Pipes Pipes { get; } = new();

    public Flow Flow { get; set; }

    /// <summary>Bodies of <c>wrap</c> that the next call takes.</summary>
    public Stack<Block> Wrapped { get; } = new();

    /// <summary>Values of the <c>case</c> statements that are running.</summary>
    public Stack<object?> Cases { get; } = new();

    /// <summary>How loops are open; <c>break</c> and <c>continue</c> need one.</summary>
    public int OpenLoops { get; set; }

    /// <summary>Next item by group, for <c>array.cycle</c>.</summary>
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of <c>date.format</c>.</summary>
    public string DateFormat { get; set; } = DateFormats.Default;

    public bool Strict => _options.StrictVariables;

    public int MaximumLength => _options.MaximumLength;

    public string? Text(object? value, Span span) => ValueText.Of(value, span, this);

    public string DateText(DateTime date) => DateFormats.Format(date, DateFormat, DateFormat);

    /// <summary>Writes a value.</summary>
    public void Write(object? value, Span span) => WriteText(value as string ?? Text(value, span), span);

    public void WriteText(ReadOnlySpan<char> text, Span span)
    {
        CheckLength(Output.Length + (long)text.Length, span);
        Output.Write(text);
        if (Output.Length > MaximumLength)
        {
            CheckLength(Output.Length, span);
        }
    }

    /// <summary>Refuses a text that is longer than the output may be.</summary>
    public void CheckLength(long length, Span span)
    {
        if (length > MaximumLength)
        {
            throw new Abstractions.Hosting.ProblemException(new Abstractions.Hosting.Problem(
                "template-output", $"The rendered text is longer than {MaximumLength} characters.",
                "Pass shorter values; source files and traces are limited by the options of the strategy.",
                Abstractions.Hosting.ExitCode.Configuration, span.Location));
        }
    }

    /// <summary>Counts a statement or an item.</summary>
    public void Step(Span span)
    {
        if (++_steps > _options.StepLimit)
        {
            throw Faults.Limit(span, $"The rendering takes more than {_options.StepLimit} steps.", "Loop over less, or compute the text in code.");
        }
    }

    public void EnterLoop() => _loopSteps = _loopDepth++ == 0 ? 0 : _loopSteps;

    public void ExitLoop() => _loopDepth--;

    /// <summary>Counts an item of a loop; nested loops count together.</summary>
    public void StepLoop(Span span, long items = 1)
    {
        Step(span);
        _loopSteps += items;
        if (_loopSteps > _options.LoopLimit)
        {
            throw Faults.Limit(span, $"The loop takes more than {_options.LoopLimit} turns; nested loops count together.", "Loop over less; `limit: N` takes the first N items.");
        }
    }

    /// <summary>Items of a sequence, each of which counts as a turn of a loop.</summary>
    public IEnumerable<object?> Count(IEnumerable<object?> items, Span span)
    {
        EnterLoop();
        foreach (var item in items)
        {
            StepLoop(span);
            yield return item;
        }

        ExitLoop();
    }

    /// <summary>Whether a range may be as long as this.</summary>
    public bool AllowsRange(System.Numerics.BigInteger items) => items <= _options.LoopLimit;

    public void EnterCall(Span span)
    {
        if (++_calls > _options.RecursionLimit || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Faults.Limit(span, $"Functions and includes call each other deeper than {_options.RecursionLimit} levels.", "End the recursion with a condition.");
        }
    }

    public void ExitCall() => _calls--;

    public DateTime Now(Span span) => _options.Now?.UtcDateTime
        ?? throw Faults.Unsupported(span, "No time was given to the rendering.", "Pass the date as a variable; in a run it is the time of the plan.");

    public IRandom Random(Span span) => _random ??= _options.Random?.Invoke()
        ?? throw Faults.Unsupported(span, "No seed was given to the rendering.", "Pass the random value as a variable; in a run it is seeded from the plan.");

    public PromptTemplate Include(string path, Span span)
    {
        if (_options.Templates is not { } templates)
        {
            throw Faults.Unsupported(span, $"The template includes `{path}`, but no templates were given to the rendering.", "Render it from a template folder.");
        }

        return templates.Get(path);
    }
}
