using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Cases;

/// <summary>A <c>cases.yaml</c>.</summary>
internal static class CasesShape
{
    private static readonly Shape<ImmutableArray<byte>> Base64 = new ScalarShape<ImmutableArray<byte>>(
        "base64", ParseBase64, () => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" });

    /// <summary>Text, which is taken as UTF-8, or <c>{base64: …}</c>.</summary>
    private static readonly Shape<ImmutableArray<byte>> Bytes = new EitherShape<ImmutableArray<byte>>(
        node => node is not MappingNode,
        new ScalarShape<ImmutableArray<byte>>("text or {base64: …}", ParseText, () => Scalars.Typed("string")),
        new ObjectShape<ImmutableArray<byte>>(() => []).Required("base64", Base64, (_, v) => v, "The bytes in base64."));

    private static readonly ObjectShape<ExecutionCase> Case =
        new ObjectShape<ExecutionCase>(() => new ExecutionCase { Name = "", Origin = "sidecar" })
            .Required("name", Scalars.Matching("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "a name of letters, digits, '.', '_' and '-'"), (c, v) => c with { Name = v }, "Name, unique in the file.")
            .Optional("arguments", Scalars.Text.List(), (c, v) => c with { Arguments = v }, "Arguments of the program.", new JsonArray())
            .Optional("stdin", Bytes, (c, v) => c with { Stdin = v }, "Standard input.", "")
            .Optional("files", Bytes.Dictionary(Paths.Inside), (c, v) => c with { Files = v }, "Files put into the working directory: path and content.", new JsonObject())
            .Rule(FilesAreNoFolders);

    public static ObjectShape<IReadOnlyList<ExecutionCase>> Instance { get; } = new ObjectShape<IReadOnlyList<ExecutionCase>>(() => [])
        .Optional("apiVersion", CommonShapes.ApiVersion, (c, _) => c, "Version of the format.")
        .Required("cases", Case.List(least: 1), (_, v) => v, "Ways to execute the program, in order.")
        .Rule(NamesDiffer);

    private static ScalarFault? ParseText(ScalarNode node, out ImmutableArray<byte> value)
    {
        value = [.. Encoding.UTF8.GetBytes(node.Text)];
        return null;
    }

    private static ScalarFault? ParseBase64(ScalarNode node, out ImmutableArray<byte> value)
    {
        value = [];
        var buffer = new byte[node.Text.Length];
        if (!Convert.TryFromBase64String(node.Text, buffer, out var count))
        {
            return ScalarFault.Bad("is not base64.");
        }

        value = [.. buffer.AsSpan(0, count)];
        return null;
    }

    private static bool FilesAreNoFolders(ExecutionCase @case, MappingNode mapping, ReadContext context)
    {
        var clash = @case.Files.Keys.FirstOrDefault(file => @case.Files.Keys.Any(other => other.StartsWith(file + "/", StringComparison.Ordinal)));
        if (clash is not null)
        {
            context.Error(DiagnosticCodes.BadPath, $"'{clash}' is a file and a folder at once.", mapping["files"]!);
        }

        return clash is null;
    }

    private static bool NamesDiffer(IReadOnlyList<ExecutionCase> cases, MappingNode mapping, ReadContext context)
    {
        var items = ((SequenceNode)mapping["cases"]!).Items;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            if (!seen.Add(cases[i].Name))
            {
                context.Error(DiagnosticCodes.DuplicateName, $"Two cases are named '{cases[i].Name}'.", ((MappingNode)items[i])["name"]!);
            }
        }

        return seen.Count == cases.Count;
    }
}
