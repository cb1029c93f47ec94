using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Programs;

/// <summary>A program with its tree and outline, and what tools that change or judge it ask of both. Disposing of it ends its nodes.</summary>
public sealed class ParsedProgram : IDisposable
{
    private readonly ISyntaxTree _tree;
    private readonly byte[] _bytes;

    private ParsedProgram(SourceFile source, ISyntaxTree tree, SourceOutline outline)
    {
        (Source, _tree, Outline) = (source, tree, outline);
        _bytes = Encoding.UTF8.GetBytes(source.Text);
        Nodes = [.. Walk(tree.Root, _ => true)];
        Lines = [.. source.Text.Split('\n')];
        IsBraced = outline.Functions.IsEmpty
            ? Nodes.Any(n => n.IsNamed && (n.Kind.Contains("block", StringComparison.Ordinal) || n.Kind.Contains("body", StringComparison.Ordinal)) && StartsWith(n.Span, '{'))
            : outline.Functions.All(f => StartsWith(f.Body, '{'));
        Unit = UnitOf(outline, Lines);
    }

    /// <summary>The program.</summary>
    public SourceFile Source { get; }

    /// <summary>What stands where in it.</summary>
    public SourceOutline Outline { get; }

    /// <summary>Every node, parents before children, in the order of the text.</summary>
    public ImmutableArray<ISyntaxNode> Nodes { get; }

    /// <summary>Its lines.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>Whether braces, and not indentation, make its blocks.</summary>
    public bool IsBraced { get; }

    /// <summary>One step of indentation.</summary>
    public string Unit { get; }

    /// <summary>Whether it holds a syntax error.</summary>
    public bool HasErrors => _tree.HasErrors;

    /// <summary>Its tokens in order: leaves, with texts, comments and directives whole. Tokens without text are left out.</summary>
    public IEnumerable<ISyntaxNode> Tokens =>
        Walk(_tree.Root, n => !NodeKinds.IsOpaque(n)).Where(n => n.Span.Length > 0 && (NodeKinds.IsOpaque(n) || !n.Children.Any()));

    /// <summary>Parses a program; <see langword="null"/> when its language has no grammar.</summary>
    public static ParsedProgram? Of(SourceFile source, IWorkbench workbench)
    {
        ArgumentNullException.ThrowIfNull(workbench);
        return workbench.Syntax(source) is { } tree ? Of(tree, workbench.Outline(source), source) : null;
    }

    /// <summary>A program that is parsed already; the tree is its own from now on.</summary>
    public static ParsedProgram Of(ISyntaxTree tree, SourceOutline outline, SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(source);
        return new ParsedProgram(source, tree, outline);
    }

    /// <summary>The text of a span.</summary>
    public string Slice(SourceSpan span) => Slice(span.Start, span.End);

    /// <summary>The text between two bytes.</summary>
    public string Slice(int start, int end) => Encoding.UTF8.GetString(_bytes.AsSpan(start, end - start));

    /// <summary>The byte at which the line of a byte begins.</summary>
    public int LineStart(int at) => _bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;

    /// <summary>The byte after the line end of the line of a byte.</summary>
    public int LineEnd(int at) => _bytes.AsSpan(at).IndexOf((byte)'\n') is >= 0 and var length ? at + length + 1 : _bytes.Length;

    /// <summary>White space at the beginning of the line of a span.</summary>
    public string Indentation(SourceSpan span) => Development.SourceLines.Indentation(Lines[span.StartLine - 1]);

    /// <summary>Whether only white space stands before a span on its first line and after it on its last.</summary>
    public bool IsAlone(SourceSpan span) => BeginsLine(span) && Slice(span.End, LineEnd(span.End)).Trim().Length == 0;

    /// <summary>Whether only white space stands before a span on its line.</summary>
    public bool BeginsLine(SourceSpan span) => Slice(LineStart(span.Start), span.Start).Trim().Length == 0;

    /// <summary>The node of exactly a span, the outermost one; <see langword="null"/> when there is none.</summary>
    public ISyntaxNode? At(SourceSpan span) => Nodes.FirstOrDefault(n => n.Span == span && n.IsNamed);

    /// <summary>The statements that stand directly in a function's body, comments left out.</summary>
    public ImmutableArray<ISyntaxNode> Statements(OutlineFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return At(function.Body) is { } body ? [.. body.Children.Where(c => c.IsNamed && !NodeKinds.IsComment(c))] : [];
    }

    /// <summary>Names that stand in the program as identifiers of any kind.</summary>
    public ImmutableHashSet<string> Names() => [.. Nodes.Where(NodeKinds.IsIdentifier).Select(n => n.Text)];

    /// <inheritdoc/>
    public void Dispose() => _tree.Dispose();

    private bool StartsWith(SourceSpan span, char mark) => span.Length > 0 && _bytes[span.Start] == mark;

    private static string UnitOf(SourceOutline outline, ImmutableArray<string> lines)
    {
        string Lead(int line) => Development.SourceLines.Indentation(lines[line - 1]);
        var steps = outline.Functions.Where(f => f.Body.EndLine > f.Span.StartLine)
            .Select(f => (Outer: Lead(f.Span.StartLine), Inner: Inner(f, lines)))
            .Where(s => s.Inner.Length > s.Outer.Length && s.Inner.StartsWith(s.Outer, StringComparison.Ordinal)).Select(s => s.Inner[s.Outer.Length..]);
        return steps.CountBy(s => s).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key).FirstOrDefault() ?? "    ";
    }

    private static string Inner(OutlineFunction function, ImmutableArray<string> lines) =>
        Enumerable.Range(function.Span.StartLine + 1, function.Body.EndLine - function.Span.StartLine).Where(l => l > function.Body.StartLine || !lines[l - 1].Contains('{', StringComparison.Ordinal))
            .Select(l => lines[l - 1]).Where(l => l.Trim().Length > 0 && l.Trim() is not ("{" or "}")).Select(Development.SourceLines.Indentation).FirstOrDefault() ?? "";

    private static IEnumerable<ISyntaxNode> Walk(ISyntaxNode root, Func<ISyntaxNode, bool> enter)
    {
        var pending = new Stack<ISyntaxNode>([root]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in enter(node) ? node.Children.Reverse() : [])
            {
                pending.Push(child);
            }
        }
    }
}
