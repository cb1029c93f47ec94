using System.Buffers;
using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Tests.Shared;

/// <summary>Rows as runs write them.</summary>
internal static class ReviewedRows
{
    public static string Id(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    public static string Line(
        int number, string answer = "4", string strategy = "qa", string language = "python", string run = "run-1", string path = "a/sum.py", string? rendering = null)
    {
        var source = new SourceFile { Ordinal = 0, Path = path, Language = language, Text = "print(2 + 2)\n", Sha256 = new string('5', 64) };
        var sample = new Sample
        {
            Task = "predict-output",
            Messages = [new Message("user", $"What does program {number} print?\n\n```python\nprint(2 + 2)\n```"), new Message("assistant", answer)],
            Verification = [new Verification("execution", VerificationStatus.Verified, "digest")],
            Scores = System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty.Add("difficulty", 0.5),
            Labels = rendering is null ? System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty : System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("rendering", rendering),
        };
        var buffer = new ArrayBufferWriter<byte>();
        SampleJson.Write(buffer, Id(number), source, new RowOrigin(run, strategy, "1.0.0", "{}", 42), sample, "codealchemy-8k", 17);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Reject(int number, string reason, string? strategy = "qa") =>
        $$"""{"id":"{{Id(number)}}","input":"b{{number}}.py","language":"python","stage":"{{strategy ?? "size"}}","strategy":{{(strategy is null ? "null" : $"\"{strategy}\"")}},"task":null,"case":null,"reason":"{{reason}}","detail":"Too odd.","evidence":null}""";
}
