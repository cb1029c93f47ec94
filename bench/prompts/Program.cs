using System.Diagnostics;
using System.Globalization;
using CodeAlchemy.Prompts;

// Renders a prompt of the usual kind on one thread for some seconds, and writes the renderings per second and the characters of one.
const string text = """
    You read {{ language | string.capitalize }} code.

    ```{{ language }}
    {{ code }}
    ```

    {{ if arguments.size > 0 ~}}
    It is called with {{ arguments | array.join ', ' }}.
    {{ else ~}}
    It is called without arguments.
    {{ end ~}}
    Before line {{ moment.line }} these variables are there:
    {{ for variable in variables ~}}
    - {{ variable.name }} = {{ variable.value }}{{ if !for.last }},{{ end }}
    {{ end ~}}
    What does it print? {{ hint ?? "Reply with the exact output and nothing else." }}
    """;
var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var template = PromptTemplate.Parse(text, "bench").Value ?? throw new InvalidOperationException("the template of the benchmark is wrong");
var values = new Dictionary<string, object?>
{
    ["language"] = "python",
    ["code"] = string.Concat(Enumerable.Range(1, 25).Select(i => $"total_{i} = total_{i - 1} + values[{i}] * 2\n")),
    ["arguments"] = new[] { "3", "apple" },
    ["moment"] = new Dictionary<string, object?> { ["line"] = 7 },
    ["variables"] = new[] { Variable("total_1", 12), Variable("values", "[1, 2, 3]"), Variable("name", "'x'") },
};
Measure(1);
var (count, length, elapsed) = Measure(seconds);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / elapsed:F0} {length}"));

(long Count, int Length, double Elapsed) Measure(double duration)
{
    var watch = Stopwatch.StartNew();
    long count = 0;
    var length = 0;
    for (; watch.Elapsed.TotalSeconds < duration; count++)
    {
        length = template.Render(values).Length;
    }

    return (count, length, watch.Elapsed.TotalSeconds);
}

static Dictionary<string, object?> Variable(string name, object value) => new() { ["name"] = name, ["value"] = value };
