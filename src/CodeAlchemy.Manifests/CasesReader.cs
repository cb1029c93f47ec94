using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Cases;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests;

/// <summary>Reads the cases of a program: the sidecar <c>&lt;file&gt;.cases.yaml</c> and a sample's <c>cases.yaml</c>. Thread-safe.</summary>
public static class CasesReader
{
    /// <summary>Reads the text; the cases come in its order, with the origin <c>sidecar</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Path for the diagnostics.</param>
    public static Parsed<IReadOnlyList<ExecutionCase>> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        var root = YamlTreeReader.Read(text, file, bag);
        IReadOnlyList<ExecutionCase>? cases = null;
        _ = root is not null && CasesShape.Instance.TryRead(root, new ReadContext(bag), out cases);
        return bag.Result(cases);
    }
}
