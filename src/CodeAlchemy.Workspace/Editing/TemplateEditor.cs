using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing;
using CodeAlchemy.Prompts;
using CodeAlchemy.Prompts.Editing;
using CodeAlchemy.Workspace.Prompts;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Prompt templates.</summary>
internal sealed class TemplateEditor(Installation installation) : IDocumentEditor
{
    private static readonly TextRange Beginning = new(new TextPosition(0, 0), new TextPosition(0, 0));
    private static readonly string[] LoopMembers = ["changed", "even", "first", "index", "last", "length", "odd", "rindex"];

    private readonly BoundedCache<EditedTemplate> _documents = new(16);
    private readonly SiblingVariables _siblings = new(installation);
    private readonly string _documentation = Path.Combine(installation.Options.Root, "docs", "prompts.md");

    public IEnumerable<EditorDiagnostic> Diagnose(DocumentInput document, CancellationToken cancellationToken)
    {
        var (layers, name) = installation.Templates.Edit(document.Path, document.Text);
        var lint = new PromptLint(null);
        lint.Check(layers, name);
        var maker = new DiagnosticMaker(new TextLines(document.Text), _documentation);
        return lint.Report.Diagnostics.Select(diagnostic => Make(diagnostic, document, maker));
    }

    public CompletionList Complete(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken)
    {
        var place = Read(document).At(offset);
        var items = place.Kind switch
        {
            TemplatePlaceKind.Name => Names(document, offset),
            TemplatePlaceKind.Member => Members(document, place.Target, offset),
            TemplatePlaceKind.IncludePath => installation.Templates.Edit(document.Path, document.Text) is var (layers, own)
                ? layers.Store.Paths().Where(path => path != own).Select(path => new CompletionItem(path, CompletionKind.File, layers.LayerOf(layers.Store.FileOf(path)!).Name, null, path))
                : [],
            _ => [],
        };
        return new CompletionList([.. items], lines.Range(place.Start, place.Length));
    }

    public HoverText? Hover(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken)
    {
        var edited = Read(document);
        return edited.WordAt(offset) is { } word && Describe(word, edited, document) is { } text ? new HoverText(text, lines.Range(word.Start, word.Length)) : null;
    }

    public IEnumerable<EditorLocation> Definition(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken)
    {
        var edited = Read(document);
        if (edited.WordAt(offset) is not { } word)
        {
            return [];
        }

        if (!word.IsInclude)
        {
            return edited.Definitions.Where(definition => definition.Path == word.Path).Take(1).Select(definition => new EditorLocation(document.Path, lines.Range(definition.Start, definition.Length)));
        }

        var (layers, _) = installation.Templates.Edit(document.Path, document.Text);
        return layers.Store.FileOf(word.Path) is { } file ? [new EditorLocation(file, Beginning)] : [];
    }

    public IEnumerable<DocumentSymbolItem> Symbols(DocumentInput document, TextLines lines, CancellationToken cancellationToken)
    {
        var edited = Read(document);
        return edited.Definitions.DistinctBy(definition => definition.Path).Select(definition => (definition, detail: ""))
            .Concat(edited.Includes.Select(include => (definition: include, detail: "include")))
            .OrderBy(pair => pair.definition.Start)
            .Select(pair => new DocumentSymbolItem(
                pair.definition.Path, pair.detail, lines.Range(pair.definition.Start, pair.definition.Length), lines.Range(pair.definition.Start, pair.definition.Length), []));
    }

    /// <summary>Renders the template for a program.</summary>
    public PromptPreview Preview(DocumentInput document, string sourcePath)
    {
        var values = new PreviewValues(installation.Plugins.Detector, sourcePath);
        try
        {
            var (layers, name) = installation.Templates.Edit(document.Path, document.Text);
            var template = layers.Store.Get(name);
            values.Load();
            var sample = SampleValues.For(template, layers.Store, values.Of);
            var text = layers.Store.Render(name, sample, PreviewValues.Options).Text;
            return new PromptPreview(text, null, values.FromSource, values.Placeholders);
        }
        catch (ProblemException exception)
        {
            var problem = exception.Problem;
            return Failed(new Diagnostic(problem.Code, DiagnosticSeverity.Error, problem.Message, problem.Location, problem.Remedy));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Failed(new Diagnostic("source-unreadable", DiagnosticSeverity.Error, $"The program {sourcePath} can't be read: {failure.Message}", null, "Choose another file."));
        }

        PromptPreview Failed(Diagnostic diagnostic) =>
            new(null, Make(diagnostic, document, new DiagnosticMaker(new TextLines(document.Text), _documentation)), values.FromSource, values.Placeholders);
    }

    private EditedTemplate Read(DocumentInput document) => _documents.Get("", document.Text, () => EditedTemplate.Read(document.Text));

