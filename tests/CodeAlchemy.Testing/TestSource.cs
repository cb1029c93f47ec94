using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing;

/// <summary>Makes source files for tests.</summary>
public static class TestSource
{
    /// <summary>A file as a corpus would give it: the hash is that of the text, nothing is known of its origin.</summary>
    /// <param name="language">Id of the language plugin, for example <c>python</c>.</param>
    /// <param name="text">Its text.</param>
    /// <param name="path">Path inside the corpus, with <c>/</c>.</param>
    /// <param name="ordinal">Position in the corpus, from 0.</param>
    public static SourceFile Of(string language, string text, string path = "program", long ordinal = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SourceFile
        {
            Ordinal = ordinal,
            Path = path,
            Language = language,
            Text = text,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
    }
}
