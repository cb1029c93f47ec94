using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Mutation;

/// <summary>Makes new cases close to ones that were seen to run.</summary>
public static class CaseMutator
{
    private const int TriesPerCase = 8;
    private const int OneInEmpty = 12;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>New cases, all different from each other and from the given ones; fewer where there is nothing to change.</summary>
    /// <param name="cases">Cases whose arguments and input are the material; one without any gives nothing.</param>
    /// <param name="count">Most cases to make.</param>
    /// <param name="random">Chooses; the same sequence gives the same cases.</param>
    public static ImmutableArray<ExecutionCase> Mutate(IReadOnlyList<ExecutionCase> cases, int count, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(random);
        ImmutableArray<ExecutionCase> material = [.. cases.Where(HasMaterial)];
        var seen = cases.Select(CaseKey.Of).ToHashSet(StringComparer.Ordinal);
        var made = ImmutableArray.CreateBuilder<ExecutionCase>();
        for (var i = 0; !material.IsEmpty && i < count * TriesPerCase && made.Count < count; i++)
        {
            var mutant = Mutate(material[random.Next(material.Length)], random);
            if (seen.Add(CaseKey.Of(mutant)))
            {
                made.Add(mutant with { Name = UniqueName(cases, made.Count + 1), Origin = "mutation" });
            }
        }

        return made.ToImmutable();
    }

    private static bool HasMaterial(ExecutionCase c) => c.Arguments.Length > 0 || Text(c) is { Length: > 0 };

    private static ExecutionCase Mutate(ExecutionCase c, IRandom random)
    {
        var text = Text(c);
        if (c.Arguments.Length > 0 && (string.IsNullOrEmpty(text) || random.Next(2) == 0))
        {
            var at = random.Next(c.Arguments.Length);
            return c with { Arguments = c.Arguments.SetItem(at, TokenMutator.Mutate(c.Arguments[at], random)) };
        }

        if (random.Next(OneInEmpty) == 0)
        {
            return c with { Stdin = [] };
        }

        return string.IsNullOrEmpty(text) ? c : c with { Stdin = [.. Encoding.UTF8.GetBytes(TextMutator.Mutate(text, random))] };
    }

    private static string? Text(ExecutionCase c)
    {
        try
        {
            return StrictUtf8.GetString(c.Stdin.AsSpan());
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string UniqueName(IReadOnlyList<ExecutionCase> cases, int number)
    {
        var name = $"mutation-{number}";
        return cases.Any(c => c.Name == name) ? name + "-new" : name;
    }
}
