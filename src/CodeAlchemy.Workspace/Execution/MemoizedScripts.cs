using System.Globalization;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;

namespace CodeAlchemy.Workspace.Execution;

/// <summary>Remembers what scripts came to, by everything that their requests say. Thread-safe.</summary>
internal sealed class MemoizedScripts(IScriptRunner inner, IOutcomeMemo memo) : IScriptRunner
{
    public async ValueTask<ScriptResult> Run(
        LanguageDefinition language, ScriptRequest request, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var key = Key(language, request, options);
        if (memo.TryGet(key, out var known))
        {
            return EvidenceCodec.ReadScript(known);
        }

        var result = await inner.Run(language, request, options, cancellationToken);
        memo.Put(key, EvidenceCodec.Write(result));
        return result;
    }

    private static string Key(LanguageDefinition language, ScriptRequest request, ExecutionOptions options)
    {
        using var key = new MemoKey();
        key.Add($"script\u001f{language.Id}\u001f{language.Version}\u001f{options.Isolation}").Add(options.Limits.ToString())
            .Add(request.Name).Add(request.Script)
            .Add(string.Create(CultureInfo.InvariantCulture, $"{request.CheckOnly} {request.Repetition} {request.MostFiles} {request.MostBytes}"))
            .Add(string.Create(CultureInfo.InvariantCulture, $"{request.Collect.Length} {request.Files.Count}"));
        foreach (var pattern in request.Collect)
        {
            key.Add(pattern);
        }

        foreach (var (path, content) in request.Files)
        {
            key.Add(path).Add(content.AsSpan());
        }

        return key.Finish();
    }
}
