using System.Collections.Immutable;

namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>A step down a sketch: to the value of a key, or to an entry of a list.</summary>
/// <param name="Mapping">The mapping that holds the key, or <see langword="null"/> for an entry of a list.</param>
/// <param name="List">The list, or <see langword="null"/> for a key.</param>
/// <param name="Name">The key, or the index.</param>
internal sealed record SketchStep(SketchMapping? Mapping, SketchList? List, string Name);

/// <summary>The key or scalar at an offset and the way to it.</summary>
/// <param name="Path">The steps; of a key those of its mapping.</param>
/// <param name="Scalar">What stands there.</param>
/// <param name="Mapping">The mapping whose key it is; <see langword="null"/> for a value.</param>
/// <param name="Entry">The entry of the key, or the one whose value it is.</param>
/// <param name="IsInFlow">Whether it stands in braces or brackets.</param>
internal sealed record SketchPlace(ImmutableArray<SketchStep> Path, SketchScalar Scalar, SketchMapping? Mapping, SketchEntry? Entry, bool IsInFlow)
{
    /// <summary>Finds what touches an offset.</summary>
    public static SketchPlace? Find(SketchNode root, int offset)
    {
        var path = ImmutableArray.CreateBuilder<SketchStep>();
        SketchEntry? entry = null;
        var isInFlow = false;
        SketchNode? node = root;
        while (node is not null and not SketchScalar)
        {
            isInFlow |= node is SketchMapping { IsFlow: true } or SketchList { IsFlow: true };
            if (node is SketchMapping mapping)
            {
                entry = mapping.Entries.FirstOrDefault(e => e.Key.Start <= offset && offset <= e.End);
                if (entry is { Key.Text.Length: > 0 } && offset <= entry.Key.End)
                {
                    return new SketchPlace(path.ToImmutable(), entry.Key, mapping, entry, isInFlow);
                }

                path.Add(new SketchStep(mapping, null, entry?.Key.Text ?? ""));
                node = entry?.Value;
                continue;
            }

            var list = (SketchList)node;
            var items = list.Items;
            var index = items.FindIndex(item => item.Value is { } value && value.Start <= offset && offset <= value.End);
            path.Add(new SketchStep(null, list, $"{index}"));
            entry = null;
            node = index < 0 ? null : items[index].Value;
        }

        return node is SketchScalar scalar && scalar.Start <= offset && offset <= scalar.End ? new SketchPlace(path.ToImmutable(), scalar, null, entry, isInFlow) : null;
    }
}
