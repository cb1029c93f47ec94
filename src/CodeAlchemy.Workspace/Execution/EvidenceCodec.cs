using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Execution;

/// <summary>Runs and evidence as compressed bytes for the journal. The layout is private to one version of the tool: its fingerprint is part of the run's.</summary>
internal static class EvidenceCodec
{
    public static byte[] Write(RunResult result) => Compress(writer => WriteRun(writer, result));

    public static RunResult ReadRun(byte[] bytes)
    {
        using var reader = Open(bytes);
        return ReadRun(reader);
    }

    public static byte[] Write(ScriptResult result) => Compress(writer =>
    {
        WriteRun(writer, result.Run);
        writer.Write(result.FilesLeftOut);
        writer.Write(result.IsNearLimit);
        writer.Write(result.Files.Count);
        foreach (var (name, content) in result.Files)
        {
            writer.Write(name);
            WriteBytes(writer, content);
        }
    });

    public static ScriptResult ReadScript(byte[] bytes)
    {
        using var reader = Open(bytes);
        var (run, leftOut) = (ReadRun(reader), reader.ReadInt32());
        var result = new ScriptResult { Run = run with { FilesLeftOut = leftOut }, FilesLeftOut = leftOut, IsNearLimit = reader.ReadBoolean() };
        var files = result.Files.ToBuilder();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            files.Add(reader.ReadString(), ReadBytes(reader));
        }

        return result with { Files = files.ToImmutable() };
    }

    public static byte[] Write(TraceEvidence evidence) => Compress(writer =>
    {
        WriteRun(writer, evidence.Untraced);
        writer.Write(evidence.Traced.Length);
        foreach (var run in evidence.Traced)
        {
            WriteRun(writer, run);
        }

        WriteText(writer, evidence.Reason);
        WriteText(writer, evidence.Detail);
        WriteText(writer, evidence.Evidence);
        WriteTrace(writer, evidence.Agreed);
    });

    public static TraceEvidence ReadEvidence(byte[] bytes)
    {
        using var reader = Open(bytes);
        var untraced = ReadRun(reader);
        var traced = ImmutableArray.CreateBuilder<RunResult>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            traced.Add(ReadRun(reader));
        }

        return new TraceEvidence
        {
            Untraced = untraced,
            Traced = traced.DrainToImmutable(),
            Reason = ReadText(reader),
            Detail = ReadText(reader),
            Evidence = ReadText(reader),
            Agreed = ReadTrace(reader),
        };
    }

    private static void WriteTrace(BinaryWriter writer, Trace? trace)
    {
        writer.Write(trace is not null);
        if (trace is null)
        {
            return;
        }

        using var lines = new MemoryStream();
        TraceJson.Write(trace, lines);
        writer.Write((int)lines.Length);
        lines.Position = 0;
        writer.Flush();
        lines.CopyTo(writer.BaseStream);
    }

    private static Trace? ReadTrace(BinaryReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        using var lines = new MemoryStream(reader.ReadBytes(reader.ReadInt32()), writable: false);
        return TraceJson.Read(lines);
    }

    private static void WriteRun(BinaryWriter writer, RunResult result)
    {
        writer.Write(result.Status.ToId());
        writer.Write(result.ExitCode ?? int.MinValue);
        writer.Write(result.Signal ?? int.MinValue);
        WriteBytes(writer, result.Stdout);
        WriteBytes(writer, result.Stderr);
        writer.Write(result.Elapsed.Ticks);
        writer.Write(result.Processor.Ticks);
        writer.Write(result.PeakMemory);
        WriteText(writer, result.Detail);
    }

    private static RunResult ReadRun(BinaryReader reader)
    {
        var id = reader.ReadString();
        if (!ExecutionStatusNames.TryParse(id, out var status))
        {
            throw new InvalidDataException($"the journal holds the status '{id}', which this version does not know");
        }

        return new RunResult
        {
            Status = status,
            ExitCode = ReadNumber(reader),
            Signal = ReadNumber(reader),
            Stdout = ReadBytes(reader),
            Stderr = ReadBytes(reader),
            Elapsed = new TimeSpan(reader.ReadInt64()),
            Processor = new TimeSpan(reader.ReadInt64()),
            PeakMemory = reader.ReadInt64(),
            Detail = ReadText(reader),
        };
    }

    private static int? ReadNumber(BinaryReader reader) => reader.ReadInt32() is var number && number == int.MinValue ? null : number;

    private static void WriteBytes(BinaryWriter writer, ImmutableArray<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes.AsSpan());
    }

    private static ImmutableArray<byte> ReadBytes(BinaryReader reader) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(reader.ReadBytes(reader.ReadInt32()));

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static byte[] Compress(Action<BinaryWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var compressed = new BrotliStream(buffer, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(compressed, Encoding.UTF8))
        {
            write(writer);
        }

        return buffer.ToArray();
    }

    private static BinaryReader Open(byte[] bytes) =>
        new(new BrotliStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress), Encoding.UTF8);
}
