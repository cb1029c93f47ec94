using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>Translate the file into another language; the translation is run in that language and must do what the original does.</summary>
internal sealed class TranslateRequest() : CheckedRequest("translate", "to port the file to the language named below, with the same arguments, input, output and exit status")
{
    // Name of a language plugin → ending of its files.
    private static readonly ImmutableArray<(string Id, string Extension)> Targets =
        [("python", ".py"), ("java", ".java"), ("cpp", ".cpp"), ("javascript", ".js"), ("typescript", ".ts"), ("c", ".c")];

    protected override string AnswerTemplate => "code-dev/model-answer-translation.scriban";

    public override async ValueTask<Outcome?> Make(RequestBench bench, CancellationToken cancellationToken)
    {
        var others = Targets.Where(target => target.Id != bench.Source.Language).ToList();
        var (id, extension) = others[bench.Workbench.Random("translate").Next(others.Count)];
        var values = bench.Values(Name);
        values["target"] = LanguageNames.Of(id);
        values["targetId"] = id;
        values["targetFile"] = Path.ChangeExtension(bench.Source.FileName, extension);
        var outcome = await Make(bench, values, cancellationToken);
        return outcome is Sample row
            ? row with { Labels = row.Labels.Add("target", id), Extra = new JsonObject { ["target"] = id } }
            : outcome;
    }

    protected override async ValueTask<RequestFault?> Check(
        RequestBench bench, ChatReply reply, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        if (CodeBlocks.Single(reply.Content) is not { } block)
        {
            return RequestFault.NoCode;
        }

        var translation = bench.Source.WithText(block.Code, (string)values["targetFile"]!, (string)values["targetId"]!);
        return !bench.Parses(translation) ? RequestFault.DoesNotParse
            : await bench.Difference(translation, cancellationToken) is { } difference ? RequestFault.Changed(difference)
            : null;
    }

    protected override ImmutableArray<Verification> Evidence(RequestBench bench, ChatReply reply) =>
        [new Verification("parses", VerificationStatus.Verified), bench.Alike()];
}
