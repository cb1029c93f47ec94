using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public void One_template_with_state_of_every_kind_renders_the_same_from_many_threads()
    {
        var template = PromptTemplate.Parse(
            """
            {{ func twice(x); ret x * 2; end; total = 0; date.format = '%Y' -}}
            {{ for i in items }}{{ total += i }}{{ array.cycle ['a', 'b'] }}{{ twice i }}{{ capture c }}<{{ i }}>{{ end }}{{ c }}{{ end }}{{ total }}
            """, "t").Value!;
        var texts = new string[3000];

        Parallel.For(0, texts.Length, i => texts[i] = template.Render(new Dictionary<string, object?> { ["items"] = new[] { i, i + 1 } }));

        Assert.All(texts.Select((text, i) => (text, i)), x => Assert.Equal($"a{2 * x.i}<{x.i}>b{2 * x.i + 2}<{x.i + 1}>{2 * x.i + 1}", x.text));
    }
}
