using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>The engine for languages that bring queries and insertions (docs/instrumentation.md). Thread-safe.</summary>
internal sealed class DeclarativeInstrumenter(SyntaxService syntax) : IInstrumenter
{
    /// <inheritdoc/>
    /// <exception cref="ProblemException">The plugin's query or an insertion is wrong, or its grammar is missing.</exception>
    public async ValueTask<InstrumentedProgram?> Instrument(
        LanguageDefinition language,
        TracerDefinition tracer,
        string sourceText,
        Func<string, CancellationToken, ValueTask<CompileAttempt>> compile,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(compile);
        var definition = tracer?.Instrument ?? throw new ArgumentException("The tracer has no instrumentation.", nameof(tracer));
        var grammar = language.Grammar ?? throw Broken(language, "has a tracer that instruments but no grammar", "Name the grammar in plugin.yaml.");
        var insertions = new InsertionSet(language, definition);
        using var tree = syntax.ParseUtf8(grammar, Encoding.UTF8.GetBytes(sourceText), cancellationToken);
        if (tree is null)
        {
            return null;
        }

        var plan = Plan(language, definition, tree, insertions, cancellationToken);
        return plan.Functions.IsEmpty ? null : await Settle(plan, insertions, definition, compile, cancellationToken).ConfigureAwait(false);
    }

    private static InstrumentationPlan Plan(
        LanguageDefinition language, InstrumentDefinition definition, SyntaxTree tree, InsertionSet insertions, CancellationToken cancellationToken)
    {
        var path = Path.Combine(language.Directory, definition.Queries);
        try
        {
            return PlanBuilder.Build(tree, File.ReadAllText(path), insertions, cancellationToken);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw Broken(language, $"has a query file '{definition.Queries}' that can't be used: {e.Message}", "Correct the query file.");
        }
    }

    private static async ValueTask<InstrumentedProgram?> Settle(
        InstrumentationPlan plan,
        InsertionSet insertions,
        InstrumentDefinition definition,
        Func<string, CancellationToken, ValueTask<CompileAttempt>> compile,
        CancellationToken cancellationToken)
    {
        var renderer = new PlanRenderer(plan, insertions);
        var dropped = 0;
        for (var round = 0; round <= definition.Rounds; round++)
        {
            var rendered = renderer.Render();
            var text = Encoding.UTF8.GetString(rendered.Utf8);
            var attempt = await compile(text, cancellationToken).ConfigureAwait(false);
            if (attempt.Succeeded)
            {
                return plan.Functions.All(f => f.Dropped) ? null : new InstrumentedProgram(text, dropped, Notes(plan));
            }

            var fixUp = new FixUp(rendered);
            if (definition.Errors is null || !fixUp.Apply(attempt.Messages, definition.Errors))
            {
                return null;
            }

            dropped += fixUp.Dropped;
        }

        return null;
    }

    private static List<string> Notes(InstrumentationPlan plan)
    {
        var notes = new List<string>();
        if (!plan.Skipped.IsEmpty)
        {
            notes.Add($"Not traced, because they don't parse: {string.Join(", ", plan.Skipped)}.");
        }

        var left = plan.Functions.Where(f => f.Dropped).Select(f => f.Name).ToArray();
        if (left.Length > 0)
        {
            notes.Add($"Not traced, because the compiler objected: {string.Join(", ", left)}.");
        }

        return notes;
    }

    private static ProblemException Broken(LanguageDefinition language, string what, string remedy) =>
        new(new Problem("plugin-instrumentation", $"Language plugin '{language.Id}' {what}.", remedy, ExitCode.Plugin));
}
