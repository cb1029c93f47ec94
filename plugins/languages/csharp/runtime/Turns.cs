using System.Diagnostics;

namespace CodeAlchemy.Trace;

/// <summary>
/// Lets one thread of the program run at a time, until it blocks, ends or has used up its share of events; then the next one
/// in the order of creation runs. Threads that are ordered by the program's own waiting thus come out alike in every run.
/// </summary>
internal static class Turns
{
    private const int Share = 1000;

    /// <summary>For so long a turn must look free, because a thread that was woken needs a moment to run.</summary>
    private static readonly long Settled = Stopwatch.Frequency / 2000;

    /// <summary>How long a thread may run without an event while another one waits.</summary>
    private static readonly long Patience = Stopwatch.Frequency / 10;

    private static readonly List<ThreadState> Threads = [];
    private static volatile ThreadState? _owner;
    private static int _last;
    private static int _used;
    private static volatile int _progress;

    public static ThreadState Add(ThreadState state)
    {
        lock (Threads)
        {
            if (Threads.Count == 0)
            {
                _owner = state;
                _last = state.Id;
            }

            Threads.RemoveAll(other => !other.Thread.IsAlive);
            Threads.Add(state);
        }

        return state;
    }

    /// <summary>All threads, in the order of their creation.</summary>
    public static ThreadState[] All()
    {
        lock (Threads)
        {
            return [.. Threads.OrderBy(thread => thread.Id)];
        }
    }

    /// <summary>Called for each event, by the owner.</summary>
    public static void Count()
    {
        if (Threads.Count > 1)
        {
            _progress++;
            if (++_used >= Share)
            {
                _owner = null;
            }
        }
    }

    /// <summary>Comes before everything that is recorded.</summary>
    public static void Check(ThreadState me)
    {
        if (_owner != me)
        {
            Take(me);
        }
    }

    /// <summary>The thread has nothing of the program to run.</summary>
    public static void Release(ThreadState me)
    {
        if (_owner == me && Threads.Count > 1)
        {
            _owner = null;
        }
    }

    private static void Take(ThreadState me)
    {
        me.IsWaiting = true;
        var seen = _progress;
        var since = Stopwatch.GetTimestamp();
        var free = 0L;
        for (var spins = 0; !Recorder.Off; spins++)
        {
            var now = Stopwatch.GetTimestamp();
            if (seen != _progress)
            {
                (seen, since) = (_progress, now);
            }

            if (now - since > Patience)
            {
                _owner = null;
                since = now;
            }

            free = !IsMine(me) ? 0 : free == 0 ? now : free;
            if (free != 0 && now - free >= Settled && Claim(me))
            {
                break;
            }

            Pause(spins);
        }

        me.IsWaiting = false;
    }

    private static bool Claim(ThreadState me)
    {
        lock (Threads)
        {
            if (!IsOpen() || Next() != me)
            {
                return false;
            }

            _owner = me;
            _last = me.Id;
            _used = 0;
            return true;
        }
    }

    private static bool IsMine(ThreadState me)
    {
        lock (Threads)
        {
            return IsOpen() && Next() == me;
        }
    }

    private static bool IsOpen() => _owner is not { } owner || owner.IsWaiting || owner.IsBlocked;

    /// <summary>The waiting thread that was made next after the one that ran last.</summary>
    private static ThreadState? Next()
    {
        ThreadState? later = null;
        ThreadState? first = null;
        foreach (var state in Threads)
        {
            if (state.IsWaiting)
            {
                first = first is null || state.Id < first.Id ? state : first;
                later = state.Id > _last && (later is null || state.Id < later.Id) ? state : later;
            }
        }

        return later ?? first;
    }

    private static void Pause(int spins)
    {
        if (spins < 100)
        {
            Thread.Yield();
        }
        else
        {
            Thread.Sleep(spins < 2000 ? 0 : 1);
        }
    }
}
