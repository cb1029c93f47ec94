using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Tests.Sandbox;

/// <summary>A program of <c>tests/fixtures/hostile</c> and what its comments say about it.</summary>
internal sealed record HostileProgram(string Name, byte[] Source, ImmutableDictionary<string, string> Notes)
{
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Fixtures.Folder("hostile")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public IEnumerable<string> Expected => Notes["expect"].Split('|', StringSplitOptions.TrimEntries);

    public SandboxLimits Limits
    {
        get
        {
            var limits = new SandboxLimits { Wall = TimeSpan.FromSeconds(15), Processor = TimeSpan.FromSeconds(8) };
            foreach (var word in Notes.GetValueOrDefault("limits", string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, value) = (word.Split('=')[0], long.Parse(word.Split('=')[1], CultureInfo.InvariantCulture));
                limits = name switch
                {
                    "wall" => limits with { Wall = TimeSpan.FromMilliseconds(value) },
                    "processor" => limits with { Processor = TimeSpan.FromMilliseconds(value) },
                    "memory" => limits with { Memory = value << 20 },
                    "processes" => limits with { Processes = (int)value },
                    "disk" => limits with { Disk = value << 20 },
                    "file" => limits with { FileSize = value << 20 },
                    "inodes" => limits with { Inodes = (int)value },
                    "output" => limits with { Output = value },
                    _ => throw new InvalidDataException($"{Name}: unknown limit {name}"),
                };
            }

            return limits;
        }
    }

    public static HostileProgram Read(string name)
    {
        var source = File.ReadAllBytes(Path.Combine(Fixtures.Folder("hostile"), name));
        var notes = File.ReadLines(Path.Combine(Fixtures.Folder("hostile"), name))
            .TakeWhile(line => line.StartsWith('#') || line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => line.TrimStart('#', '/', ' ').Split(": ", 2))
            .Where(parts => parts.Length == 2 && parts[0] is "expect" or "limits" or "stdout" or "arch")
            .ToImmutableDictionary(parts => parts[0], parts => parts[1]);
        return new HostileProgram(name, source, notes);
    }
}
