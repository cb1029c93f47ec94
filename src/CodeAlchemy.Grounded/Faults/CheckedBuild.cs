using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Grounded.Faults;

/// <summary>
/// Runs versions of C and C++ programs in a build that ends a run at the first access, overflow or shift for which the language
/// promises nothing, and that fills memory nobody has written with a pattern. Where the run comes to what the plain build came to, the text
/// determines it. Pure but for the workbench.
/// </summary>
/// <param name="workbench">Runs the script that builds and runs.</param>
public sealed class CheckedBuild(IWorkbench workbench)
{
    private const string Flags = "-O2 -w -fsanitize=undefined,bounds-strict -fno-sanitize-recover=all -ftrivial-auto-var-init=pattern -D_GLIBCXX_ASSERTIONS";

    // A sandbox that limits memory by address space leaves no room for the shadow of the second sanitizer, so a small program tries it first.
    private const string Addresses = """
        printf 'int main(void) { return 0; }\n' >try.c
        gcc -fsanitize=address try.c -o try >/dev/null 2>&1 && ./try 2>/dev/null && addresses=-fsanitize=address
        export MALLOC_PERTURB_=190 UBSAN_OPTIONS=exitcode=86
        export ASAN_OPTIONS=detect_leaks=0:max_malloc_fill_size=1000000:malloc_fill_byte=190:exitcode=86

        """;

    // What a shell adds to the number of a signal.
    private const int SignalBase = 128;

    /// <summary>Whether the runs come to the same in the checked build; always where the language leaves nothing open.</summary>
    /// <param name="version">The version of the program.</param>
    /// <param name="runs">Cases and what the plain build came to in them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask<bool> IsDetermined(SourceFile version, IReadOnlyList<(ExecutionCase Case, RunResult Plain)> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(runs);
        if (version.Language is not ("c" or "cpp"))
        {
            return true;
        }

        if (runs.Any(r => r.Plain is { ExitCode: null, Signal: null }))
        {
            return false;
        }

        var result = await workbench.RunScript(Request(version, [.. runs.Select(r => r.Case)]), cancellationToken).ConfigureAwait(false);
        return result.Run.Status == ExecutionStatus.Ok && result.FilesLeftOut == 0 && runs.Select((r, i) => (r.Plain, i)).All(r => IsAlike(result, r.Plain, r.i));
    }

    private static bool IsAlike(ScriptResult result, RunResult plain, int number) =>
        result.Files.TryGetValue(Numbered("status", number), out var status) && result.Files.TryGetValue(Numbered("output", number), out var output)
        && Encoding.UTF8.GetString([.. status]).Trim() == (plain.ExitCode ?? SignalBase + plain.Signal!.Value).ToString(CultureInfo.InvariantCulture)
        && StudyRuns.Digest(plain with { Stdout = output }) == StudyRuns.Digest(plain);

    private static ScriptRequest Request(SourceFile version, ImmutableArray<ExecutionCase> cases)
    {
        var program = version.Language == "c" ? "program.c" : "program.cpp";
        var compiler = version.Language == "c" ? "gcc" : "g++";
        var script = new StringBuilder($"{Addresses}{compiler} {Flags} $addresses {program} -o checked -lm -pthread >/dev/null 2>&1 || exit 3\n");
        var files = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        files[program] = [.. Encoding.UTF8.GetBytes(version.Text)];
        foreach (var (@case, number) in cases.Select((c, i) => (c, i)))
        {
            files[Numbered("input", number)] = @case.Stdin;
            foreach (var (path, content) in @case.Files)
            {
                files[$"{Numbered("case", number)}/{path}"] = content;
            }

            script.Append(CultureInfo.InvariantCulture, $"mkdir -p {Numbered("case", number)} && cd {Numbered("case", number)}\n")
                .Append(CultureInfo.InvariantCulture, $"../checked {ShellWords.Join(@case.Arguments)} <../{Numbered("input", number)} >../{Numbered("output", number)} 2>/dev/null\n")
                .Append(CultureInfo.InvariantCulture, $"echo $? >../{Numbered("status", number)}\ncd ..\n");
        }

        return new ScriptRequest { Language = version.Language, Script = script.ToString(), Files = files.ToImmutable(), Collect = ["status-*", "output-*"] };
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
}
