using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Instrumentation;
using CodeAlchemy.Execution.Tests.Support;
using CodeAlchemy.Syntax;
using Xunit;

namespace CodeAlchemy.Execution.Tests.Instrumentation;

/// <summary>The engine with a small query for C and insertions that are easy to read; the compiler is what a test says it is.</summary>
internal sealed class Engine : IDisposable
{
    private const string Query = """
        (function_definition
          declarator: (function_declarator declarator: (identifier) @function.name) body: (compound_statement) @function.body) @function
        (parameter_declaration declarator: (identifier) @definition)
        (declaration declarator: (init_declarator declarator: (identifier) @definition)) @declaration
        ((declaration declarator: (identifier) @definition) @declaration (#set! bare))
        (declaration type: (type_identifier) @word (#eq? @word "secret")) @hidden
        (assignment_expression left: (identifier) @assigned)
        (compound_statement) @scope
        (for_statement) @scope @loop
        [(expression_statement) (return_statement) (if_statement) (for_statement) (while_statement)] @statement
        (declaration declarator: (init_declarator)) @statement
        (for_statement initializer: (_) @nostatement)
        (if_statement consequence: (expression_statement) @body)
        (for_statement body: (expression_statement) @body)
        (while_statement condition: (parenthesized_expression (_) @condition))
        (return_statement (_) @return.value) @return
        (labeled_statement) @skip
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("engine-tests-").FullName;
    private readonly SyntaxService _syntax;

    public Engine()
    {
        var deps = Path.Combine(Languages.Root, ".deps");
        Assert.SkipUnless(File.Exists(Path.Combine(deps, "native", "libtree-sitter.so")), "the native dependencies are not installed");
        _syntax = new SyntaxService(new SyntaxOptions(Path.Combine(deps, "native"), Path.Combine(deps, "node_modules")));
    }

    /// <summary>Texts the compiler was given, in order.</summary>
    public List<string> Texts { get; } = [];

    public ImmutableSortedDictionary<string, string> Insertions { get; set; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("enter", "E({name},{line},{slots},{variables});")
        .Add("end", "X({line});")
        .Add("statement", "L({line},{scope},{variables});")
        .Add("condition.before", "(C({line}),(")
        .Add("condition.after", "))")
        .Add("body.before", "{")
        .Add("body.after", "}")
        .Add("return.before", "R(")
        .Add("return.after", ")")
        .Add("variable", "v{slot}={name};");

    public async Task<InstrumentedProgram?> Run(string text, string query = Query, string[]? messages = null)
    {
        File.WriteAllText(Path.Combine(_folder, "q.scm"), query);
        var language = new LanguageDefinition
        {
            Id = "c", Version = "1", Name = "C", Directory = _folder, Grammar = new GrammarReference("tree-sitter-c", "tree_sitter_c"), Run = [],
        };
        var tracer = new TracerDefinition
        {
            Name = "instrument",
            Command = [],
            Instrument = new InstrumentDefinition
            {
                Queries = "q.scm", Insertions = Insertions, Errors = @"^p\.c:(?<line>\d+):(?<column>\d+)?", Rounds = 3,
            },
        };
        return await new DeclarativeInstrumenter(_syntax).Instrument(language, tracer, text, Compile, TestContext.Current.CancellationToken);

        ValueTask<CompileAttempt> Compile(string instrumented, CancellationToken cancellationToken)
        {
            Texts.Add(instrumented);
            var message = Texts.Count <= (messages?.Length ?? 0) ? messages![Texts.Count - 1] : string.Empty;
            return ValueTask.FromResult(new CompileAttempt(message.Length == 0, message));
        }
    }

    /// <summary>A message that points at the first occurrence of a text in what was compiled last.</summary>
    public static string At(string instrumented, string part)
    {
        var offset = instrumented.IndexOf(part, StringComparison.Ordinal);
        var before = instrumented[..offset];
        return $"p.c:{before.Count(c => c == '\n') + 1}:{offset - before.LastIndexOf('\n')}: error";
    }

    public void Dispose()
    {
        _syntax.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
