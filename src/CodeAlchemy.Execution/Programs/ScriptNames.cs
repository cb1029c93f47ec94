using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Checks what a script request names before anything is started. Pure.</summary>
internal static class ScriptNames
{
    /// <summary>No files.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<byte>> NoFiles { get; } =
        ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Refuses a request that names something outside the working directory or a repetition that isn't there.</summary>
    /// <exception cref="ArgumentException">What is wrong.</exception>
    public static void Check(ScriptRequest request)
    {
        // A name that starts with a dash would be an option of bash.
        Require(IsPlain(request.Name) && char.IsAsciiLetterOrDigit(request.Name[0]), $"the script's name '{request.Name}' is not a plain file name");
        foreach (var path in request.Files.Keys)
        {
            Require(path.Split('/').All(IsPlain), $"the file name '{path}' leaves the working directory; use a relative path without '..'");
        }

        Require(!request.Files.ContainsKey(request.Name), $"the script's name '{request.Name}' is also the name of a file");
        foreach (var pattern in request.Collect)
        {
            Require(IsPlain(pattern), $"the pattern '{pattern}' is not one of names in the working directory");
        }

        Require(request is { MostFiles: > 0, MostBytes: > 0 }, "the limits of files to bring back must be positive");
        Require(request.Repetition >= 0 && request.Repetition < Surroundings.Repeats.Length, $"there is no repetition {request.Repetition}");
    }

    private static bool IsPlain(string name) => name.Length > 0 && name is not ("." or "..") && !name.AsSpan().ContainsAny('/', '\0');

    private static void Require(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new ArgumentException(complaint);
        }
    }
}
