using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>One connection of a client. Not thread-safe, but for <see cref="Dispose"/>.</summary>
internal sealed class Connection(Socket socket) : IDisposable
{
    private byte[] _buffer = new byte[16 << 10];
    private int _start;
    private int _end;

    /// <summary>Reads the next request; <see langword="null"/> when the client is done.</summary>
    public async ValueTask<HttpRequest?> ReadRequest(CancellationToken cancellationToken)
    {
        socket.NoDelay = true;
        int head;
        while ((head = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await Receive(cancellationToken))
            {
                return null;
            }
        }

        var text = Encoding.ASCII.GetString(_buffer, _start, head);
        var length = Length(text);
        _start += head + 4;
        while (_end - _start < length)
        {
            if (!await Receive(cancellationToken))
            {
                return null;
            }
        }

        var body = _buffer.AsMemory(_start, length);
        _start += length;
        var line = text.AsSpan(0, text.IndexOf('\r', StringComparison.Ordinal) is var cut and >= 0 ? cut : text.Length).ToString().Split(' ');
        return line.Length == 3 ? new HttpRequest(line[0], line[1], text, body) : throw new InvalidDataException("this is no HTTP request");
    }

    public async ValueTask Send(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancellationToken)..];
        }
    }

    /// <summary>Breaks off so that the client sees "connection reset".</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Waits until the client goes away.</summary>
    public async ValueTask Hang(CancellationToken cancellationToken)
    {
        while (await Receive(cancellationToken))
        {
            _start = _end = 0;
        }
    }

    public void Dispose() => socket.Dispose();

    private static int Length(string head)
    {
        const string Name = "\r\ncontent-length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return head.Contains("\r\ntransfer-encoding:", StringComparison.OrdinalIgnoreCase) ? throw new InvalidDataException("chunked requests are not read") : 0;
        }

        var value = head.AsSpan(at + Name.Length);
        var end = value.IndexOf('\r');
        return int.Parse(end < 0 ? value : value[..end], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }

    private async ValueTask<bool> Receive(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None, cancellationToken);
        _end += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        var larger = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
        Buffer.BlockCopy(_buffer, _start, larger, 0, _end - _start);
        (_buffer, _end, _start) = (larger, _end - _start, 0);
    }
}
