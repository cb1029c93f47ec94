using System.Collections.Immutable;
using CodeAlchemy.Grounded.Damage.Kinds;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>All damages.</summary>
public static class Damages
{
    /// <summary>
    /// Every damage, in an order in which several can be done one after the other: names first, so that what others put in is not
    /// renamed, and white space last.
    /// </summary>
    public static ImmutableArray<IDamage> All { get; } =
    [
        new ObscureNames(), new DuplicatedHelper(), new MagicNumbers(), new InvertedConditions(), new NestedReturns(), new VerboseBooleans(), new NeedlessTemporaries(),
        new DeadCode(), new StrippedDocumentation(), new CommentedOutCode(), new CrammedLines(), new BrokenFormat(),
    ];

    /// <summary>A damage by its name.</summary>
    /// <exception cref="ArgumentException">There is no such damage.</exception>
    public static IDamage Get(string id) => All.FirstOrDefault(d => d.Id == id) ?? throw new ArgumentException($"There is no damage '{id}'.", nameof(id));
}
