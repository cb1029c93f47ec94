using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Workspace.Execution;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class MemoizedScriptsTests
{
    private static readonly ScriptRequest Request = new()
    {
        Language = "none", Script = "true", Collect = ["trace*.txt"], Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add("a", [1]),
    };

    private static readonly LanguageDefinition Language = new() { Id = "none", Version = "1", Name = "None", Directory = "/", Run = ["true"] };

    public static TheoryData<string> Changes => ["script", "name", "file", "content", "pattern", "check", "repetition", "files", "bytes", "limits"];

    [Fact]
    public async Task The_same_request_is_run_once()
    {
        var memo = new Memo();

        Assert.Equal(["trace1.txt"], (await memo.Run(Request, new ExecutionOptions())).Files.Keys);
        Assert.Equal(["trace1.txt"], (await memo.Run(Request, new ExecutionOptions())).Files.Keys);

        Assert.Equal(1, memo.Runs);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Whatever_a_request_says_makes_it_another(string change)
    {
        var memo = new Memo();
        await memo.Run(Request, new ExecutionOptions());

        await memo.Run(Changed(change), change == "limits" ? new ExecutionOptions { Limits = new SandboxLimits { Disk = 1 } } : new ExecutionOptions());

        Assert.Equal(2, memo.Runs);
    }

    private static ScriptRequest Changed(string change) => change switch
    {
        "script" => Request with { Script = "false" },
        "name" => Request with { Name = "other.sh" },
        "file" => Request with { Files = Request.Files.Remove("a").Add("b", [1]) },
        "content" => Request with { Files = Request.Files.SetItem("a", [2]) },
        "pattern" => Request with { Collect = ["*.txt"] },
        "check" => Request with { CheckOnly = true },
        "repetition" => Request with { Repetition = 1 },
        "files" => Request with { MostFiles = 3 },
        "bytes" => Request with { MostBytes = 3 },
        _ => Request,
    };

    /// <summary>A memo in memory, and a runner that counts.</summary>
    private sealed class Memo : IOutcomeMemo, IScriptRunner
    {
        private readonly Dictionary<string, byte[]> _known = [];

        public int Runs { get; private set; }

        public ValueTask<ScriptResult> Run(ScriptRequest request, ExecutionOptions options) =>
            new MemoizedScripts(this, this).Run(Language, request, options, CancellationToken.None);

        public bool TryGet(string key, out byte[] value) => _known.TryGetValue(key, out value!);

        public void Put(string key, ReadOnlySpan<byte> value) => _known.TryAdd(key, value.ToArray());

        public ValueTask<ScriptResult> Run(LanguageDefinition language, ScriptRequest request, ExecutionOptions options, CancellationToken cancellationToken)
        {
            Runs++;
            var result = new ScriptResult { Run = new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0 } };
            return new(result with { Files = result.Files.Add("trace1.txt", [1]) });
        }
    }
}
