using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>Write tests: arguments, input and what must come out; each is run against the file.</summary>
internal sealed class TestsRequest() : CheckedRequest("test", "to write a small set of black-box tests for the program: arguments, standard input, expected output and exit status")
{
    protected override string AnswerTemplate => "code-dev/model-answer-tests.scriban";

    protected override ReplySchema AnswerSchema => RequestSchemas.Tests;

    protected override async ValueTask<RequestFault?> Check(
        RequestBench bench, ChatReply reply, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        foreach (var (test, index) in Tests(reply).Select((test, index) => (test, index)))
        {
            var @case = ExecutionCase.Default with
            {
                Name = $"test-{index + 1}",
                Arguments = [.. test.GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()!)],
                Stdin = [.. Encoding.UTF8.GetBytes(Text(test, "stdin"))],
            };
            var run = await bench.Workbench.Run(bench.Source, @case, cancellationToken);
            var output = Encoding.UTF8.GetString(run.Stdout.AsSpan());
            if (run.ExitCode != test.GetProperty("exit").GetInt32() || output.TrimEnd() != Text(test, "stdout").ReplaceLineEndings("\n").TrimEnd())
            {
                return new RequestFault(
                    RejectReasons.WrongAnswer,
                    "A test in the answer does not hold for the program.",
                    $"Test {index + 1} does not hold: the program ends with {Endings.Of(run)} and writes\n\n{Fences.Wrap(output.Length > 2000 ? output[..2000] : output)}");
            }
        }

        return null;
    }

    protected override ImmutableArray<Verification> Evidence(RequestBench bench, ChatReply reply) =>
        [new Verification("tests", VerificationStatus.Verified, $"all {Tests(reply).Count} tests hold for the program")];

    protected override ChatReply Shown(ChatReply reply, Dictionary<string, object?> values) => reply with { Content = Written(reply, (string)values["file"]!) };

    protected override JsonObject Facts(ChatReply reply) => new() { ["tests"] = JsonNode.Parse(reply.Structured!.Value.GetProperty("tests").GetRawText()) };

    private static string Written(ChatReply reply, string file)
    {
        var text = new StringBuilder(Text(reply.Structured!.Value, "intent").Trim());
        foreach (var (test, index) in Tests(reply).Select((test, index) => (test, index)))
        {
            var arguments = test.GetProperty("arguments").EnumerateArray().Select(argument => Fences.Span(argument.GetString()!)).ToList();
            text.Append($"\n\n{index + 1}. {Text(test, "checks").Trim().TrimEnd('.')}. Run {Fences.Span(file)} with ")
                .Append(arguments.Count == 0 ? "no arguments" : $"the arguments {string.Join(", ", arguments)}")
                .Append(Text(test, "stdin") is { Length: > 0 } stdin ? $" and this standard input:\n\n{Fences.Wrap(stdin)}\n\n" : " and empty standard input. ")
                .Append($"The exit status must be {test.GetProperty("exit").GetInt32()}, and the output must be")
                .Append(Text(test, "stdout") is { Length: > 0 } stdout ? $":\n\n{Fences.Wrap(stdout)}" : " empty.");
        }

        return text.ToString();
    }

    private static List<JsonElement> Tests(ChatReply reply) => [.. reply.Structured!.Value.GetProperty("tests").EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
