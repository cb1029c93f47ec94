namespace CodeAlchemy.PluginHost.Tests;

public sealed class PluginContentTests
{
    [Fact]
    public void The_hash_depends_on_paths_and_bytes_and_on_nothing_else()
    {
        using var first = Sample();
        using var second = Sample();
        second.Write("bin/Debug/x.dll", "built");
        second.Write("obj/x", "built");
        second.Write("sub/node_modules/x.js", "fetched");
        second.Write(".git/HEAD", "hidden");
        File.SetLastWriteTimeUtc(Path.Combine(second.Path, "plugin.yaml"), DateTime.UnixEpoch);

        Assert.Equal(PluginContent.Hash(first.Path), PluginContent.Hash(second.Path));
    }

    [Theory]
    [InlineData("plugin.yaml", "changed")]
    [InlineData("new", "")]
    [InlineData("sub/binary", "")]
    public void Any_change_of_content_changes_the_hash(string file, string text)
    {
        using var first = Sample();
        using var second = Sample();
        second.Write(file, text);

        Assert.NotEqual(PluginContent.Hash(first.Path), PluginContent.Hash(second.Path));
    }

    [Fact]
    public void A_renamed_file_changes_the_hash()
    {
        using var first = Sample();
        using var second = Sample();
        File.Move(Path.Combine(second.Path, "sub", "a"), Path.Combine(second.Path, "sub", "b"));

        Assert.NotEqual(PluginContent.Hash(first.Path), PluginContent.Hash(second.Path));
    }

    [Fact]
    public void A_link_in_a_circle_does_no_harm()
    {
        using var folder = Sample();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "sub", "loop"), "..");

        Assert.Equal(64, PluginContent.Hash(folder.Path).Length);
    }

    [Fact]
    public void The_hash_of_a_known_folder_never_changes()
    {
        using var folder = Sample();

        Assert.Equal("d199854cea3d8a04b8ec26c78b1a0122e58b30311ebf56625bf6d51cbd0942fd", PluginContent.Hash(folder.Path));
    }

    private static TemporaryFolder Sample()
    {
        var folder = new TemporaryFolder();
        folder.Write("plugin.yaml", "id: x\n");
        folder.Write("sub/a", "content");
        folder.Write("Sub.txt", "ü");
        return folder;
    }
}
