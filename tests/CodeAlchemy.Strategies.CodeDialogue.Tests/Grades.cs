using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Tests;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

/// <summary>A program that labels scores, and what any version of it does: traces as a tracer would write them, for the two comparisons that a version has.</summary>
internal static partial class Grades
{
    public const string Text = """
        import sys

        def label(score):
            if score > 90:
                return "top"
            if score < 0:
                raise ValueError("below zero: %d" % score)
            return "fair"

        def show(score):
            text = label(score)
            print(text, score)
            return text

        def run(scores):
            best = 0
            for score in scores:
                show(score)
                best = max(best, score)
            print("best", best)
            return best

        def spare(score):
            return score

        run([int(a) for a in sys.argv[1:]])

        """;

    public static ExecutionCase Many { get; } = new() { Name = "many", Arguments = ["50", "7", "1000"], Origin = "sidecar" };

    public static ExecutionCase Few { get; } = new() { Name = "few", Arguments = ["95"], Origin = "sidecar" };

    public static ExecutionCase Bad { get; } = new() { Name = "bad", Arguments = ["50", "-3"], Origin = "sidecar" };

    public static SourceFile Source(string path = "tools/grades.py") => new()
    {
        Ordinal = 0,
        Path = path,
        Language = "python",
        Text = Text,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text + path))),
    };

    public static RunResult Run(SourceFile file, ExecutionCase @case) => Evidence(file, @case).Untraced;

    /// <summary>What a version does in a case.</summary>
    public static TraceEvidence Evidence(SourceFile file, ExecutionCase @case)
    {
        var (script, output, status) = new Play(file.Text, [.. @case.Arguments.Select(a => int.Parse(a, CultureInfo.InvariantCulture))]).Run();
        var trace = TraceBuilder.Of(script, @case);
        var run = new RunResult { Status = status == 0 ? ExecutionStatus.Ok : ExecutionStatus.Error, ExitCode = status, Stdout = [.. Encoding.UTF8.GetBytes(output)] };
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(run.Stdout.AsSpan()));
        var events = trace.Events.Select(e => e.Function is { } function ? e with { Depth = Depths[function] } : e).ToImmutableArray();
        return new TraceEvidence
        {
            Untraced = run, Traced = [run, run, run],
            Agreed = trace with { Events = events, End = trace.End with { ExitCode = status, Status = run.Status, StdoutSha256 = sha256, Digest = Digest(file, @case) } },
        };
    }

    /// <summary>The digest that a version's trace has in a case.</summary>
    public static string Digest(SourceFile file, ExecutionCase @case) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Text}/{@case.Name}")));

    /// <summary>The functions of the program.</summary>
    public static SourceOutline Outline { get; } = new() { Functions = [Function("label", 3, 8), Function("show", 10, 13), Function("run", 15, 21), Function("spare", 23, 24)] };

    /// <summary>A tree with the two comparisons; one with an error when the text has the word <c>broken</c>.</summary>
    public static ISyntaxTree Tree(SourceFile file) => new Node.Tree(file.Text, file.Text.Contains("broken", StringComparison.Ordinal));

    private static readonly Dictionary<string, int> Depths = new(StringComparer.Ordinal) { ["<module>"] = 0, ["run"] = 1, ["show"] = 2, ["label"] = 3 };

    private static OutlineFunction Function(string name, int first, int last)
    {
        var lines = Text.Split('\n');
        int At(int line) => lines.Take(line - 1).Sum(l => l.Length + 1);
        var span = new SourceSpan(At(first), At(last + 1) - 1, first, last);
        return new OutlineFunction(name, span, default, span with { Start = At(first + 1), StartLine = first + 1 }, null);
    }

    /// <summary>Plays a version.</summary>
    private sealed partial class Play(string text, int[] scores)
    {
        private readonly StringBuilder _script = new();
        private readonly StringBuilder _output = new();
        private int _frame = 2;

        public (string Script, string Output, int Status) Run()
        {
            var list = $"[{string.Join(",", scores)}]";
            _script.Append($"call 1 <module>@1\nline 1 1\nline 1 3\nline 1 10\nline 1 15\nline 1 23\nline 1 26\ncall 2 run@15 scores={list}\nline 2 16\nline 2 17 best=0\n");
            var best = 0;
            foreach (var score in scores)
            {
                _script.Append($"line 2 18 score={score}\n");
                if (!Show(score))
                {
                    return (_script.Append("unw 2 18\nunw 1 26\n").ToString(), _output.ToString(), 1);
                }

                _script.Append("line 2 19\n");
                best = Math.Max(best, score);
                _script.Append($"line 2 17 best={best}\n");
            }

            _script.Append($"line 2 20\nout best {best}\\n\nline 2 21\nret 2 21 ={best}\nret 1 26\n");
            _output.Append($"best {best}\n");
            return (_script.ToString(), _output.ToString(), 0);
        }

        private bool Show(int score)
        {
            var frame = ++_frame;
            _script.Append($"call {frame} show@10 score={score}\nline {frame} 11\n");
            if (Label(score) is not { } label)
            {
                _script.Append($"unw {frame} 11\n");
                return false;
            }

            _script.Append($"line {frame} 12 text=\"{label}\"\nout {label} {score}\\n\nline {frame} 13\nret {frame} 13 =\"{label}\"\n");
            _output.Append($"{label} {score}\n");
            return true;
        }

        private string? Label(int score)
        {
            var frame = ++_frame;
            _script.Append($"call {frame} label@3 score={score}\nline {frame} 4\n");
            if (Holds(4, score, 90))
            {
                _script.Append($"line {frame} 5\nret {frame} 5 =\"top\"\n");
                return "top";
            }

            _script.Append($"line {frame} 6\n");
            if (Holds(6, score, 0))
            {
                _script.Append($"line {frame} 7\nraise {frame} 7 ValueError below zero: {score}\nunw {frame} 7\n");
                return null;
            }

            _script.Append($"line {frame} 8\nret {frame} 8 =\"fair\"\n");
            return "fair";
        }

        private bool Holds(int line, int left, int right) => Comparison().Match(text.Split('\n')[line - 1]).Groups[1].Value switch
        {
            "<" => left < right,
            "<=" => left <= right,
            ">" => left > right,
            _ => left >= right,
        };

        [GeneratedRegex(@"score (\S+) \d")]
        private static partial Regex Comparison();
    }
}
