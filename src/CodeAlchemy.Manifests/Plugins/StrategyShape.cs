using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Options;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Plugins;

/// <summary>The <c>strategy</c> or <c>evaluator</c> part of a <c>plugin.yaml</c>.</summary>
internal static class StrategyShape
{
    private static readonly Shape<string> Assembly = Scalars.Matching(@"^[A-Za-z0-9_.-]+\.dll$", "the file name of an assembly, without folders");

    public static ObjectShape<StrategyDefinition> Instance { get; } = new ObjectShape<StrategyDefinition>(() => new StrategyDefinition { Options = [] })
        .Optional("assembly", Assembly, (s, v) => s with { Assembly = v }, "Assembly in the plugin's folder or its build output.")
        .Optional("type", Scalars.Matching(@"^[A-Za-z_][A-Za-z0-9_.+]*$", "the full name of a type"), (s, v) => s with { Type = v }, "Full name of the type, when the assembly holds several.")
        .Optional("needs", Scalars.OneOf("model", "run", "trace", "scorer").List(), (s, v) => s with { Needs = v }, "What it needs of the workbench.")
        .Optional("action", Scalars.Matching(@"^\S.{0,29}$", "a word or two"), (s, v) => s with { Action = v }, "A word or two under which editors offer it for a program, above its functions.")
        .Optional("templates", Paths.Inside.List(), (s, v) => s with { Templates = v }, "Templates that it renders.")
        .Optional("options", OptionSchemaShape.Instance, (s, v) => s with { Options = v }, "Its options by name.")
        .Rule(TypeHasAnAssembly);

    private static bool TypeHasAnAssembly(StrategyDefinition strategy, MappingNode mapping, ReadContext context)
    {
        var fits = strategy.Type is null || strategy.Assembly is not null;
        if (!fits)
        {
            context.Error(DiagnosticCodes.MissingKey, $"'type' needs an 'assembly' in '{context.Path}'.", mapping["type"]!);
        }

        return fits;
    }
}
