namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Kinds of events. <c>end</c> is not an event but the <see cref="TraceEnd"/>.</summary>
public enum TraceEventKind
{
    /// <summary>A frame was entered; <see cref="TraceEvent.Set"/> holds the parameters.</summary>
    Call,

    /// <summary>A line is about to run; <see cref="TraceEvent.Set"/> holds what changed since the frame's last event.</summary>
    Line,

    /// <summary>A frame was left, by a value or by unwinding.</summary>
    Return,

    /// <summary>An exception was raised; once, where it is raised.</summary>
    Exception,

    /// <summary>An exception was caught.</summary>
    Catch,

    /// <summary>The program wrote to a file descriptor.</summary>
    Output,

    /// <summary>The program read from a file descriptor.</summary>
    Input,

    /// <summary>A thread started or ended.</summary>
    Thread,

    /// <summary>The tracer stopped recording at a limit; the program went on.</summary>
    Truncated,
}
