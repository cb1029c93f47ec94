using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Abstractions.Tracing;

public static partial class TraceJson
{
    /// <summary>
    /// Reads the canonical form. Strict: an unknown key, kind or major version, a missing key or a gap in the numbers is an error.
    /// </summary>
    /// <param name="text">The lines.</param>
    /// <param name="file">Name for diagnostics.</param>
    public static Parsed<Trace> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var number = 0;
        try
        {
            TraceHeader? header = null;
            TraceEnd? end = null;
            var events = ImmutableArray.CreateBuilder<TraceEvent>();
            foreach (var line in text.EnumerateLines())
            {
                number++;
                if (line.IsEmpty)
                {
                    continue;
                }

                using var json = JsonDocument.Parse(line.ToString());
                var fields = new JsonFields(json.RootElement);
                if (header is null)
                {
                    header = ReadHeader(fields);
                }
                else if (end is not null)
                {
                    throw new TraceFormatException("There is a line after the end line.", "Remove it.");
                }
                else if (fields.Text("kind") == "end")
                {
                    end = ReadEnd(fields, events.Count);
                }
                else
                {
                    events.Add(ReadEvent(fields, events.Count + 1));
                }
            }

            return header is not null && end is not null
                ? new Parsed<Trace>(new Trace(header, events.ToImmutable(), end), [])
                : throw new TraceFormatException("The trace has no end line.", "It was cut off; make it again.");
        }
        catch (TraceFormatException e)
        {
            return Failed(e.Message, e.Remedy);
        }
        catch (JsonException e)
        {
            return Failed($"The line is not JSON: {e.Message}", "A trace holds one JSON object per line.");
        }

        Parsed<Trace> Failed(string message, string remedy) => new(
            null, [new Diagnostic("trace-format", DiagnosticSeverity.Error, message, new TextLocation(file, number), remedy)]);
    }

    /// <summary>Reads a trace that the tool wrote itself.</summary>
    /// <exception cref="InvalidDataException">It is not in the canonical form.</exception>
    public static Trace Read(Stream lines)
    {
        using var reader = new StreamReader(lines, StrictUtf8, false, -1, leaveOpen: true);
        var parsed = Read(reader.ReadToEnd(), "trace");
        return parsed.Value ?? throw new InvalidDataException($"{parsed.Diagnostics[0].Location}: {parsed.Diagnostics[0].Message}");
    }

    private static TraceHeader ReadHeader(JsonFields fields)
    {
        var schema = fields.Text("schema");
        if (schema != TraceHeader.CurrentSchema)
        {
            throw new TraceFormatException(
                $"The schema is '{schema}'; this version reads '{TraceHeader.CurrentSchema}'.", "Use a version that knows it.");
        }

        fields.Only("schema", "language", "languageVersion", "tracer", "source", "case", "environment", "limits", "isolation");
        var source = fields.Object("source").Only("sha256");
        var @case = fields.Object("case").Only("arguments", "stdinSha256");
        var limits = fields.Object("limits").Only("events", "bytes", "depth", "items", "characters");
        return new TraceHeader
        {
            Language = fields.Text("language"),
            LanguageVersion = fields.Text("languageVersion"),
            Tracer = fields.Text("tracer"),
            SourceSha256 = source.Text("sha256"),
            Arguments = @case.Texts("arguments"),
            StdinSha256 = @case.Text("stdinSha256"),
            Environment = fields.Object("environment").Members()
                .ToImmutableSortedDictionary(m => m.Name, m => JsonFields.AsText(m.Value, m.Name), StringComparer.Ordinal),
            Limits = new TraceLimits
            {
                Events = limits.Number("events"),
                Bytes = limits.LongNumber("bytes"),
                Depth = limits.Number("depth"),
                Items = limits.Number("items"),
                Characters = limits.Number("characters"),
            },
            Isolation = fields.Text("isolation") switch
            {
                "strict" => IsolationLevel.Strict,
                "standard" => IsolationLevel.Standard,
                "none" => IsolationLevel.None,
                var other => throw new TraceFormatException($"The isolation '{other}' is not known.", "Use strict, standard or none."),
            },
        };
    }

    private static TraceEvent ReadEvent(JsonFields fields, int expected)
    {
        fields.Only(
            "seq", "kind", "frame", "depth", "function", "line", "file", "thread", "set", "del", "value", "unwound", "exception",
            "output", "input", "note");
        if (fields.Number("seq") != expected)
        {
            throw new TraceFormatException($"The event has the number {fields.Number("seq")}; {expected} was expected.", "Events are numbered without gaps.");
        }

        var kind = Array.IndexOf(KindNames, fields.Text("kind"));
        if (kind < 0)
        {
            throw new TraceFormatException($"The kind '{fields.Text("kind")}' is not known.", $"Kinds are {string.Join(", ", KindNames)}.");
        }

        return new TraceEvent
        {
            Sequence = expected,
            Kind = (TraceEventKind)kind,
            Frame = fields.NumberOr("frame", 0),
            Depth = fields.NumberOr("depth", 0),
            Function = fields.TextOrNull("function"),
            Line = fields.NumberOr("line", 0),
            File = fields.TextOrNull("file"),
            Thread = fields.NumberOr("thread", 1),
            Set = fields.Has("set")
                ? [.. fields.Object("set").Members().Select(m => new TraceVariable(m.Name, ReadValue(new JsonFields(m.Value))))]
                : [],
            Deleted = fields.Has("del") ? fields.Texts("del") : [],
            Value = fields.Has("value") ? ReadValue(fields.Object("value")) : null,
            Unwound = fields.Flag("unwound"),
            Exception = fields.Has("exception") ? ReadException(fields.Object("exception")) : null,
            Chunk = fields.Has("output") ? ReadChunk(fields.Object("output"))
                : fields.Has("input") ? ReadChunk(fields.Object("input"))
                : null,
            Note = fields.TextOrNull("note"),
        };
    }

    private static TraceValue ReadValue(JsonFields fields)
    {
        fields.Only("type", "text", "alias", "length");
        return new TraceValue(
            fields.Text("type"), fields.Text("text"), fields.NumberOr("alias", 0), fields.Has("length") ? fields.LongNumber("length") : -1);
    }

    private static TraceException ReadException(JsonFields fields)
    {
        fields.Only("type", "message");
        return new TraceException(fields.Text("type"), fields.TextOrNull("message"));
    }

    private static TraceChunk ReadChunk(JsonFields fields)
    {
        fields.Only("fd", "text", "base64");
        var bytes = fields.TextOrNull("text") is { } text ? Encoding.UTF8.GetBytes(text) : fields.Base64("base64");
        return new TraceChunk(fields.Number("fd"), [.. bytes]);
    }

    private static TraceEnd ReadEnd(JsonFields fields, int events)
    {
        fields.Only("seq", "kind", "status", "exitCode", "signal", "events", "recorded", "stdoutSha256", "digest");
        if (fields.Number("seq") != events + 1)
        {
            throw new TraceFormatException("The number of the end does not follow the last event's.", "Events are numbered without gaps.");
        }

        if (!ExecutionStatusNames.TryParse(fields.Text("status"), out var status))
        {
            throw new TraceFormatException($"The status '{fields.Text("status")}' is not known.", "See docs/tracing.md for the statuses.");
        }

        return new TraceEnd(
            status, fields.NumberOrNull("exitCode"), fields.NumberOrNull("signal"), events, fields.Text("stdoutSha256"), fields.Text("digest"));
    }
}
