using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>Paths.</summary>
internal static class Paths
{
    /// <summary>A path of the host, absolute or relative.</summary>
    public static Shape<string> Any { get; } = new ScalarShape<string>("a path", ParseAny, () => new JsonObject { ["type"] = "string", ["format"] = "path", ["minLength"] = 1 });

    /// <summary>A path that stays below its folder, with '/' between the parts.</summary>
    public static Shape<string> Inside { get; } = new ScalarShape<string>("a relative path", ParseInside, () => new JsonObject
    {
        ["type"] = "string",
        ["format"] = "path",
        ["pattern"] = @"^(?!/)(?!.*(^|/)\.\.?(/|$))[^\\\u0000]+$",
    });

    /// <summary>A pattern of paths below a folder; one that ends in '/' means a folder.</summary>
    public static Shape<string> Glob { get; } = new ScalarShape<string>("a pattern of relative paths", ParseGlob, () => new JsonObject
    {
        ["type"] = "string",
        ["pattern"] = @"^(?!/)(?!.*(^|/)\.\.?(/|$))[^\\\u0000]+$",
    });

    /// <summary>What is wrong with a relative path, or <see langword="null"/>.</summary>
    public static ScalarFault? Check(string path)
    {
        if (path.Length is 0 or > 1000 || path.Any(char.IsControl))
        {
            return ScalarFault.Path("must be a path of 1 to 1000 characters without control characters.");
        }

        if (path[0] == '/' || path.Contains('\\') || (path.Length > 1 && path[1] == ':'))
        {
            return ScalarFault.Path($"must be a relative path with '/' between its parts, not '{Scalars.Shorten(path)}'.");
        }

        return path.Split('/').Any(part => part is "" or "." or "..")
            ? ScalarFault.Path($"must stay inside its folder and have no empty parts, unlike '{Scalars.Shorten(path)}'.", "Leave out '..', '.' and doubled slashes.")
            : null;
    }

    private static ScalarFault? ParseInside(ScalarNode node, out string value)
    {
        value = node.Text;
        return Check(value);
    }

    private static ScalarFault? ParseGlob(ScalarNode node, out string value)
    {
        value = node.Text;
        return Check(value.EndsWith('/') ? value[..^1] : value);
    }

    private static ScalarFault? ParseAny(ScalarNode node, out string value)
    {
        value = node.Text;
        return string.IsNullOrWhiteSpace(value) ? ScalarFault.Path("must not be empty.")
            : value.Length > 4000 || value.Any(char.IsControl) ? ScalarFault.Path("must be a path of at most 4000 characters, none of them a control character.")
            : null;
    }
}
