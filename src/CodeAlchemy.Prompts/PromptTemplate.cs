using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Nodes;
using CodeAlchemy.Prompts.Parsing;

namespace CodeAlchemy.Prompts;

/// <summary>
/// A compiled template in a strict subset of Scriban (https://github.com/scriban/scriban): text, <c>{{ variable }}</c>,
/// <c>{{ a.b.c }}</c>, white-space control with <c>-</c> and <c>~</c>, comments and escape blocks. Everything else is refused
/// by name. Compiled once, rendered from any number of threads at once.
/// </summary>
public sealed class PromptTemplate
{
    /// <summary>Most characters of a rendering when the caller does not say otherwise.</summary>
    public const int DefaultMaximumLength = 16 << 20;

    private readonly ImmutableArray<TemplateNode> _nodes;

    private PromptTemplate(string path, string sha256, ImmutableArray<TemplateNode> nodes)
    {
        Path = path;
        Sha256 = sha256;
        _nodes = nodes;
        Variables = [.. nodes.SelectMany(n => n.Expressions).Select(e => e.Path).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Path as users know it.</summary>
    public string Path { get; }

    /// <summary>Lower-case hexadecimal SHA-256 of the template's UTF-8 bytes.</summary>
    public string Sha256 { get; }

    /// <summary>The variables it reads, as written (<c>source.path</c>), sorted.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>Compiles a template.</summary>
    /// <param name="text">Text of the template.</param>
    /// <param name="path">Path for messages and provenance.</param>
    public static Parsed<PromptTemplate> Parse(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        return Parse(text, path, Encoding.UTF8.GetBytes(text));
    }

    internal static Parsed<PromptTemplate> Parse(string text, string path, byte[] bytes)
    {
        var diagnostics = new List<Diagnostic>();
        var source = new TemplateSource(path, text);
        var nodes = new Parser(source, new Lexer(source, diagnostics).Run(), diagnostics).Run();
        ImmutableArray<Diagnostic> ordered = [.. diagnostics.OrderBy(d => d.Location!.Line).ThenBy(d => d.Location!.Column)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Parsed<PromptTemplate>(ordered.IsEmpty ? new PromptTemplate(path, hash, nodes) : null, ordered);
    }

    /// <summary>Renders the template. A variable that is not there is an error; one that is <see langword="null"/> writes nothing.</summary>
    /// <param name="values">Strings, numbers, truth values and dictionaries of them.</param>
    /// <param name="maximumLength">Most characters of the result.</param>
    /// <exception cref="ProblemException">A variable is missing or can't be written, or the result is too long.</exception>
    public string Render(IReadOnlyDictionary<string, object?> values, int maximumLength = DefaultMaximumLength)
    {
        ArgumentNullException.ThrowIfNull(values);
        var context = new RenderContext(Path, values, maximumLength);
        foreach (var node in _nodes)
        {
            node.Render(context);
        }

        return context.ToString();
    }
}
