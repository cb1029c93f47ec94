using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts;

/// <summary>Paths of templates: relative, inside their folder, never through a link.</summary>
internal static class TemplatePath
{
    /// <summary>Refuses a path that is not plainly inside.</summary>
    /// <exception cref="ProblemException">The path is absolute, has empty or dot segments, or odd characters.</exception>
    public static void Check(string path)
    {
        var plain = path.Length > 0 && path.IndexOfAny(['\\', ':', '\0']) < 0
            && path.Split('/').All(s => s.Length > 0 && s is not ("." or ".."));
        if (!plain)
        {
            throw new ProblemException(new Problem(
                "template-path", $"`{path}` is not a path of a template.",
                "Name a file below the template folder, for example `code-trace/predict-output-1.scriban`.", ExitCode.Configuration));
        }
    }

    /// <summary>The file of a checked path below a folder, or <see langword="null"/> when it isn't there or goes through a link.</summary>
    public static string? Find(string folder, string path)
    {
        var current = folder;
        foreach (var segment in path.Split('/'))
        {
            current = Path.Combine(current, segment);
            if (new FileInfo(current).LinkTarget is not null)
            {
                return null;
            }
        }

        return File.Exists(current) ? current : null;
    }
}
