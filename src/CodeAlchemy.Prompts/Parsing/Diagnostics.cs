using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>What is wrong with one template.</summary>
internal sealed class Diagnostics(TemplateSource source)
{
    private const int Most = 50;
    private readonly List<Diagnostic> _all = [];

    public IReadOnlyList<Diagnostic> All => _all;

    /// <summary>Something Scriban refuses too.</summary>
    public void Syntax(int offset, int length, string message, string remedy) => Add("template-syntax", offset, length, message, remedy);

    /// <summary>Something Scriban knows and this renderer refuses.</summary>
    public void Unsupported(int offset, int length, string message, string remedy) => Add("template-unsupported", offset, length, message, remedy);

    private void Add(string code, int offset, int length, string message, string remedy)
    {
        if (_all.Count < Most)
        {
            _all.Add(new Diagnostic(code, DiagnosticSeverity.Error, message, source.Locate(offset, length), remedy));
        }
    }
}
