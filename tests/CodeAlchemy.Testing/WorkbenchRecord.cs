using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Testing;

/// <summary>What a strategy did with a workbench, in the order in which it did it. Thread-safe; each property is a copy.</summary>
public sealed class WorkbenchRecord
{
    private readonly Lock _lock = new();
    private ImmutableList<ExecutionCase> _ran = [];
    private ImmutableList<ExecutionCase> _traced = [];
    private ImmutableList<ScriptRequest> _scripts = [];
    private ImmutableList<ChatRequest> _asked = [];
    private ImmutableList<RenderedText> _rendered = [];
    private ImmutableList<LogLine> _logs = [];

    /// <summary>Cases of the untraced runs.</summary>
    public IReadOnlyList<ExecutionCase> Ran => _ran;

    /// <summary>Cases of the traces.</summary>
    public IReadOnlyList<ExecutionCase> Traced => _traced;

    /// <summary>Scripts.</summary>
    public IReadOnlyList<ScriptRequest> Scripts => _scripts;

    /// <summary>Questions to models.</summary>
    public IReadOnlyList<ChatRequest> Asked => _asked;

    /// <summary>Templates and their texts.</summary>
    public IReadOnlyList<RenderedText> Rendered => _rendered;

    /// <summary>Log lines.</summary>
    public IReadOnlyList<LogLine> Logs => _logs;

    internal void AddRun(ExecutionCase @case) => Add(ref _ran, @case);

    internal void AddTrace(ExecutionCase @case) => Add(ref _traced, @case);

    internal void Add(ScriptRequest script) => Add(ref _scripts, script);

    internal void Add(ChatRequest request) => Add(ref _asked, request);

    internal void Add(RenderedText text) => Add(ref _rendered, text);

    internal void Add(LogLine line) => Add(ref _logs, line);

    private void Add<T>(ref ImmutableList<T> list, T item)
    {
        lock (_lock)
        {
            list = list.Add(item);
        }
    }
}
