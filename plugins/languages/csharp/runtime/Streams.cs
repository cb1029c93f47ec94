using System.Text;

namespace CodeAlchemy.Trace;

/// <summary>The standard streams, so that what goes through them is placed in time.</summary>
public static class Streams
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void Watch()
    {
        Console.SetOut(Writer(1));
        Console.SetError(Writer(2));
        Console.SetIn(TextReader.Synchronized(new StreamReader(OpenStandardInput(), Console.InputEncoding, detectEncodingFromByteOrderMarks: false, bufferSize: 4096)));
    }

    /// <summary>What Console.OpenStandardOutput gives.</summary>
    public static Stream OpenStandardOutput() => Recorder.Off ? Console.OpenStandardOutput() : new WatchedStream(Console.OpenStandardOutput(), 1);

    /// <summary>The same with a size, which is without effect.</summary>
    public static Stream OpenStandardOutput(int size) => OpenStandardOutput();

    /// <summary>What Console.OpenStandardError gives.</summary>
    public static Stream OpenStandardError() => Recorder.Off ? Console.OpenStandardError() : new WatchedStream(Console.OpenStandardError(), 2);

    /// <summary>The same with a size, which is without effect.</summary>
    public static Stream OpenStandardError(int size) => OpenStandardError();

    /// <summary>What Console.OpenStandardInput gives.</summary>
    public static Stream OpenStandardInput() => Recorder.Off ? Console.OpenStandardInput() : new WatchedStream(Console.OpenStandardInput(), 0);

    /// <summary>The same with a size, which is without effect.</summary>
    public static Stream OpenStandardInput(int size) => OpenStandardInput();

    /// <summary>Sets Console.OutputEncoding, which writers that stand in place of the console's own don't follow.</summary>
    public static Encoding SetOutputEncoding(Encoding encoding)
    {
        Console.OutputEncoding = encoding;
        if (!Recorder.Off)
        {
            Console.SetOut(Writer(1, encoding));
            Console.SetError(Writer(2, encoding));
        }

        return encoding;
    }

    private static StreamWriter Writer(int descriptor, Encoding? encoding = null) =>
        new(descriptor == 1 ? OpenStandardOutput() : OpenStandardError(), encoding is null or UTF8Encoding ? Utf8 : new WithoutPreamble(encoding), bufferSize: 256, leaveOpen: true) { AutoFlush = true };

    private sealed class WithoutPreamble(Encoding encoding) : Encoding(encoding.CodePage, encoding.EncoderFallback, encoding.DecoderFallback)
    {
        public override ReadOnlySpan<byte> Preamble => default;

        public override byte[] GetPreamble() => [];

        public override int GetByteCount(char[] chars, int index, int count) => encoding.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => encoding.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count) => encoding.GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => encoding.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

        public override int GetMaxByteCount(int charCount) => encoding.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => encoding.GetMaxCharCount(byteCount);

        public override Encoder GetEncoder() => encoding.GetEncoder();

        public override Decoder GetDecoder() => encoding.GetDecoder();
    }
}