    private IEnumerable<CompletionItem> Names(DocumentInput document, int offset)
    {
        var variables = Variables(document, offset).Select(path => path.Split('.')[0]).Distinct().Select(name => new CompletionItem(name, CompletionKind.Variable, "variable of these prompts", null, name));
        var own = Read(document).Sets.Select(name => new CompletionItem(name, CompletionKind.Variable, "set in this template", null, name));
        var builtins = TemplateBuiltin.All.Where(builtin => !builtin.Name.Contains('.', StringComparison.Ordinal)).Select(Item);
        var keywords = TemplateBuiltin.Keywords.Select(word => new CompletionItem(word, CompletionKind.Keyword, "", null, word));
        return variables.Concat(own).Concat(builtins).Concat(keywords).DistinctBy(item => item.Label);
    }

    private IEnumerable<CompletionItem> Members(DocumentInput document, string target, int offset)
    {
        if (target == "for")
        {
            return LoopMembers.Select(name => new CompletionItem(name, CompletionKind.Variable, "", null, name));
        }

        var builtins = TemplateBuiltin.All.Where(builtin => builtin.Name.StartsWith(target + ".", StringComparison.Ordinal)).Select(Item).ToArray();
        if (builtins.Length > 0 || target.Length == 0)
        {
            return builtins;
        }

        // What has no members that a template reads is a text or a list, and those have a size.
        var members = Variables(document, offset).Where(path => path.StartsWith(target + ".", StringComparison.Ordinal)).Select(path => path[(target.Length + 1)..].Split('.')[0]).Distinct().ToArray();
        return (members.Length > 0 ? members : ["size"]).Select(name => new CompletionItem(name, CompletionKind.Variable, "", null, name));
    }

    private static CompletionItem Item(TemplateBuiltin builtin)
    {
        var name = builtin.Name[(builtin.Name.LastIndexOf('.') + 1)..];
        var kind = builtin.IsFunction ? CompletionKind.Function : CompletionKind.Group;
        return new CompletionItem(name, kind, builtin.Signature, builtin.IsFunction ? Describe(builtin) : null, name);
    }

    private string? Describe(TemplateWord word, EditedTemplate edited, DocumentInput document)
    {
        if (word.IsInclude)
        {
            var (layers, _) = installation.Templates.Edit(document.Path, document.Text);
            return layers.Store.FileOf(word.Path) is { } file ? $"**{word.Path}** · {layers.LayerOf(file).Name}\n\n`{file}`" : null;
        }

        return TemplateBuiltin.Find(word.Path) is { } builtin ? Describe(builtin)
            : edited.Sets.Contains(word.Path.Split('.')[0]) ? $"**{word.Path}** · set in this template"
            : _siblings.Of(document.Path).Any(path => path == word.Path || path.StartsWith(word.Path + ".", StringComparison.Ordinal)) ? $"**{word.Path}** · variable of these prompts"
            : null;
    }

    private static string Describe(TemplateBuiltin builtin) =>
        string.Join("\n", builtin.Parameters.Select(parameter => $"- {parameter}").Prepend($"```scriban\n{builtin.Signature}\n```\n")).TrimEnd();

    // What a prompt is given is what the templates of its folder read: strategies fill them with the same variables.
    private IEnumerable<string> Variables(DocumentInput document, int offset)
    {
        var own = Read(document);
        var sets = own.Sets.ToHashSet(StringComparer.Ordinal);
        return _siblings.Of(document.Path)
            .Concat(own.Names(offset).Where(path => path.Split('.')[0] is var root && !sets.Contains(root) && TemplateBuiltin.Find(root) is null && !TemplateBuiltin.Keywords.Contains(root)))
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static EditorDiagnostic Make(Diagnostic diagnostic, DocumentInput document, DiagnosticMaker maker)
    {
        if (diagnostic.Location is not { Line: > 0 } location)
        {
            return maker.Make(diagnostic with { Location = null });
        }

        if (location.File != document.Path)
        {
            return maker.Make(diagnostic with { Location = null, Remedy = $"See {location}. {diagnostic.Remedy}".TrimEnd() });
        }

        var start = Offset(document.Text, location);
        var length = Math.Clamp(location.Length, 0, document.Text.Length - start);
        var fix = diagnostic.Suggestion is { Kind: SuggestionKind.Replace } suggestion && length > 0 ? new DocumentEdit(start, length, suggestion.Text) : null;
        return maker.Make(diagnostic, start, length, fix);
    }

    // The compiler counts lines by LF alone.
    private static int Offset(string text, TextLocation location)
    {
        var start = 0;
        for (var line = 1; line < location.Line; line++)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            start = length < 0 ? text.Length : start + length + 1;
        }

        return Math.Min(start + Math.Max(0, location.Column - 1), text.Length);
    }
}
