using System.Text;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>
/// Matches a pattern by trying its ways in order, as Oniguruma does. The places to go back to are in a list, not in the call stack, and the
/// steps over one text are bounded. For one thread.
/// </summary>
internal sealed class PatternMatcher(Pattern pattern)
{
    private readonly Instruction[] _program = pattern.Program;
    private Way[] _ways = new Way[16];
    private int _count;
    private long _steps;

    /// <summary>Begins with another text; grants the steps that its length allows.</summary>
    public void Restart(int length) => _steps = 1_000_000 + (256L * length);

    /// <summary>Length of the match at a place of a well-formed text; 0 if there is none.</summary>
    /// <exception cref="Abstractions.Hosting.ProblemException">The pattern has used up the steps that the length of the text allows.</exception>
    public int Match(ReadOnlySpan<char> text, int start)
    {
        _count = 0;
        var (next, position) = (0, start);
        while (true)
        {
            if (--_steps < 0)
            {
                throw TokenizerProblem.TooSlow($"'{pattern.Text}'");
            }

            var instruction = _program[next];
            switch (instruction.Operation)
            {
                case Operation.Done:
                    return position - start;
                case Operation.Jump:
                    next = instruction.Target;
                    continue;
                case Operation.Fork when position < text.Length && instruction.Begins is { } begins && text[position] < begins.Length && !begins[text[position]]:
                    next = instruction.Target;
                    continue;
                case Operation.Fork:
                    Push(new Way(instruction.Target, position, position));
                    next++;
                    continue;
                case Operation.Ahead when (Take(instruction.Set!, text, position) > position) == instruction.Flag:
                    next++;
                    continue;
                case Operation.One when Take(instruction.Set!, text, position) is var after && after > position:
                    position = after;
                    next++;
                    continue;
                case Operation.Many when TakeMany(instruction, text, position, next + 1) is var after and >= 0:
                    position = after;
                    next++;
                    continue;
            }

            if (!Pop(text, ref next, ref position))
            {
                return 0;
            }
        }
    }

    /// <summary>The place after one character of a set, or the same place.</summary>
    private static int Take(CharacterSet set, ReadOnlySpan<char> text, int position)
    {
        if ((uint)position >= (uint)text.Length)
        {
            return position;
        }

        var unit = text[position];
        return !char.IsSurrogate(unit)
            ? set.Contains(unit) ? position + 1 : position
            : set.Contains(char.ConvertToUtf32(unit, text[position + 1])) ? position + 2 : position;
    }

    /// <summary>The place after as many characters as there are; -1 if they are too few.</summary>
    private int TakeMany(Instruction loop, ReadOnlySpan<char> text, int position, int next)
    {
        var (count, least) = (0, loop.AtLeast == 0 ? position : -1);
        while (count < loop.AtMost && Take(loop.Set!, text, position) is var after && after > position)
        {
            position = after;
            if (++count == loop.AtLeast)
            {
                least = position;
            }
        }

        _steps -= count;
        if (least >= 0 && least < position && !loop.Flag)
        {
            Push(new Way(next, least, Back(text, position)));
        }

        return least < 0 ? -1 : position;
    }

    private void Push(Way way)
    {
        if (_count == _ways.Length)
        {
            Array.Resize(ref _ways, _count * 2);
        }

        _ways[_count++] = way;
    }

    private bool Pop(ReadOnlySpan<char> text, ref int next, ref int position)
    {
        if (_count == 0)
        {
            return false;
        }

        ref var way = ref _ways[_count - 1];
        (next, position) = (way.Next, way.Position);
        if (way.Position > way.Least)
        {
            way = way with { Position = Back(text, way.Position) };
        }
        else
        {
            _count--;
        }

        return true;
    }

    private static int Back(ReadOnlySpan<char> text, int position) => position - (char.IsLowSurrogate(text[position - 1]) ? 2 : 1);

    /// <summary>A way not tried yet: the instruction, the place to try first and the one to try last.</summary>
    private readonly record struct Way(int Next, int Least, int Position);
}
