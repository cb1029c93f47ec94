using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Tests;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>A program, and traces of it as a tracer would write them.</summary>
internal static class Programs
{
    public const string SumText = """
        import sys


        def total(values):
            result = 0
            for value in values:
                if value < 0:
                    raise ValueError("negative")
                result += value
            return result


        try:
            print("sum is", total([int(a) for a in sys.argv[1:]]))
        except ValueError as e:
            print("refused:", e)
        """;

    public static SourceFile Source(string text = SumText, string path = "tools/sum.py") => new()
    {
        Ordinal = 0,
        Path = path,
        Language = "python",
        Text = text,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + path))),
    };

    /// <summary>Evidence of <see cref="SumText"/> run with integers as arguments.</summary>
    public static TraceEvidence Sum(ExecutionCase @case)
    {
        var script = new StringBuilder("call 1 <module>\nline 1 1\nline 1 4\nline 1 13\nline 1 14\n");
        var numbers = @case.Arguments.Select(int.Parse).ToArray();
        script.Append($"call 2 total values=[{string.Join(",", numbers)}]\nline 2 5\n");
        var result = 0;
        var output = "";
        script.Append("line 2 6 result=0\n");
        foreach (var number in numbers)
        {
            script.Append($"line 2 7 value={number}\n");
            if (number < 0)
            {
                output = "refused: negative\n";
                script.Append("line 2 8\nraise 2 8 ValueError negative\ncatch 1 15 ValueError\nline 1 15\nline 1 16\n");
                break;
            }

            result += number;
            script.Append($"line 2 9\nline 2 6 result={result}\n");
        }

        if (output.Length == 0)
        {
            output = $"sum is {result}\n";
            script.Append($"line 2 10\nret 2 10 ={result}\n");
        }

        return Evidence(script.Append($"out {output.TrimEnd()}\\n\nret 1 14\n").ToString(), output, @case);
    }

    public static TraceEvidence Evidence(string script, string output, ExecutionCase @case)
    {
        var run = Run(ExecutionStatus.Ok, output);
        var trace = TraceBuilder.Of(script, @case);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output)));
        return new TraceEvidence { Untraced = run, Traced = [run, run, run], Agreed = trace with { End = trace.End with { StdoutSha256 = sha256 } } };
    }

    public static TraceEvidence Refused(string reason, string detail, string? evidence = null) =>
        new() { Untraced = Run(ExecutionStatus.Timeout, ""), Traced = [], Reason = reason, Detail = detail, Evidence = evidence };

    private static RunResult Run(ExecutionStatus status, string output) =>
        new() { Status = status, ExitCode = 0, Stdout = Encoding.UTF8.GetBytes(output).ToImmutableArray() };
}
