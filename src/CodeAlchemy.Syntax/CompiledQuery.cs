using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax.Native;

namespace CodeAlchemy.Syntax;

/// <summary>A compiled query with the predicates that the host applies. Thread-safe.</summary>
internal sealed unsafe class CompiledQuery
{
    private static readonly string[] Faults =
        ["is not valid", "has a syntax error", "names an unknown kind of node", "names an unknown field", "names an unknown capture", "can never match", "does not fit the grammar"];

    private readonly QueryHandle _handle;
    private readonly string[] _captureNames;
    private readonly PatternRules[] _rules;

    private CompiledQuery(QueryHandle handle, string text)
    {
        _handle = handle;
        _captureNames = [.. Enumerable.Range(0, (int)Core.ts_query_capture_count(handle)).Select(CaptureName)];
        _rules = [.. Enumerable.Range(0, (int)Core.ts_query_pattern_count(handle)).Select(pattern => Rules(pattern, text))];
    }

    /// <exception cref="FormatException">The query is not valid; the message has line and column.</exception>
    public static CompiledQuery Compile(nint language, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        uint offset;
        int fault;
        fixed (byte* source = bytes)
        {
            var handle = Core.ts_query_new(language, source, (uint)bytes.Length, &offset, &fault);
            if (!handle.IsInvalid)
            {
                return new CompiledQuery(handle, text);
            }
        }

        throw new FormatException($"The query {Faults[Math.Min(fault, Faults.Length - 1)]} at {Position(bytes, (int)offset)}.");
    }

    /// <exception cref="TimeoutException">It took longer than the limit.</exception>
    public IReadOnlyList<SyntaxMatch> Run(SyntaxTree tree, NativeNode root, TimeSpan limit, CancellationToken cancellation)
    {
        using var cursor = Core.ts_query_cursor_new();
        using var watch = new Watch(limit, cancellation);
        var progress = watch.Progress;
        Core.ts_query_cursor_exec_with_options(cursor, _handle, root, &progress);
        var matches = new List<SyntaxMatch>();
        NativeMatch match;
        while (Core.ts_query_cursor_next_match(cursor, &match) != 0)
        {
            var captures = Captures(tree, match);
            var rules = _rules[match.Pattern];
            if (rules.Accept(captures))
            {
                matches.Add(new SyntaxMatch(match.Pattern, captures, rules.Properties));
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return watch.Stopped ? throw new TimeoutException("A syntax query took too long.") : matches;
    }

    private ImmutableArray<(string Name, ISyntaxNode Node)> Captures(SyntaxTree tree, NativeMatch match)
    {
        var captures = ImmutableArray.CreateBuilder<(string, ISyntaxNode)>(match.CaptureCount);
        for (var i = 0; i < match.CaptureCount; i++)
        {
            captures.Add((_captureNames[match.Captures[i].Index], tree.Wrap(match.Captures[i].Node)!));
        }

        return captures.MoveToImmutable();
    }

    private string CaptureName(int index)
    {
        uint length;
        var name = Core.ts_query_capture_name_for_id(_handle, (uint)index, &length);
        return Encoding.UTF8.GetString(name, (int)length);
    }

    private PatternRules Rules(int pattern, string text)
    {
        uint count;
        var steps = Core.ts_query_predicates_for_pattern(_handle, (uint)pattern, &count);
        var rules = new PatternRules.Builder();
        var words = new List<QueryWord>();
        for (var i = 0; i < count; i++)
        {
            if (steps[i].Type == 0)
            {
                AddRule(rules, words, pattern, text);
                words.Clear();
            }
            else
            {
                words.Add(Word(steps[i]));
            }
        }

        return rules.Build();
    }

    private QueryWord Word(NativePredicateStep step)
    {
        if (step.Type == 1)
        {
            return new QueryWord(_captureNames[step.Value], IsCapture: true);
        }

        uint length;
        var value = Core.ts_query_string_value_for_id(_handle, step.Value, &length);
        return new QueryWord(Encoding.UTF8.GetString(value, (int)length), IsCapture: false);
    }

    private void AddRule(PatternRules.Builder rules, List<QueryWord> words, int pattern, string text)
    {
        try
        {
            rules.Add(words);
        }
        catch (ArgumentException e)
        {
            var start = (int)Core.ts_query_start_byte_for_pattern(_handle, (uint)pattern);
            throw new FormatException($"{e.Message.TrimEnd('.')} in the pattern at {Position(Encoding.UTF8.GetBytes(text), start)}.", e);
        }
    }

    private static string Position(byte[] source, int offset)
    {
        var before = source.AsSpan(0, Math.Min(offset, source.Length));
        return $"line {before.Count((byte)'\n') + 1}, column {offset - before.LastIndexOf((byte)'\n')}";
    }
}
