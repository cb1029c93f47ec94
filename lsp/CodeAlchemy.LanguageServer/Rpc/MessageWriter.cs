using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>Writes frames in the order in which they were given. Thread-safe.</summary>
internal sealed class MessageWriter : IAsyncDisposable
{
    private readonly Channel<byte[]> _queue = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _pump;

    public MessageWriter(Stream output) => _pump = Task.Run(() => Pump(output));

    /// <summary>Ends when the client no longer reads.</summary>
    public Task Completion => _pump;

    /// <summary>Sends a message; without effect when nobody reads any more.</summary>
    public void Post(byte[] message) => _queue.Writer.TryWrite(message);

    /// <summary>Writes what was posted and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _pump;
    }

    private async Task Pump(Stream output)
    {
        try
        {
            await foreach (var message in _queue.Reader.ReadAllAsync())
            {
                var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {message.Length}\r\n\r\n"));
                await output.WriteAsync(header);
                await output.WriteAsync(message);
                if (!_queue.Reader.TryPeek(out _))
                {
                    await output.FlushAsync();
                }
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The client is gone; the reading side ends the session.
            _queue.Writer.TryComplete();
        }
    }
}
