using System.Formats.Tar;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Archives;
using CodeAlchemy.PluginHost.Tests.Support;

namespace CodeAlchemy.PluginHost.Tests.Archives;

public sealed class HostileArchiveTests
{
    private const int Link = 0xA1FF;
    private const int Device = 0x21B6;

    public static TheoryData<string, string> Names() => new()
    {
        { "../evil", "leaves its folder" },
        { "a/../../evil", "leaves its folder" },
        { "a/./evil", "leaves its folder" },
        { "/etc/evil", "has an absolute path" },
        { "a\\..\\evil", "has a backslash in its name" },
        { "C:/evil", "has a colon in its name" },
        { "c:evil", "has a colon in its name" },
        { "a//evil", "has an empty part in its path" },
        { "evil.", "ends in a dot or a space" },
        { "aux.txt", "has the name of a device" },
        { "a\u0007b", "has control characters" },
        { new string('n', 201), "has a name of more than 200 bytes" },
        { string.Join('/', Enumerable.Repeat("deep", 250)), "has a path of more than 1000 bytes" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_zip_with_a_bad_name_is_refused_and_leaves_nothing(string name, string message) =>
        await Refuses("x.zip", ArchiveMaker.Zip(("plugin.yaml", ArchiveMaker.Manifest()), (name, "x")), message, name[..1]);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_tar_with_a_bad_name_is_refused_and_leaves_nothing(string name, string message) =>
        await Refuses("x.tar.gz", ArchiveMaker.Tar(ArchiveMaker.File("plugin.yaml", ArchiveMaker.Manifest()), ArchiveMaker.File(name, "x")), message, name[..1]);

    [Theory]
    [InlineData("../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("plugin.yaml")]
    public async Task Links_in_a_tar_are_refused(string target)
    {
        foreach (var type in new[] { TarEntryType.SymbolicLink, TarEntryType.HardLink })
        {
            var archive = ArchiveMaker.Tar(
                ArchiveMaker.File("plugin.yaml", ArchiveMaker.Manifest()), new PaxTarEntry(type, "link") { LinkName = target }, ArchiveMaker.File("link/evil", "x"));
            await Refuses("x.tar.gz", archive, $"'link' is a link to '{target}'", "link");
        }
    }

    [Fact]
    public async Task A_link_in_a_zip_is_refused() =>
        await Refuses("x.zip", ArchiveMaker.Zip(archive => ArchiveMaker.Add(archive, "link", "../../outside", Link)), "'link' is a symbolic link", "link");

    [Theory]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.BlockDevice)]
    [InlineData(TarEntryType.Fifo)]
    public async Task What_is_no_file_in_a_tar_is_refused(TarEntryType type) =>
        await Refuses("x.tar.gz", ArchiveMaker.Tar(new PaxTarEntry(type, "odd")), "'odd' is neither a file nor a folder", "odd");

    [Fact]
    public async Task A_device_in_a_zip_is_refused() =>
        await Refuses("x.zip", ArchiveMaker.Zip(archive => ArchiveMaker.Add(archive, "odd", "", Device)), "'odd' is neither a file nor a folder", "odd");

    [Theory]
    [InlineData(UnixFileMode.SetUser)]
    [InlineData(UnixFileMode.SetGroup)]
    [InlineData(UnixFileMode.StickyBit)]
    public async Task Special_permissions_are_refused(UnixFileMode bit)
    {
        await Refuses("x.tar.gz", ArchiveMaker.Tar(ArchiveMaker.File("root-shell", "x", bit | UnixFileMode.UserExecute)), "'root-shell' has a set-user, set-group or sticky bit", "root-shell");
        await Refuses("x.zip", ArchiveMaker.Zip(archive => ArchiveMaker.Add(archive, "root-shell", "x", 0x8000 | (int)bit)), "'root-shell' has a set-user, set-group or sticky bit", "root-shell");
    }

    [Theory]
    [InlineData("a", "a", "'a' is there twice")]
    [InlineData("Tracer.py", "tracer.py", "differs from 'Tracer.py' only in case")]
    [InlineData("Queries/a", "queries/b", "differs from 'Queries' only in case")]
    [InlineData("a", "a/b", "lies below 'a', which is a file")]
    public async Task Names_that_meet_are_refused(string first, string second, string message)
    {
        await Refuses("x.zip", ArchiveMaker.Zip((first, "1"), (second, "2")), message, second);
        await Refuses("x.tar.gz", ArchiveMaker.Tar(ArchiveMaker.File(first, "1"), ArchiveMaker.File(second, "2")), message, second);
    }

    [Fact]
    public async Task A_bomb_is_stopped_by_its_ratio_long_before_it_is_unpacked()
    {
        var zeros = new string('\0', 64 << 20);
        await Refuses("x.zip", ArchiveMaker.Zip(("zeros", zeros)), "'zeros' unpacks to more than 200 times its size", "zeros");
        await Refuses("x.tar.gz", ArchiveMaker.Tar(ArchiveMaker.File("zeros", zeros)), "'zeros' unpacks to more than 200 times its size", "zeros");
    }

    [Fact]
    public async Task Too_many_bytes_and_too_many_entries_are_refused()
    {
        var small = new ArchiveLimits { TotalBytes = 1000, Entries = 3 };
        await Refuses("x.zip", ArchiveMaker.Zip(("a", new string('a', 600)), ("b", new string('b', 600))), "'b' makes the plugin larger than 1000 bytes", "b", small);
        await Refuses("x.zip", ArchiveMaker.Zip(("a", ""), ("b", ""), ("c", ""), ("d", "")), "'d' is one too many", "d", small);
        await Refuses("x.tar.gz", ArchiveMaker.Tar([.. "abcd".Select(name => ArchiveMaker.File(name.ToString(), ""))]), "'d' is one too many", "d", small);
    }

    [Fact]
    public async Task A_zip_whose_directory_lies_about_sizes_is_refused()
    {
        var archive = ArchiveMaker.Zip(("plugin.yaml", ArchiveMaker.Manifest()));
        archive[archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24] ^= 0x55;

        using var workshop = new Workshop();
        var problem = await workshop.Refused(workshop.Write("x.zip", archive));

        Assert.Equal(PluginCodes.Archive, problem.Code);
        Assert.Contains("'plugin.yaml' has", problem.Message, StringComparison.Ordinal);
        Assert.Empty(workshop.Remains());
    }

    [Theory]
    [InlineData("this is text")]
    [InlineData("PK\u0003\u0004 and no more")]
    [InlineData("")]
    public async Task What_is_no_archive_is_said_to_be_none(string content)
    {
        using var workshop = new Workshop();
        var problem = await workshop.Refused(workshop.Write("x.zip", content));

        Assert.Equal(PluginCodes.Archive, problem.Code);
        Assert.StartsWith("'x.zip' can't be unpacked", problem.Message, StringComparison.Ordinal);
        Assert.Empty(workshop.Remains());
    }

    [Fact]
    public async Task A_cut_off_tar_is_refused()
    {
        var archive = ArchiveMaker.Tar(ArchiveMaker.File("plugin.yaml", ArchiveMaker.Manifest()), ArchiveMaker.File("big", string.Concat(Enumerable.Range(0, 20_000))));
        using var workshop = new Workshop();

        Assert.Equal(ExitCode.Plugin, (await workshop.Refused(workshop.Write("x.tgz", archive[..(archive.Length / 2)]))).Exit);
        Assert.Empty(workshop.Remains());
    }

    [Fact]
    public async Task Links_and_pipes_in_a_folder_are_refused()
    {
        using var workshop = new Workshop();
        var folder = workshop.Plain();
        File.CreateSymbolicLink(Path.Combine(folder, "link"), "/etc/passwd");
        Assert.Contains("'link' is a link to '/etc/passwd'", (await workshop.Refused(folder)).Message, StringComparison.Ordinal);

        File.Delete(Path.Combine(folder, "link"));
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", Path.Combine(folder, "pipe")))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("'pipe' is neither a file nor a folder", (await workshop.Refused(folder)).Message, StringComparison.Ordinal);
        Assert.Empty(workshop.Remains());
    }

    private static async Task Refuses(string file, byte[] archive, string message, string entry, ArchiveLimits? limits = null)
    {
        using var workshop = new Workshop(limits);
        var problem = await workshop.Refused(workshop.Write($"in/{file}", archive));

        Assert.Equal(PluginCodes.Archive, problem.Code);
        Assert.Equal(ExitCode.Plugin, problem.Exit);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains($"entry '{entry}", problem.Message.Replace("entry '?", $"entry '{entry}", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(workshop.Remains());
        Assert.False(File.Exists(workshop.Place.Lock.File));
        Assert.Equal(["home", "in", ".codealchemy"], new[] { "home", "in", ".codealchemy" }.Union(Directory.EnumerateFileSystemEntries(workshop.Folder).Select(Path.GetFileName)));
        Assert.True(Encoding.UTF8.GetByteCount(problem.Message) < 500);
    }
}
