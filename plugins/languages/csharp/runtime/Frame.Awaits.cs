using System.Runtime.CompilerServices;

namespace CodeAlchemy.Trace;

/// <summary>The probes around what an asynchronous function waits for: the frame is left where that isn't there yet.</summary>
public sealed partial class Frame
{
    /// <summary>A task.</summary>
    public Task W(Task task) => Wait(task, task?.IsCompleted);

    /// <summary>A task with a result.</summary>
    public Task<T> W<T>(Task<T> task) => Wait(task, task?.IsCompleted);

    /// <summary>A value task.</summary>
    public ValueTask W(ValueTask task) => Wait(task, task.IsCompleted);

    /// <summary>A value task with a result.</summary>
    public ValueTask<T> W<T>(ValueTask<T> task) => Wait(task, task.IsCompleted);

    /// <summary>A configured task.</summary>
    public ConfiguredTaskAwaitable W(ConfiguredTaskAwaitable task) => Wait(task, task.GetAwaiter().IsCompleted);

    /// <summary>A configured task with a result.</summary>
    public ConfiguredTaskAwaitable<T> W<T>(ConfiguredTaskAwaitable<T> task) => Wait(task, task.GetAwaiter().IsCompleted);

    /// <summary>A yield to other work.</summary>
    public YieldAwaitable W(YieldAwaitable yield) => Wait(yield, false);

    /// <summary>Something else, of which it is not known.</summary>
    public T W<T>(T other) => other;

    private T Wait<T>(T what, bool? isCompleted)
    {
        if (isCompleted == false && !Recorder.Off && Number != 0 && !IsSuspended)
        {
            Recorder.Wait(this);
        }

        return what;
    }
}
