namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

/// <summary>Seeds with which the versions that are made of <see cref="Grades"/> are known to be of a kind.</summary>
internal static class Seeds
{
    /// <summary>At least one version has a fault that shows.</summary>
    public const long WithFault = 42;
}
