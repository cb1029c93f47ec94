using CodeAlchemy.Strategies.CodeTrace.Lines;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>Which lines a reader would say run, whatever lines a tracer stops at.</summary>
public sealed class StatementMapTests
{
    private const string Python = """
        '''What it does.'''
        import sys
        SIZES = [
            1, 2,
        ]
        def report(sizes):
            "How large."
            try:
                first: int
                return dict(
                    total=sum(sizes),
                )
            except ValueError:
                pass
            else:
                print("fine")
        while True:
            report(SIZES)
            break
        """;

    private const string Cpp = """
        #include <iostream>
        static int known = 3;
        int twice(int n)
        {
            static const int factor = 2;
            int result;
            result = factor
                * n;
            return result;
        }
        int main()
        {
            std::string name;
            int total = 0;
            for (int i = 0; i < known; i++)
                total += twice(i);
            if (total > 5) {
                std::cout << total
                          << '\n';
            } else {
                std::cout << "few\n";
            }
            return 0;
        }
        """;

    private const string Java = """
        import java.util.*;
        public class A extends Base {
            private final List<String> names = new ArrayList<>();
            A(String name) {
                super(name);
                names.add(name);
            }
            public static void main(String[] arguments) {
                int count;
                A a = new A("x");
                switch (a.names.size()) {
                    case 1:
                        count = 4;
                        break;
                    default:
                        count = 5;
                }
                if (count > 4) count = 1; else count = 2;
                System.out.println(count);
            }
        }
        """;

    private const string TypeScript = """
        'use strict';
        import { readFileSync } from 'node:fs';
        type Size = number;
        class Box {
          sizes: Size[] = [];
        }
        let last: Size | undefined;
        const twice = (size: Size): Size =>
          size * 2;
        for (const size of [1, 2]) {
          last = twice(
            size,
          );
        }
        console.log(last);
        """;

    [Theory]
    [InlineData("python", "1 2 3 6 17 18 7 8 10 11 10 19", "3 10 18 19")]
    [InlineData("cpp", "11 13 14 15 16 3 7 8 9 15 17 18 19 18 23 24", "7 9 14 15 16 17 18 23")]
    [InlineData("java", "8 10 4 3 5 6 7 11 13 14 18 19 20", "5 6 10 11 13 14 18 19")]
    [InlineData("typescript", "1 2 4 8 10 11 12 9 11 15", "8 10 11 15")]
    public void A_statement_counts_with_its_first_line_and_what_only_orders_the_text_does_not(string language, string stops, string lines)
    {
        Assert.Equal(lines, string.Join(' ', Map(language)!.Run(Numbers(stops).ToHashSet())!));
    }

    [Theory]
    [InlineData("cpp", "14 16 17 18 23")]
    [InlineData("cpp", "14 15 16 17 23 9")]
    [InlineData("java", "5 6 10 11 14 18 19")]
    public void A_trace_that_leaves_out_a_statement_that_must_have_run_is_not_believed(string language, string stops)
    {
        Assert.Null(Map(language)!.Run(Numbers(stops).ToHashSet()));
    }

    [Theory]
    [InlineData("python", "4 11", "3 6 10 13 15")]
    [InlineData("cpp", "8 19", "3 7 20 24")]
    [InlineData("java", "", "3 4 7 12 18")]
    [InlineData("typescript", "9 12", "4 5 8 10")]
    public void Lines_inside_a_statement_are_told_from_those_on_which_one_begins(string language, string inside, string others)
    {
        var map = Map(language)!;

        Assert.All(Numbers(inside), line => Assert.True(map.IsInside(line), $"{line}"));
        Assert.All(Numbers(others), line => Assert.False(map.IsInside(line), $"{line}"));
    }

    [Fact]
    public void The_branches_of_a_switch_that_gives_a_value_lie_inside_their_statement()
    {
        var map = Map("java", "class A {\n    static int f(int n) {\n        return switch (n) {\n            case 1 -> 2;\n            default -> n;\n        };\n    }\n}\n")!;

        Assert.Equal([false, true, true], new[] { 3, 4, 5 }.Select(map.IsInside));
    }

    [Theory]
    [InlineData("int main()\n{\n    int i = 0;\n    do {\n        i++;\n    } while (i < 3);\n    return i;\n}\n", true)]
    [InlineData("int main()\n{\n    Box box(other);\n    return 0;\n}\n", true)]
    [InlineData("int main()\n{\n    Box box(1, 2);\n    return 0;\n}\n", false)]
    public void Statements_of_which_the_text_does_not_tell_what_runs_are_doubtful(string text, bool doubtful)
    {
        Assert.Equal(doubtful, Map("cpp", text)!.IsDoubtful);
    }

    [Fact]
    public void One_statement_on_a_line_is_told_from_several()
    {
        var map = Map("java")!;

        Assert.True(map.IsOne(6));
        Assert.True(map.IsOne(11));
        Assert.False(map.IsOne(18));
        Assert.False(Map("python")!.IsOne(10));
    }

    private static StatementMap? Map(string language, string? text = null)
    {
        var source = Programs.Source(text ?? language switch { "python" => Python, "cpp" => Cpp, "java" => Java, _ => TypeScript }, "a.txt") with { Language = language };
        return StatementMap.Of(source, Benches.Of(source, _ => throw new InvalidOperationException("No run is expected.")).WithSyntax(RealGrammars.Parse));
    }

    private static IEnumerable<int> Numbers(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, null));
}
