using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts;

/// <summary>
/// A compiled template in a strict subset of Scriban (https://github.com/scriban/scriban, described in docs/prompts.md): what is
/// accepted gives the same bytes there, what is not is refused by name. Compiled once, rendered from any number of threads at once.
/// </summary>
public sealed class PromptTemplate
{
    /// <summary>Most characters of a rendering when the caller does not say otherwise.</summary>
    public const int DefaultMaximumLength = 16 << 20;

    private readonly TemplateSource _source;
    private readonly Block _body;

    private PromptTemplate(TemplateSource source, string sha256, Block body, TreeFacts facts)
    {
        _source = source;
        _body = body;
        Sha256 = sha256;
        Reads = facts.Variables;
        Variables = [.. Reads.Keys];
        IncludeReferences = facts.Includes;
        Includes = [.. facts.Includes.Select(i => i.Path).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Path as users know it.</summary>
    public string Path => _source.Path;

    /// <summary>The text it was compiled from.</summary>
    public string Text => _source.Text;

    /// <summary>Lower-case hexadecimal SHA-256 of the template's UTF-8 bytes, without what it includes.</summary>
    public string Sha256 { get; }

    /// <summary>The variables it reads and does not set itself, as written (<c>source.path</c>), sorted.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>The paths it includes, sorted.</summary>
    public ImmutableArray<string> Includes { get; }

    /// <summary>The variables of <see cref="Variables"/> with the place where each is read first.</summary>
    public IEnumerable<KeyValuePair<string, TextLocation>> VariablePlaces => Reads.Select(r => KeyValuePair.Create(r.Key, r.Value.Location));

    internal Block Body => _body;

    internal ImmutableSortedDictionary<string, Span> Reads { get; }

    internal ImmutableArray<IncludeReference> IncludeReferences { get; }

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
        var source = new TemplateSource(path, text);
        var diagnostics = new Diagnostics(source);
        var body = new Parser(source, new Lexer(source, diagnostics).Run(), diagnostics).Run();
        var facts = new TreeFacts(body, diagnostics);
        ImmutableArray<Diagnostic> ordered = [.. diagnostics.All.OrderBy(d => d.Location!.Line).ThenBy(d => d.Location!.Column)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Parsed<PromptTemplate>(ordered.IsEmpty ? new PromptTemplate(source, hash, body, facts) : null, ordered);
    }

    /// <summary>Renders the template. A variable that is not there is an error; one that is <see langword="null"/> writes nothing.</summary>
    /// <param name="values">Texts, numbers, truth values, dates, lists and dictionaries of them.</param>
    /// <param name="maximumLength">Most characters of the result.</param>
    /// <exception cref="ProblemException">A variable is missing, an operation is not defined, or a limit is reached.</exception>
    public string Render(IReadOnlyDictionary<string, object?> values, int maximumLength = DefaultMaximumLength) =>
        Render(values, RenderOptions.Default with { MaximumLength = maximumLength });

    /// <summary>Renders the template.</summary>
    /// <param name="values">Texts, numbers, truth values, dates, lists and dictionaries of them.</param>
    /// <param name="options">What the rendering may use.</param>
    /// <exception cref="ProblemException">A variable is missing, an operation is not defined, or a limit is reached.</exception>
    public string Render(IReadOnlyDictionary<string, object?> values, RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        var context = new RenderContext(_source, values, options);
        RenderInto(context, new Span(_source, 0, 0));
        return context.Output.ToString();
    }

    /// <summary>Writes the template into a rendering that is under way.</summary>
    internal void RenderInto(RenderContext context, Span span)
    {
        context.Flow = Flow.Next;
        if (_body.Execute(context) is { } result)
        {
            context.Write(result, span);
        }

        context.Flow = Flow.Next;
    }
}
