using System.Diagnostics.CodeAnalysis;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>Names a plugin among all: two plugins of different kinds may have the same id.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Id.</param>
public readonly record struct PluginKey(PluginKind Kind, string Id)
{
    /// <summary>Orders by kind, then id.</summary>
    public static IComparer<PluginKey> Order { get; } = Comparer<PluginKey>.Create(
        (left, right) => left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : string.CompareOrdinal(left.Id, right.Id));

    /// <summary>The key of a plugin.</summary>
    public static PluginKey Of(PluginDefinition plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return new PluginKey(plugin.Kind, plugin.Id);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PluginKey? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        key = slash > 0 && KindOf(text[..slash]) is { } kind ? new PluginKey(kind, text[(slash + 1)..]) : null;
        return key is not null;
    }

    /// <summary>The kind of a name such as <c>language</c>, or <see langword="null"/>.</summary>
    public static PluginKind? KindOf(string name) => name switch
    {
        "language" => PluginKind.Language,
        "strategy" => PluginKind.Strategy,
        "evaluator" => PluginKind.Evaluator,
        _ => null,
    };

    /// <summary>The kind as manifests write it.</summary>
    public static string NameOf(PluginKind kind) => kind switch
    {
        PluginKind.Language => "language",
        PluginKind.Strategy => "strategy",
        _ => "evaluator",
    };

    /// <summary>For example <c>language/python</c>.</summary>
    public override string ToString() => $"{NameOf(Kind)}/{Id}";
}
