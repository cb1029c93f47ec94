using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>
/// Makes a good program worse without changing what it does, for any language with a grammar and an outline. Whether it kept its
/// word is for a run to tell. Stateless.
/// </summary>
public interface IDamage
{
    /// <summary>Stable name, for example <c>obscure-names</c>.</summary>
    string Id { get; }

    /// <summary>Whether it touches white space, comments and line ends only, so that it can't change what a program does.</summary>
    bool IsTextual { get; }

    /// <summary>
    /// Whether a program is free of what the damage brings in. One that holds some of it already is no full answer to the request to
    /// put the damage right, since its author's own flaw would stay.
    /// </summary>
    bool Suits(ParsedProgram program);

    /// <summary>The damaged program; <see langword="null"/> where the damage finds nothing to do.</summary>
    /// <param name="program">The program; it has no syntax errors.</param>
    /// <param name="random">Chooses.</param>
    DamagedProgram? Apply(ParsedProgram program, IRandom random);
}
