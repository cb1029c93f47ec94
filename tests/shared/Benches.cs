using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Prompts;
using CodeAlchemy.Testing;

namespace CodeAlchemy.Tests.Shared;

/// <summary>Workbenches of the kit over evidence made by hand. Prompts come from the real templates; programs are sound, and their outline is empty.</summary>
internal static class Benches
{
    private static readonly TemplateStore Templates = new([Path.Combine(AppContext.BaseDirectory, "templates")]);

    public static TestWorkbench Of(SourceFile source, Func<ExecutionCase, TraceEvidence> trace) => TestWorkbench.For(source)
        .WithTraces((_, @case) => trace(@case))
        .WithPrompts((template, values) => Templates.Render(template, values))
        .WithRenderings((_, _, rendering) => $"{rendering} of the trace")
        .WithShellCommands(file => [$"run {file.FileName}"])
        .WithBareSyntax()
        .WithOutline(SourceOutline.Empty);
}
