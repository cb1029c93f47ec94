using System.Collections.Immutable;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>Shapes made of shapes.</summary>
internal static class ShapeExtensions
{
    public static Shape<TOut> Map<TIn, TOut>(this Shape<TIn> shape, Func<TIn, TOut> map) => new MappedShape<TIn, TOut>(shape, (value, _) => map(value));

    public static Shape<TOut> Map<TIn, TOut>(this Shape<TIn> shape, Func<TIn, Node, TOut> map) => new MappedShape<TIn, TOut>(shape, map);

    public static ListShape<T> List<T>(this Shape<T> item, int least = 0) => new(item, least);

    public static Shape<ImmutableSortedDictionary<string, T>> Dictionary<T>(this Shape<T> item, Shape<string>? key = null) =>
        new MapShape<T>(key ?? Scalars.Line, item);
}
