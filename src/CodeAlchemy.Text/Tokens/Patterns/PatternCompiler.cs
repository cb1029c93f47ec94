namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>Turns a pattern's tree into instructions.</summary>
internal sealed class PatternCompiler
{
    private const int MostInstructions = 10_000;
    private readonly List<Instruction> _program = [];

    /// <summary>The instructions of a pattern.</summary>
    /// <exception cref="PatternProblem">It becomes too long, or has a possessive group.</exception>
    public static Instruction[] Compile(PatternNode node)
    {
        var compiler = new PatternCompiler();
        compiler.Add(node);
        compiler.Add(new Instruction(Operation.Done));
        return [.. compiler._program];
    }

    private int Add(Instruction instruction)
    {
        if (_program.Count == MostInstructions)
        {
            throw new PatternProblem("is too long with its repetitions written out");
        }

        _program.Add(instruction);
        return _program.Count - 1;
    }

    private void Add(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One one:
                Add(new Instruction(Operation.One, one.Set));
                break;
            case PatternNode.Ahead ahead:
                Add(new Instruction(Operation.Ahead, ahead.Set, Flag: ahead.Expected));
                break;
            case PatternNode.Row row:
                foreach (var part in row.Parts)
                {
                    Add(part);
                }

                break;
            case PatternNode.Choice choice:
                AddChoice(choice);
                break;
            case PatternNode.Repeat { Part: PatternNode.One one } repeat:
                Add(new Instruction(Operation.Many, one.Set, repeat.AtLeast, repeat.AtMost, repeat.Possessive));
                break;
            case PatternNode.Repeat repeat:
                AddRepeat(repeat);
                break;
        }
    }

    private void AddChoice(PatternNode.Choice choice)
    {
        var ends = new List<int>();
        foreach (var part in choice.Parts.SkipLast(1))
        {
            var fork = Add(new Instruction(Operation.Fork, Begins: [.. Enumerable.Range(0, 128).Select(part.CanBegin)]));
            Add(part);
            ends.Add(Add(new Instruction(Operation.Jump)));
            Lead([fork]);
        }

        Add(choice.Parts[^1]);
        Lead(ends);
    }

    private void AddRepeat(PatternNode.Repeat repeat)
    {
        if (repeat.Possessive)
        {
            throw new PatternProblem("has a possessive quantifier after a group");
        }

        for (var i = 0; i < repeat.AtLeast; i++)
        {
            Add(repeat.Part);
        }

        var forks = new List<int>();
        for (var i = repeat.AtLeast; i < repeat.AtMost; i++)
        {
            forks.Add(Add(new Instruction(Operation.Fork)));
            Add(repeat.Part);
            if (repeat.AtMost == int.MaxValue)
            {
                Add(new Instruction(Operation.Jump, Target: forks[0]));
                break;
            }
        }

        Lead(forks);
    }

    /// <summary>Lets instructions lead to the next one that is added.</summary>
    private void Lead(List<int> places)
    {
        foreach (var place in places)
        {
            _program[place] = _program[place] with { Target = _program.Count };
        }
    }
}
