using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>
/// Runs items through a processor-bound and a process-bound stage, each with its own degree of parallelism, and hands the results
/// over in the order of the items. At most <paramref name="window"/> items and <see cref="Budget"/> MiB of them are under way, so
/// a slow or large one bounds memory, not order.
/// </summary>
/// <param name="readers">Degree of the first stage.</param>
/// <param name="processes">Degree of the second stage.</param>
/// <param name="window">Most items between reading and writing.</param>
/// <param name="size">Size of an item in bytes, known before it is read.</param>
internal sealed class OrderedPipeline<TIn, TMiddle, TOut>(int readers, int processes, int window, Func<TIn, long> size)
    where TMiddle : class
    where TOut : class
{
    private const int Budget = 64;
    private readonly Lock _lock = new();
    private Exception? _fault;

    /// <summary>Runs to the end, or to the first exception, which it throws after everything has stopped.</summary>
    /// <param name="items">Enumerated by one thread.</param>
    /// <param name="read">First stage: a result, or something for the second stage.</param>
    /// <param name="process">Second stage.</param>
    /// <param name="write">Takes the results, one at a time, in order.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    public async Task Run(
        IEnumerable<TIn> items,
        Func<TIn, (TMiddle? Middle, TOut? Result)> read,
        Func<TMiddle, CancellationToken, ValueTask<TOut>> process,
        Action<TOut> write,
        CancellationToken cancellationToken)
    {
        using var budget = new SemaphoreSlim(Budget);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var order = Channel.CreateBounded<Ticket>(new BoundedChannelOptions(window) { SingleReader = true, SingleWriter = true });
        var toRead = Channel.CreateBounded<Ticket>(new BoundedChannelOptions(window) { SingleWriter = true });
        var toProcess = Channel.CreateBounded<Ticket>(window);

        List<Task> workers = [Guarded(() => Dispatch(items, order.Writer, toRead.Writer, budget, stop.Token), stop)];
        var reading = Enumerable.Range(0, readers)
            .Select(_ => Guarded(() => Read(toRead.Reader, toProcess.Writer, read, stop.Token), stop)).ToList();
        workers.AddRange(reading);
        workers.Add(Guarded(
            async () =>
            {
                await Task.WhenAll(reading);
                toProcess.Writer.Complete();
            },
            stop));
        workers.AddRange(Enumerable.Range(0, processes)
            .Select(_ => Guarded(() => Process(toProcess.Reader, process, stop.Token), stop)));
        workers.Add(Guarded(() => Write(order.Reader, write, budget, stop.Token), stop));
        await Task.WhenAll(workers);
        if (_fault is not null)
        {
            ExceptionDispatchInfo.Throw(_fault);
        }
    }

    private async Task Dispatch(
        IEnumerable<TIn> items,
        ChannelWriter<Ticket> order,
        ChannelWriter<Ticket> toRead,
        SemaphoreSlim budget,
        CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var ticket = new Ticket(item, (int)Math.Min(size(item) >> 20, Budget));
            for (var i = 0; i < ticket.Weight; i++)
            {
                await budget.WaitAsync(cancellationToken);
            }

            await order.WriteAsync(ticket, cancellationToken);
            await toRead.WriteAsync(ticket, cancellationToken);
        }

        order.Complete();
        toRead.Complete();
    }

    private static async Task Read(
        ChannelReader<Ticket> tickets,
        ChannelWriter<Ticket> toProcess,
        Func<TIn, (TMiddle? Middle, TOut? Result)> read,
        CancellationToken cancellationToken)
    {
        await foreach (var ticket in tickets.ReadAllAsync(cancellationToken))
        {
            var (middle, result) = read(ticket.TakeItem());
            if (middle is null)
            {
                ticket.Result.SetResult(result!);
                continue;
            }

            ticket.Middle = middle;
            await toProcess.WriteAsync(ticket, cancellationToken);
        }
    }

    private static async Task Process(
        ChannelReader<Ticket> tickets, Func<TMiddle, CancellationToken, ValueTask<TOut>> process, CancellationToken cancellationToken)
    {
        await foreach (var ticket in tickets.ReadAllAsync(cancellationToken))
        {
            var middle = ticket.Middle!;
            ticket.Middle = null;
            ticket.Result.SetResult(await process(middle, cancellationToken));
        }
    }

    private static async Task Write(
        ChannelReader<Ticket> order, Action<TOut> write, SemaphoreSlim budget, CancellationToken cancellationToken)
    {
        await foreach (var ticket in order.ReadAllAsync(cancellationToken))
        {
            write(await ticket.Result.Task.WaitAsync(cancellationToken));
            if (ticket.Weight > 0)
            {
                budget.Release(ticket.Weight);
            }
        }
    }

    /// <summary>Runs a worker on the pool; its first exception is kept and stops the others.</summary>
    private Task Guarded(Func<Task> worker, CancellationTokenSource stop) => Task.Run(async () =>
    {
        try
        {
            await worker();
        }
        catch (Exception fault)
        {
            lock (_lock)
            {
                // What the others throw because they were stopped must not hide the cause.
                if (_fault is null || (_fault is OperationCanceledException && fault is not OperationCanceledException))
                {
                    _fault = fault;
                }
            }

            await stop.CancelAsync();
        }
    });

    private sealed class Ticket(TIn item, int weight)
    {
        private TIn _item = item;

        /// <summary>Whole MiB it counts for in the budget.</summary>
        public int Weight { get; } = weight;

        public TMiddle? Middle { get; set; }

        public TaskCompletionSource<TOut> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Hands the item out and forgets it, so that it can be collected while its result is awaited.</summary>
        public TIn TakeItem()
        {
            var taken = _item;
            _item = default!;
            return taken;
        }
    }
}
