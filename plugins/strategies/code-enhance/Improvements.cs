using System.Collections.Immutable;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>All kinds of work.</summary>
internal static class Improvements
{
    /// <summary>The damage that is several others.</summary>
    public const string Several = "several";

    /// <summary>The task of a file with several damages.</summary>
    public const string CleanUp = "clean-up";

    /// <summary>The damage that takes documentation away.</summary>
    public const string Documentation = "strip-documentation";

    /// <summary>The damage that writes constants out.</summary>
    public const string Numbers = "magic-numbers";

    public static ImmutableArray<Improvement> All { get; } =
    [
        new("document", Documentation, "one place", "places"),
        new("rename", "obscure-names", "one name", "names"),
        new("format", "broken-format", "one place", "places"),
        new("remove-dead-code", "dead-code", "one piece", "pieces"),
        new("remove-commented-code", "commented-out-code", "one line", "lines"),
        new("name-constants", Numbers, "one constant", "constants"),
        new("inline-temporaries", "needless-temporaries", "one variable", "variables"),
        new("straighten-conditions", "inverted-conditions", "one condition", "conditions"),
        new("merge-duplicates", "duplicated-helper", "one copy", "copies"),
        new("split-lines", "crammed-lines", "one line break", "line breaks"),
        new("flatten", "nested-returns", "one function", "functions"),
        new("simplify-booleans", "verbose-booleans", "one place", "places"),
    ];

    /// <summary>The work that puts a damage right.</summary>
    public static Improvement Of(string damage) => All.First(i => i.Damage == damage);
}
