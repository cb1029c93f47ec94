using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Syntax;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class OutlineTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "outlines");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder).Where(path => !path.EndsWith(".txt", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_outline_of_a_file_names_what_stands_in_it(string file)
    {
        using var workshop = new Workshop();
        var text = File.ReadAllText(Path.Combine(Folder, file));

        var outline = workshop.Installation.Syntax.Outline(workshop.Language(file), text);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, file + ".txt")), Show(outline, text));
    }

    [Fact]
    public void Every_language_with_a_grammar_has_an_outline()
    {
        using var workshop = new Workshop();
        var covered = Files.Select(row => workshop.Language(row.Data)).ToHashSet();

        Assert.All(workshop.Installation.Plugins.Languages.Where(language => language.Grammar is not null), language =>
        {
            Assert.NotNull(language.Outline);
            Assert.Contains(language.Id, covered);
        });
    }

    [Theory]
    [InlineData("python", "import os.path, numpy as np\nfrom collections import deque\nfrom . import tree\nimport os\n", "collections numpy os")]
    [InlineData("java", "import java.util.List;\nimport static org.junit.Assert.*;\nclass A {}\n", "java.util org.junit")]
    [InlineData("c", "#include <stdio.h>\n#include \"list.h\"\n", "list.h stdio.h")]
    [InlineData("cpp", "#include <vector>\n", "vector")]
    [InlineData("javascript", "import x from '@scope/tool/part';\nconst fs = require('node:fs');\nconst own = require('./own');\n", "@scope/tool node:fs")]
    [InlineData("typescript", "import { a } from 'left-pad';\nimport { b } from '../b';\n", "left-pad")]
    [InlineData("go", "package main\nimport (\n\t\"fmt\"\n\t\"net/http\"\n)\nfunc main() {}\n", "fmt net/http")]
    [InlineData("rust", "use std::collections::HashMap;\nuse crate::own;\nuse serde::Serialize;\n", "serde std")]
    [InlineData("php", "<?php\nuse Monolog\\Logger;\nrequire './own.php';\n", "Monolog")]
    [InlineData("ruby", "require 'set'\nrequire 'net/http'\nrequire_relative './own'\n", "net set")]
    [InlineData("perl", "use strict;\nuse List::Util qw(sum);\n", "List::Util")]
    [InlineData("lua", "local json = require('dkjson')\n", "dkjson")]
    [InlineData("swift", "import Foundation\nimport struct Dispatch.DispatchTime\n@testable import Own\n", "Dispatch Foundation Own")]
    public void Imports_are_told_as_the_libraries_that_they_name(string language, string text, string libraries)
    {
        using var workshop = new Workshop();

        var verdict = workshop.Installation.Syntax.Check(language, text);

        Assert.Equal(libraries, string.Join(' ', verdict!.Value.Imports));
    }

    [Theory]
    [InlineData("groovy", "class Box {\n    int size\n    Map parts = [:]\n}\n")]
    [InlineData("sql", "CREATE TABLE a (b);\nCREATE TRIGGER c AFTER INSERT ON a\nBEGIN\n  UPDATE a SET b = b + 1;\nEND;\n")]
    public void An_error_that_a_partial_grammar_finds_does_not_count(string language, string text)
    {
        using var workshop = new Workshop();
        using var tree = workshop.Installation.Syntax.Parse(language, text);

        Assert.True(tree!.HasErrors);
        Assert.False(workshop.Installation.Syntax.Check(language, text)!.Value.HasErrors);
    }

    [Fact]
    public void An_error_that_a_whole_grammar_finds_counts()
    {
        using var workshop = new Workshop();

        var verdict = workshop.Installation.Syntax.Check("python", "import os\ndef f(:\n");

        Assert.True(verdict!.Value.HasErrors);
        Assert.Equal(2, verdict.Value.FirstErrorLine);
        Assert.Empty(verdict.Value.Imports);
    }

    private static string Show(SourceOutline outline, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        string At(SourceSpan span) => Encoding.UTF8.GetString(bytes, span.Start, span.Length).Replace("\n", "\\n", StringComparison.Ordinal);
        var shown = new StringBuilder();
        foreach (var import in outline.Imports)
        {
            shown.Append(CultureInfo.InvariantCulture, $"import {import.Name} ({import.Span.StartLine})\n");
        }

        foreach (var type in outline.Types)
        {
            shown.Append(CultureInfo.InvariantCulture, $"type {type.Name} ({type.Span.StartLine}-{type.Span.EndLine})\n");
        }

        foreach (var f in outline.Functions)
        {
            var documentation = f.Documentation is { } span ? $" doc [{At(span)}]" : "";
            shown.Append(CultureInfo.InvariantCulture, $"function {f.Name}{At(f.Parameters)} ({f.Span.StartLine}-{f.Span.EndLine}) body [{At(f.Body)[..1]}…]{documentation}\n");
        }

        shown.Append(CultureInfo.InvariantCulture, $"comments {string.Join(" | ", outline.Comments.Select(At))}\n");
        return shown.ToString();
    }
}
