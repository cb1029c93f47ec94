using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Tests;

public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new(
    [
        Language("python", [".py"], ["python3", "python"]),
        Language("typescript", [".ts"], []),
        Language("declarations", [".d.ts"], []),
        Language("shell", [".sh"], ["sh", "bash"]),
        Language("late", [".py"], ["python"]),
    ]);

    [Theory]
    [InlineData("a.py", "", "python")]
    [InlineData("A.PY", "", "python")]
    [InlineData("folder.ts/a.py", "", "python")]
    [InlineData("a.ts", "", "typescript")]
    [InlineData("a.d.ts", "", "declarations")]
    [InlineData("a.b.ts", "", "typescript")]
    [InlineData(".py", "", null)]
    [InlineData("py", "", null)]
    [InlineData("", "", null)]
    [InlineData("a.txt", "", null)]
    [InlineData("a.py", "#!/bin/sh\n", "python")]
    [InlineData("run", "#!/usr/bin/python3\nprint()", "python")]
    [InlineData("run", "#!/usr/bin/python3.11 -u\r\n", "python")]
    [InlineData("run", "#! /usr/bin/env python\n", "python")]
    [InlineData("run", "#!/usr/bin/env -S LANG=C python3 -I\n", "python")]
    [InlineData("run.cgi", "#!/bin/bash", "shell")]
    [InlineData("run", "#!/usr/bin/perl\n", null)]
    [InlineData("run", "#!/usr/bin/pythonic\n", null)]
    [InlineData("run", "#!", null)]
    [InlineData("run", "#!/usr/bin/env\n", null)]
    [InlineData("run", "#!/\n", null)]
    [InlineData("run", "print()\n#!/bin/sh\n", null)]
    public void A_file_is_told_by_its_name_else_by_its_first_line(string path, string text, string? expected) =>
        Assert.Equal(expected, Detector.Detect(path, Encoding.UTF8.GetBytes(text))?.Id);

    private static LanguageDefinition Language(string id, string[] extensions, string[] shebangs) => new()
    {
        Id = id,
        Version = "1.0.0",
        Name = id,
        Directory = "/",
        Run = ["x"],
        Extensions = [.. extensions],
        Shebangs = [.. shebangs],
    };
}
