using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts;

namespace CodeAlchemy.PromptConformance;

/// <summary>Renders an example the way the upstream tests do: their variables, variables not strict, their limits.</summary>
internal static class Judge
{
    private static readonly Dictionary<string, object?> Values = new()
    {
        ["page"] = new Dictionary<string, object?> { ["title"] = "This is a title" },
        ["user"] = new Dictionary<string, object?> { ["name"] = "John" },
        ["product"] = Product("Orange", "fruit"),
        ["products"] = new List<object?>
        {
            Product("Orange", "fruit"), Product("Banana", "fruit"), Product("Apple", "fruit"), Product("Computer", "electronics"),
            Product("Mobile Phone", "electronics"), Product("Table", "furniture"), Product("Sofa", "furniture"),
        },
    };

    private static readonly RenderOptions Options = new()
    {
        StrictVariables = false,
        LoopLimit = 1000,
        RecursionLimit = 100,
        Now = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Random = () => new Counter(),
    };

    public static (Verdict Verdict, string Detail) Of(Example example)
    {
        if (example.OutOfScope is { } reason)
        {
            return (Verdict.Unsupported, reason);
        }

        var (text, error, code) = Render(example);
        if (error is not null)
        {
            return example.ExpectsError ? (Verdict.Same, error) : (code == "template-unsupported" ? Verdict.Unsupported : Verdict.Different, error);
        }

        return !example.ExpectsError && text == example.Expected ? (Verdict.Same, string.Empty)
            : (Verdict.Different, $"expected <<{example.Expected}>>\n    but was  <<{text}>>");
    }

    private static (string? Text, string? Error, string? Code) Render(Example example)
    {
        var parsed = PromptTemplate.Parse(example.Template, example.Name);
        if (parsed.Value is not { } template)
        {
            var first = parsed.Diagnostics[0];
            return (null, $"{first.Location}: {first.Message}", first.Code);
        }

        try
        {
            return (template.Render(Values, Options), null, null);
        }
        catch (ProblemException e)
        {
            return (null, $"{e.Problem.Location}: {e.Problem.Message}", e.Problem.Code);
        }
    }

    private static Dictionary<string, object?> Product(string title, string type) => new() { ["title"] = title, ["type"] = type };
}
