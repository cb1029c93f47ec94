using System.Runtime.CompilerServices;

namespace CodeAlchemy.Trace;

/// <summary>One call of a function of the program. Its public methods are the probes that stand in the compiled program.</summary>
public sealed partial class Frame
{
    internal static readonly Frame None = new(null, null);

    internal readonly Function? Function;
    internal readonly Slot[] Slots;
    internal ThreadState? Thread;
    internal Frame? Parent;

    /// <summary>Zero until the call has been recorded.</summary>
    internal int Number;
    internal int Depth;
    internal int At;

    /// <summary>The place of the last event when nothing came after it; by this a loop tells its first round.</summary>
    internal int Fresh = -1;

    /// <summary>Names that the trace shows, by slot.</summary>
    internal ulong Seen;
    internal bool IsSuspended;

    /// <summary>The record of the return, which is written when the frame is left.</summary>
    internal byte[]? Pending;

    internal Frame(Function? function, ThreadState? thread)
    {
        Function = function;
        Thread = thread;
        Slots = function is null || function.Names.Count == 0 ? [] : new Slot[function.Names.Count];
        At = function?.Line ?? 0;
    }

    /// <summary>A function begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Frame Enter(int function)
    {
        if (Recorder.Off)
        {
            return None;
        }

        var thread = ThreadState.Current;
        return thread.IsSilent ? None : new Frame(Recorder.Functions[function], thread);
    }

    /// <summary>Nothing that this thread does from here on is recorded.</summary>
    public static void Silence() => ThreadState.Current.IsSilent = true;

    /// <summary>Begins the record of the call; what shows variables follows, then <see cref="Done"/>.</summary>
    public bool Begin() => !Recorder.Off && Function is not null && Recorder.Call(this);

    /// <summary>Begins the record of a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Line(int place) => !Recorder.Off && Number != 0 && Recorder.Line(this, place);

    /// <summary>A line at which no variable is in scope.</summary>
    public void Mark(int place)
    {
        if (Line(place))
        {
            Recorder.Done();
        }
    }

    /// <summary>A loop comes to its condition or begins a round; its first one is part of the statement.</summary>
    public bool Again(int place)
    {
        if (Recorder.Off || Number == 0)
        {
            return false;
        }

        if (Fresh >= 0 && Function!.Lines[Fresh] == Function.Lines[place])
        {
            Fresh = -1;
            return false;
        }

        return Recorder.Again(this, place);
    }

    /// <summary>Ends a record; true.</summary>
    public bool Done()
    {
        Recorder.Done();
        return true;
    }

    /// <summary>Begins the record of the return, which is kept until the frame is left.</summary>
    public bool End(int place) => !Recorder.Off && Number != 0 && Recorder.End(this, place);

    /// <summary>Keeps the record of a return without a value.</summary>
    public void Keep() => Recorder.Keep(this);

    /// <summary>Adds the returned value to the record of the return and keeps that.</summary>
    public T R<T>(T value, bool isRecorded)
    {
        if (isRecorded)
        {
            Recorder.Result(value);
            Recorder.Keep(this);
        }

        return value;
    }

    /// <summary>The frame of an iterator is left with a value until it is asked for the next one.</summary>
    public T Y<T>(T value, bool isRecorded)
    {
        if (isRecorded)
        {
            Recorder.Result(value);
            Recorder.Keep(this);
            Recorder.Suspend(this);
        }

        return value;
    }

    /// <summary>The function is left in whatever way.</summary>
    public void Leave()
    {
        if (!Recorder.Off && Number != 0)
        {
            Recorder.Leave(this);
        }
    }

    /// <summary>An exception leaves the frame; asked before anything is unwound, and always false so that it goes on.</summary>
    public bool Raised(Exception exception)
    {
        if (!Recorder.Off && Number != 0)
        {
            Pending = null;
            Recorder.Raise(this, exception);
        }

        return false;
    }

    /// <summary>A handler of this frame may take the exception; always true.</summary>
    public bool Raised(Exception exception, bool isHandled)
    {
        if (!Recorder.Off && Number != 0)
        {
            Recorder.Raise(this, exception);
        }

        return isHandled;
    }

    /// <summary>A handler begins.</summary>
    public void Caught(int place, Exception exception)
    {
        if (!Recorder.Off && Number != 0)
        {
            Recorder.Caught(this, place, exception);
        }
    }
}
