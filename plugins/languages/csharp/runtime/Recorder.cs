using System.Runtime.CompilerServices;

namespace CodeAlchemy.Trace;

/// <summary>Turns what the probes tell into records, one at a time over all threads. Runs no code of the program.</summary>
internal static class Recorder
{
    /// <summary>No more recording: nothing was asked for, or a limit was reached.</summary>
    public static volatile bool Off = true;

    public static Function[] Functions = [];
    public static VariableWriter Variables = null!;

    private const int MostPending = 8;

    private static readonly Exception?[] Raising = new Exception?[MostPending];
    private static RecordBuffer _buffer = null!;
    private static TraceFile _file = null!;
    private static readonly OpenOutput _open = new();
    private static int _eventsLeft;
    private static int _frames;
    private static int _raised;
    private static int _lock;

    public static void Start(Settings settings, Function[] functions, TraceFile file)
    {
        Functions = functions;
        _file = file;
        _eventsLeft = settings.Events;
        _buffer = new RecordBuffer();
        Variables = new VariableWriter(_buffer, new ValueWriter(_buffer, settings));
        _ = ThreadState.Current;
        Off = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Call(Frame frame)
    {
        var thread = frame.Thread!;
        Take(thread);
        Push(frame, thread);
        frame.Number = ++_frames;
        WriteCall(frame);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Line(Frame frame, int place)
    {
        Arrive(frame, frame.Function!.Lines[place]);
        Begin('l', frame);
        Variables.Gone(frame, frame.Function.Scopes[place]);
        frame.Fresh = place;
        return true;
    }

    public static bool Again(Frame frame, int place)
    {
        Line(frame, place);
        frame.Fresh = -1;
        return true;
    }

    public static bool End(Frame frame, int place)
    {
        Arrive(frame, 0);
        Begin('r', frame);
        Variables.Gone(frame, frame.Function!.Scopes[place]);
        return true;
    }

    public static void Keep(Frame frame)
    {
        frame.Pending = _buffer.Payload.ToArray();
        Release();
    }

    public static void Result<T>(T value) => Variables.Result(value);

    /// <summary>Commits the record that was begun.</summary>
    public static void Done()
    {
        Commit();
        Release();
    }

    public static void Leave(Frame frame)
    {
        if (frame.IsSuspended && frame.Pending is null)
        {
            return;
        }

        Arrive(frame, 0);
        if (frame.Pending is { } pending)
        {
            _buffer.Begin(pending);
            frame.Pending = null;
            Commit();
        }
        else
        {
            WriteLeft(frame, isUnwound: true);
        }

        Pop(frame);
        Release();
    }

    /// <summary>An iterator gives a value: the kept record is written now, and the frame called again later.</summary>
    public static void Suspend(Frame frame)
    {
        Arrive(frame, 0);
        _buffer.Begin(frame.Pending!);
        frame.Pending = null;
        Commit();
        frame.IsSuspended = true;
        Pop(frame);
        Release();
    }

    public static void Wait(Frame frame)
    {
        Arrive(frame, 0);
        Leaves(frame);
        Release();
    }

    public static void Raise(Frame frame, Exception exception)
    {
        if (IsPending(exception))
        {
            return;
        }

        var thread = ThreadState.Current;
        Take(thread);
        if (thread.Top is { } top && !IsPending(exception))
        {
            Raising[_raised++ % MostPending] = exception;
            Begin('x', top);
            Variables.Exception(exception);
            Thread(top);
            Commit();
        }

        Release();
    }

    public static void Caught(Frame frame, int place, Exception exception)
    {
        Arrive(frame, frame.Function!.Lines[place]);
        Forget(exception);
        Begin('k', frame);
        Variables.Exception(exception);
        Thread(frame);
        Variables.Gone(frame, frame.Function.Scopes[place]);
        Commit();
        Release();
    }

    /// <summary>Bytes that went through a standard stream.</summary>
    public static void Transfer(char kind, int descriptor, ReadOnlySpan<byte> bytes)
    {
        if (Off || bytes.IsEmpty)
        {
            return;
        }

        if (ThreadState.Known is { Top: not null } thread)
        {
            Turns.Check(thread);
        }

        Acquire();
        if (!Off)
        {
            _buffer.Begin(kind);
            _buffer.Field(descriptor);
            _buffer.Next();
            if (kind == 'o' && _open.Continues(_file.Used, descriptor))
            {
                // What one call of the program writes in parts is one event.
                _file.TakeBack(_open.Start);
                _eventsLeft++;
                _buffer.Copy(_open.Text);
            }

            var start = _file.Used;
            _buffer.Raw(bytes);
            Commit();
            if (kind == 'o')
            {
                _open.Keep(start, _file.Used, descriptor, _buffer, bytes[^1]);
            }
        }

        Release();
    }

    /// <summary>The program ends while frames are open.</summary>
    public static void Abandon()
    {
        if (Off)
        {
            return;
        }

        Acquire();
        foreach (var thread in Turns.All())
        {
            while (thread.Top is { } frame && !Off)
            {
                WriteLeft(frame, isUnwound: true);
                frame.Number = 0;
                thread.Top = frame.Parent;
            }
        }

        Release();
    }

    private static bool IsPending(Exception exception)
    {
        foreach (var other in Raising)
        {
            if (ReferenceEquals(other, exception))
            {
                return true;
            }
        }

        return false;
    }

    private static void Forget(Exception exception)
    {
        for (var i = 0; i < MostPending; i++)
        {
            if (ReferenceEquals(Raising[i], exception))
            {
                Raising[i] = null;
            }
        }
    }

    /// <summary>Makes a frame the topmost of its thread before an event in it; a line of 0 leaves it where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Arrive(Frame frame, int line)
    {
        var thread = frame.Function!.CanSuspend ? ThreadState.Current : frame.Thread!;
        Take(thread);
        if (frame.IsSuspended)
        {
            frame.At = line == 0 ? frame.At : line;
            Push(frame, thread);
            frame.IsSuspended = false;
            WriteCall(frame);
            Commit();
        }

        while (thread.Top is { } top && !ReferenceEquals(top, frame) && top.Depth > frame.Depth)
        {
            Leaves(top);
        }

        frame.At = line == 0 ? frame.At : line;
        frame.Fresh = -1;
    }

    private static void Push(Frame frame, ThreadState thread)
    {
        if (thread.Number == 0)
        {
            ThreadNumbers.Give(thread);
            Note(thread, "start"u8);
        }

        frame.Thread = thread;
        frame.Parent = thread.Top;
        frame.Depth = thread.Top is { } below ? below.Depth + 1 : 0;
        thread.Top = frame;
    }

    /// <summary>A frame is left without a probe of its own: it waits, or it was unwound.</summary>
    private static void Leaves(Frame frame)
    {
        WriteLeft(frame, isUnwound: !frame.Function!.CanSuspend);
        frame.IsSuspended = frame.Function.CanSuspend;
        Pop(frame);
    }

    private static void Pop(Frame frame)
    {
        var thread = frame.Thread!;
        thread.Top = frame.Parent;
        frame.Parent = null;
        if (thread.Top is null && thread.Number > 1)
        {
            Note(thread, "end"u8);
            ThreadNumbers.Take(thread);
            Turns.Release(thread);
        }
    }

    private static void WriteCall(Frame frame)
    {
        _buffer.Begin('c');
        _buffer.Field(frame.Number);
        _buffer.Field(frame.Depth);
        _buffer.Field(frame.At);
        _buffer.Field(frame.Function!.Name);
        Thread(frame);
    }

    private static void WriteLeft(Frame frame, bool isUnwound)
    {
        Begin('r', frame);
        if (isUnwound)
        {
            _buffer.Next();
            _buffer.Byte((byte)'u');
        }

        Commit();
    }

    private static void Begin(char kind, Frame frame)
    {
        _buffer.Begin(kind);
        _buffer.Field(frame.Number);
        _buffer.Field(frame.At);
        if (kind is not 'x' and not 'k')
        {
            Thread(frame);
        }
    }

    private static void Thread(Frame frame)
    {
        if (frame.Thread!.Number > 1)
        {
            _buffer.Next();
            _buffer.Byte((byte)'h');
            _buffer.Field(frame.Thread.Number);
        }
    }

    private static void Note(ThreadState thread, ReadOnlySpan<byte> what)
    {
        if (thread.Number > 1)
        {
            _buffer.Begin('t');
            _buffer.Field(thread.Number);
            _buffer.Field(what);
            Commit();
        }
    }

    private static void Commit()
    {
        if (Off)
        {
            return;
        }

        if (_eventsLeft == 0)
        {
            Stop("events"u8);
            return;
        }

        _buffer.Close();
        var length = _buffer.Length - _buffer.Start;
        if (!_file.Fits(length))
        {
            Stop("bytes"u8);
            return;
        }

        _file.Append(_buffer.Bytes, _buffer.Start, length);
        _eventsLeft--;
        Turns.Count();
    }

    private static void Stop(ReadOnlySpan<byte> limit)
    {
        _buffer.Begin('z');
        _buffer.Field(limit);
        _buffer.Close();
        _file.Append(_buffer.Bytes, _buffer.Start, _buffer.Length - _buffer.Start);
        Off = true;
    }

    private static void Take(ThreadState thread)
    {
        Turns.Check(thread);
        Acquire();
    }

    private static void Acquire()
    {
        while (Interlocked.CompareExchange(ref _lock, 1, 0) != 0)
        {
            System.Threading.Thread.Yield();
        }
    }

    private static void Release() => Volatile.Write(ref _lock, 0);
}
