using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace CodeAlchemy.PluginHost.Tests.Support;

/// <summary>Makes archives, also such as no honest program makes.</summary>
internal static class ArchiveMaker
{
    /// <summary>A language without code.</summary>
    public static string Manifest(string id = "sample", string version = "1.0.0", string more = "") => $$"""
        apiVersion: codealchemy/v1
        kind: language
        id: {{id}}
        version: {{version}}
        name: Sample
        requires: {host: ">=1.0 <2.0"}
        language:
          extensions: [.{{id}}]
          run: [cat, "{file}"]
        {{more}}
        """;

    /// <summary>A language that brings a tracer.</summary>
    public static string TracedManifest(string id = "sample", string version = "1.0.0") =>
        Manifest(id, version, """  trace: [python3, "{plugin}/tracer.py", "{file}"]""");

    public static byte[] Zip(params (string Name, string Text)[] files) => Zip(archive =>
    {
        foreach (var (name, text) in files)
        {
            Add(archive, name, text);
        }
    });

    public static byte[] Zip(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        return stream.ToArray();
    }

    public static ZipArchiveEntry Add(ZipArchive archive, string name, string text, int mode = 0)
    {
        var entry = archive.CreateEntry(name);
        entry.ExternalAttributes = mode << 16;
        using var content = entry.Open();
        content.Write(Encoding.UTF8.GetBytes(text));
        return entry;
    }

    public static byte[] Tar(params TarEntry[] entries)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new TarWriter(gzip, TarEntryFormat.Pax))
        {
            foreach (var entry in entries)
            {
                writer.WriteEntry(entry);
            }
        }

        return stream.ToArray();
    }

    public static TarEntry File(string name, string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite) =>
        new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)), Mode = mode };
}
