using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A trace laid out for questions: lines with what they did, calls with their callers, output with the lines that wrote it. Immutable.</summary>
public sealed partial class TraceIndex
{
    private static readonly ConditionalWeakTable<CaseStudy, TraceIndex> Known = [];
    private readonly ILookup<int, TraceEvent> _byFrame;
    private readonly Dictionary<int, CallInfo> _byNumber;
    private readonly ILookup<string, CallInfo> _byFunction;
    private readonly HashSet<string> _nameable;
    private readonly ILookup<string, CallInfo> _setters;
    private readonly LoosePlaces _loose;
    private readonly HashSet<int> _stoppedTwice;

    private TraceIndex(CaseStudy study)
    {
        Study = study;
        Source = new SourceLines(study.Source.Text);
        var pass = new TracePass(study.Trace);
        Steps = pass.Steps;
        Calls = pass.Calls;
        Bare = new BareDeclarations(study.Source);
        Enumerations = new EnumFields(study.Source);
        Closed = new ClosedTypes(study.Source);
        Order = new CallOrder(study, Steps);
        _byNumber = Calls.ToDictionary(c => c.Frame);
        _byFunction = Calls.ToLookup(c => c.Function, StringComparer.Ordinal);
        _byFrame = study.Trace.Events.Where(e => e.Frame > 0).ToLookup(e => e.Frame);
        _setters = _byFrame.SelectMany(g => g.SelectMany(e => e.Set).Select(v => v.Name).Distinct().Select(name => (name, g.Key)))
            .Where(p => _byNumber.ContainsKey(p.Key)).ToLookup(p => p.name, p => _byNumber[p.Key], StringComparer.Ordinal);
        _loose = new LoosePlaces(Source, pass);
        _nameable = [.. _byFunction.Where(g => !_loose.Holds(g.Key) && IsOneFunction(g) && Order.IsFixed(g) && g.All(IsMadeByProgram)).Select(g => g.Key)];
        IsOrdered = !SetOrder.Matters(study.Source.Language, Source, study.Trace.Events);
        FirstReader = pass.FirstReader;
        Output = OutputPlaces.Of(study, pass);
        Shadowing = new Shadowing(this);
        _stoppedTwice = study.Trust.Covers(TraceTrust.Statements) ? [] : 
            [.. Steps.Zip(Steps.Skip(1)).Where(p => p.First.Line == p.Second.Line && p.First.Frame == p.Second.Frame).Select(p => p.First.Line), .. Steps.Select(s => s.Line).Distinct().Where(l => TypeHead().IsMatch(Source[l]))];
        IsSequential = !study.Replay.Truncated && study.Trace.Events.All(e => e.Thread == 1);
    }

    /// <summary>The case.</summary>
    public CaseStudy Study { get; }

    /// <summary>The lines of the source.</summary>
    public SourceLines Source { get; }

    /// <summary>Every run of a line of the main file, in order.</summary>
    public ImmutableArray<LineStep> Steps { get; }

    /// <summary>Every call, in the order of the calls. A generator that is resumed is one call.</summary>
    public ImmutableArray<CallInfo> Calls { get; }

    /// <summary>Lines of standard output; empty when it isn't plain text.</summary>
    public ImmutableArray<OutputLine> Output { get; }

    /// <summary>The line of the main file that is running when standard input is first read; 0 when none is.</summary>
    public int FirstReader { get; }

    /// <summary>Variables declared without a value.</summary>
    internal BareDeclarations Bare { get; }

    /// <summary>Fields that hold members of enumerations.</summary>
    public EnumFields Enumerations { get; }

    /// <summary>Types that no list of fields makes.</summary>
    internal ClosedTypes Closed { get; }

    /// <summary>Names that stand for more than one variable.</summary>
    internal Shadowing Shadowing { get; }

    /// <summary>Whether the order in which the run goes through its collections is one that the language fixes.</summary>
    internal bool IsOrdered { get; }

    /// <summary>Which calls come in an order that the language fixes.</summary>
    internal CallOrder Order { get; }

    /// <summary>Whether all of the run was recorded and happened in one thread, so that first, next and last have a meaning.</summary>
    public bool IsSequential { get; }

    /// <summary>The index of a case, made once per case. Thread-safe.</summary>
    public static TraceIndex Of(CaseStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Known.GetValue(study, s => new TraceIndex(s));
    }

    /// <summary>Events of a frame, in order.</summary>
    public IEnumerable<TraceEvent> EventsOf(int frame) => _byFrame[frame];

    /// <summary>The call with a frame number, or <see langword="null"/>.</summary>
    public CallInfo? CallOf(int frame) => _byNumber.GetValueOrDefault(frame);

    /// <summary>The calls in which a variable of that name gets a value.</summary>
    public IEnumerable<CallInfo> SettersOf(string name) => _setters[name];

    /// <summary>The calls of a function, in order.</summary>
    public ImmutableArray<CallInfo> CallsOf(string function) => [.. _byFunction[function]];

    /// <summary>Functions of the main file whose name means one function only, without the main body; in the order of their first calls.</summary>
    public IEnumerable<string> Functions => _byFunction.Select(g => g.Key).Where(IsNameable);

    /// <summary>Whether a name in a question means one function, which is called anew each time it runs.</summary>
    public bool IsNameable(string function) => _nameable.Contains(function);

    /// <summary>Whether a reader can tell how often, and when, a line runs: not one that a library runs while it sorts, and the like.</summary>
    internal bool IsFirm(int line) => !_loose.Holds(line) && !IsStoppedTwice(line);

    /// <summary>
    /// Whether how often a line runs is open, in a language that is not known to the statement: it was stopped at twice in a row, or it is the
    /// head of a type, where constructors are.
    /// </summary>
    internal bool IsStoppedTwice(int line) => _stoppedTwice.Contains(line);

    /// <summary>Whether a question can say which call a frame is: a call of a nameable function, or the main body.</summary>
    public bool IsNameable(int frame) => CallOf(frame) is { } call && (IsMain(call) || IsNameable(call.Function));

    /// <summary>Whether a call is the main body or the function the program starts in.</summary>
    public static bool IsMain(CallInfo call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call is { Depth: 0, Number: 1, Caller: 0 };
    }

    private bool IsOneFunction(IGrouping<string, CallInfo> calls)
    {
        var first = calls.First();
        var simple = first.Function[(first.Function.LastIndexOfAny(['.', ':', '#']) + 1)..];
        return Identifier().IsMatch(first.Function) && simple.Length > 0 && !calls.Any(IsMain)
            && calls.All(c => c.InMainFile && c.Line == first.Line)
            && Source.Declares(first.Line, simple);
    }

    // A function that a library was handed is called when and in which order the library wants. Constructors go by the name of their type.
    private bool IsMadeByProgram(CallInfo call)
    {
        var parts = call.Function.Split(['.', ':', '#'], StringSplitOptions.RemoveEmptyEntries);
        return call.Site == 0 || parts[^1] is "__init__" or "constructor" || (parts.Length > 1 && parts[^1] == parts[^2]) || Source.CallsByName(call.Site, call.Function);
    }

    [GeneratedRegex(@"^\s*(?:[a-z]+\s+)*(?:class|object|interface|enum|struct|trait|record)\s+\w")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"\A[A-Za-z_$][\w$]*(?:(?:\.|::|#)~?[A-Za-z_$][\w$]*)*\z")]
    private static partial Regex Identifier();
}
