namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>A kind of work: the damage that makes it necessary, and how it is told.</summary>
/// <param name="Task">Task of the row, and ending of the names of its phrase banks.</param>
/// <param name="Damage">The damage it puts right.</param>
/// <param name="One">What is counted, in the singular with its article or number.</param>
/// <param name="Many">The same in the plural, without the number.</param>
internal sealed record Improvement(string Task, string Damage, string One, string Many)
{
    /// <summary>So many of it.</summary>
    public string Count(int number) => number == 1 ? One : $"{number} {Many}";
}
