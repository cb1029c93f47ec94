using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>
/// Takes frames (<c>Content-Length: N</c>, empty line, N bytes) off a stream. What is no frame is skipped up to the next one and told
/// once; so one broken client message doesn't end the session. One reader at a time.
/// </summary>
/// <param name="input">The stream.</param>
/// <param name="longest">Most bytes of one message; a longer one is skipped.</param>
internal sealed class MessageReader(Stream input, int longest)
{
    private const int LongestHeader = 4096;
    private static readonly byte[] Field = "Content-Length:"u8.ToArray();
    private readonly PipeReader _pipe = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 << 10, leaveOpen: true));
    private bool _lost;

    /// <summary>The next message; <see langword="null"/> at the end of the stream.</summary>
    /// <exception cref="RpcException">What came was no frame; reading may go on.</exception>
    public async Task<byte[]?> Read(CancellationToken cancellationToken)
    {
        if (await Header(cancellationToken) is not { } length)
        {
            return null;
        }

        if (length > longest)
        {
            return await Skip(length, cancellationToken)
                ? throw new RpcException(RpcError.InvalidRequest, $"A message of {length} bytes was skipped; the longest that is taken has {longest}.")
                : null;
        }

        var body = new byte[length];
        var result = await _pipe.ReadAtLeastAsync((int)length, cancellationToken);
        if (result.Buffer.Length < length)
        {
            _pipe.AdvanceTo(result.Buffer.End);
            return null;
        }

        result.Buffer.Slice(0, length).CopyTo(body);
        _pipe.AdvanceTo(result.Buffer.GetPosition(length));
        return body;
    }

    private async Task<long?> Header(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (TryHeader(buffer, out var length, out var consumed, out var garbage))
            {
                _pipe.AdvanceTo(consumed);
                _lost = false;
                return length;
            }

            // What can't be the start of a header any more is thrown away, so that a flood of garbage takes no memory.
            var kept = buffer.Length > LongestHeader ? buffer.GetPosition(buffer.Length - LongestHeader) : buffer.Start;
            var finished = result.IsCompleted;
            _pipe.AdvanceTo(garbage ? consumed : kept, garbage ? consumed : buffer.End);
            if (finished && !garbage)
            {
                return null;
            }

            if ((garbage || !kept.Equals(buffer.Start)) && !_lost)
            {
                _lost = true;
                throw new RpcException(RpcError.ParseError, "What was received is no message: a header Content-Length was expected. It was skipped.");
            }
        }
    }

    /// <summary>Finds a whole header. Garbage: there was an end of headers without a usable length in front of it.</summary>
    private static bool TryHeader(ReadOnlySequence<byte> buffer, out long length, out SequencePosition consumed, out bool garbage)
    {
        length = 0;
        garbage = false;
        consumed = buffer.Start;
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> header, "\r\n\r\n"u8))
        {
            return false;
        }

        consumed = reader.Position;
        if (TryLength(header.Slice(Math.Max(0, header.Length - LongestHeader)).ToArray(), out length))
        {
            return true;
        }

        garbage = true;
        return false;
    }

    private static bool TryLength(byte[] header, out long length)
    {
        length = 0;
        var text = Encoding.Latin1.GetString(header);
        var name = Encoding.Latin1.GetString(Field);
        // The last one counts: what stands in front of it is the rest of something broken.
        var at = text.LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return false;
        }

        var end = text.IndexOf('\r', at);
        var value = text[(at + name.Length)..(end < 0 ? text.Length : end)].Trim();
        return long.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out length);
    }

    private async Task<bool> Skip(long length, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            var result = await _pipe.ReadAsync(cancellationToken);
            var taken = Math.Min(length, result.Buffer.Length);
            length -= taken;
            _pipe.AdvanceTo(result.Buffer.GetPosition(taken));
            if (result.IsCompleted && length > 0)
            {
                return false;
            }
        }

        return true;
    }
}
