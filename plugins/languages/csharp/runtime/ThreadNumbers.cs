namespace CodeAlchemy.Trace;

/// <summary>Numbers of threads: one for each thread of the program, and for the pool's the lowest that no other one uses now.</summary>
internal static class ThreadNumbers
{
    private static readonly List<int> Pooled = [];
    private static readonly Dictionary<int, int> Own = [];
    private static int _last;

    public static void Give(ThreadState thread)
    {
        if (thread.Thread.IsThreadPoolThread)
        {
            Pooled.Sort();
            thread.Number = Pooled.Count > 0 ? Pooled[0] : ++_last;
            Pooled.Remove(thread.Number);
        }
        else
        {
            thread.Number = Own.TryGetValue(thread.Id, out var number) ? number : Own[thread.Id] = ++_last;
        }
    }

    public static void Take(ThreadState thread)
    {
        if (thread.Thread.IsThreadPoolThread)
        {
            Pooled.Add(thread.Number);
        }

        thread.Number = 0;
    }
}
