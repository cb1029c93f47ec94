using System.Diagnostics;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Network;
using CodeAlchemy.PluginHost.Sources;
using CodeAlchemy.PluginHost.Tests.Support;

namespace CodeAlchemy.PluginHost.Tests.Sources;

public sealed class PluginSourceTests
{
    private static readonly byte[] Archive = ArchiveMaker.Zip(("plugin.yaml", ArchiveMaker.Manifest()));

    [Fact]
    public async Task An_archive_behind_an_address_is_installed()
    {
        using var server = new LoopbackServer();
        using var workshop = new Workshop();
        server.Give("/x.zip", Archive);

        var change = await workshop.Install(server["/x.zip"].AbsoluteUri);

        Assert.Equal(server["/x.zip"].AbsoluteUri, change.After!.Origin.Location);
        Assert.NotNull(workshop.Discover(strict: true).FindLanguage("sample"));
    }

    [Fact]
    public async Task Redirects_are_counted()
    {
        using var server = new LoopbackServer();
        using var workshop = new Workshop(downloads: new DownloadLimits { Redirects = 2 });
        server.Redirect("/0", server["/1"]);
        server.Redirect("/1", server["/2"]);
        server.Redirect("/2", server["/3"]);
        server.Give("/3", Archive);

        Assert.Contains("redirects more than 2 times", (await workshop.Refused(server["/0"].AbsoluteUri)).Message, StringComparison.Ordinal);
        Assert.Equal(ChangeKind.Installed, (await workshop.Install(server["/1"].AbsoluteUri)).Kind);
    }

    [Theory]
    [InlineData("http://example.org/x.zip", "Plugins come over https, not from http://example.org")]
    [InlineData("ftp://example.org/x.zip", "Plugins come over https")]
    [InlineData("https://user:secret@example.org/x.zip", "must not hold a user or a password")]
    [InlineData("git+ext::sh -c id", "is not the address of a repository")]
    [InlineData("git+https://example.org/x@--upload-pack=id", "is not the name of a branch, tag or commit")]
    [InlineData("git+https://example.org/x@a..b", "is not the name of a branch, tag or commit")]
    [InlineData("git+https://u:secret@example.org/x", "must not hold a user or a password")]
    [InlineData("nuget:x", "does not name a package of a feed")]
    [InlineData("nuget:feed/../x", "does not name a package of a feed")]
    [InlineData("no/such/folder", "There is no file or folder 'no/such/folder'")]
    public async Task A_source_that_is_none_is_refused_as_a_mistake(string reference, string message)
    {
        using var workshop = new Workshop();

        var problem = await workshop.Refused(reference);

        Assert.Equal(ExitCode.Usage, problem.Exit);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SourceKind.Git, "ext::sh -c id", null, null)]
    [InlineData(SourceKind.Git, "--upload-pack=id", null, null)]
    [InlineData(SourceKind.Git, "https://example.org/x", "--upload-pack=id", null)]
    [InlineData(SourceKind.Git, "https://example.org/x", null, "../../etc")]
    [InlineData(SourceKind.NuGet, "feed/../../x", null, null)]
    public void An_origin_of_a_lock_file_is_checked_like_the_words_of_a_user(SourceKind kind, string location, string? revision, string? folder)
    {
        using var workshop = new Workshop();

        Fixtures.ProblemOf(() => workshop.Sources.Open(new PluginOrigin { Kind = kind, Location = location, Revision = revision, Subfolder = folder }));
    }

    [Fact]
    public async Task A_redirect_to_plain_http_elsewhere_is_refused()
    {
        using var server = new LoopbackServer();
        using var workshop = new Workshop();
        server.Redirect("/x.zip", new Uri("http://example.org/x.zip"));

        Assert.Contains("Plugins come over https, not from http://example.org", (await workshop.Refused(server["/x.zip"].AbsoluteUri)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_is_too_large_or_too_slow_is_given_up()
    {
        using var server = new LoopbackServer();
        using var workshop = new Workshop(downloads: new DownloadLimits { Bytes = 1000, Silence = TimeSpan.FromSeconds(0.5) });
        server.Give("/large", new byte[2000]);
        server.Do("/endless", context =>
        {
            context.Response.SendChunked = true;
            for (var i = 0; i < 100; i++)
            {
                context.Response.OutputStream.Write(new byte[100]);
            }
        });
        server.Do("/slow", context =>
        {
            context.Response.SendChunked = true;
            context.Response.OutputStream.Write(new byte[10]);
            context.Response.OutputStream.Flush();
            Thread.Sleep(TimeSpan.FromSeconds(10));
        });

        Assert.Contains("larger than 1000 bytes", (await workshop.Refused(server["/large"].AbsoluteUri)).Message, StringComparison.Ordinal);
        Assert.Contains("larger than 1000 bytes", (await workshop.Refused(server["/endless"].AbsoluteUri)).Message, StringComparison.Ordinal);
        Assert.Contains("takes too long", (await workshop.Refused(server["/slow"].AbsoluteUri)).Message, StringComparison.Ordinal);
        Assert.Empty(workshop.Remains());
    }

    [Fact]
    public async Task A_server_that_has_it_not_is_said()
    {
        using var server = new LoopbackServer();
        using var workshop = new Workshop();

        var problem = await workshop.Refused(server["/none.zip"].AbsoluteUri);

        Assert.Equal((PluginCodes.Source, ExitCode.Failure), (problem.Code, problem.Exit));
        Assert.Contains("the server answers 404", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_gives_the_newest_release_or_the_version_asked_for()
    {
        using var server = new LoopbackServer();
        using var workshop = new Workshop();
        workshop.Feeds.Add(new PluginFeed("company", server["/flat/"], null));
        server.Give("/flat/my.plugin/index.json", """{"versions": ["1.9.0", "1.10.0", "2.0.0-beta.1"]}"""u8.ToArray());
        server.Give("/flat/my.plugin/1.10.0/my.plugin.1.10.0.nupkg", ArchiveMaker.Zip(("plugin.yaml", ArchiveMaker.Manifest(version: "1.10.0"))));
        server.Give("/flat/my.plugin/1.9.0/my.plugin.1.9.0.nupkg", ArchiveMaker.Zip(("plugin.yaml", ArchiveMaker.Manifest(version: "1.9.0"))));

        Assert.Equal("1.9.0", (await workshop.Install("nuget:company/My.Plugin@1.9.0")).After!.Origin.Revision);
        Assert.Equal("1.10.0", (await workshop.Install("nuget:company/My.Plugin")).After!.Version);
        Assert.Contains("has no version 3.0.0", (await workshop.Refused("nuget:company/My.Plugin@3.0.0")).Message, StringComparison.Ordinal);
        Assert.Equal("Did you mean 'company'?", (await workshop.Refused("nuget:compny/My.Plugin")).Remedy);
    }

    [Fact]
    public async Task A_credential_goes_to_its_feed_and_not_where_that_redirects_to()
    {
        using var server = new LoopbackServer();
        using var elsewhere = new LoopbackServer();
        using var workshop = new Workshop { Credentials = new OneSecret() };
        workshop.Feeds.Add(new PluginFeed("company", server["/"], "mine"));
        server.Give("/p/index.json", """{"versions": ["1.0.0"]}"""u8.ToArray());
        server.Redirect("/p/1.0.0/p.1.0.0.nupkg", elsewhere["/p.nupkg"]);
        elsewhere.Give("/p.nupkg", Archive);

        await workshop.Install("nuget:company/p");

        Assert.All(server.Asked, asked => Assert.Equal("Bearer hush", asked.Authorization));
        Assert.Null(Assert.Single(elsewhere.Asked).Authorization);
        Assert.DoesNotContain("hush", File.ReadAllText(workshop.Place.Lock.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_gives_a_branch_a_tag_or_a_commit_and_a_folder_of_it()
    {
        using var workshop = new Workshop();
        var address = "git+file://" + await Repository(workshop);

        Assert.Equal("2.0.0", (await workshop.Install($"{address}#plugins/sample")).After!.Version);
        var change = await workshop.Install($"{address}@v1#plugins/sample");

        Assert.Equal("1.0.0", change.After!.Version);
        Assert.Equal(("v1", 40), (change.After.Origin.Reference, change.After.Origin.Revision!.Length));
        Assert.Empty(workshop.Remains());
        Assert.False(Directory.Exists(Path.Combine(workshop.Place.FolderOf(change.Key), ".git")));
    }

    [Fact]
    public async Task Restore_takes_the_locked_commit_although_the_branch_went_on()
    {
        using var workshop = new Workshop();
        var repository = await Repository(workshop);
        await workshop.Install($"git+file://{repository}@main#plugins/sample");
        var locked = workshop.Place.Lock.Read();
        workshop.Write("repository/plugins/sample/plugin.yaml", ArchiveMaker.Manifest(version: "3.0.0"));
        await Git(repository, "commit -qam three");
        Directory.Delete(workshop.Place.Layer.Folder, recursive: true);

        var change = Assert.Single(await workshop.Installer.Restore(TestContext.Current.CancellationToken));
        Assert.Equal((ChangeKind.Restored, "2.0.0"), (change.Kind, workshop.Discover(strict: true).FindLanguage("sample")!.Version));
        Assert.Equal(locked.Plugins.Values.Single().Content, workshop.Place.Lock.Read().Plugins.Values.Single().Content);

        change = Assert.Single(await workshop.Installer.Update([], false, false, TestContext.Current.CancellationToken));
        Assert.Equal((ChangeKind.Updated, "3.0.0"), (change.Kind, change.After!.Version));
    }

    [Fact]
    public async Task A_repository_runs_nothing_and_brings_no_submodules_unasked()
    {
        using var workshop = new Workshop();
        var repository = await Repository(workshop);
        var other = Path.Combine(workshop.Folder, "other");
        Directory.CreateDirectory(other);
        await Git(other, "init -q -b main .");
        workshop.Write("other/evil.py", "x");
        await Git(other, "add .");
        await Git(other, "commit -qm one");
        await Git(repository, $"-c protocol.file.allow=always submodule --quiet add {other} plugins/sample/inner");
        workshop.Write("repository/.gitattributes", "*.yaml filter=evil\n");
        await Git(repository, "add .");
        await Git(repository, "commit -qm four");
        var template = workshop.Write("templates/hooks/post-checkout", $"#!/bin/sh\ntouch {workshop.Folder}/ran\n");
        File.SetUnixFileMode(template, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var settings = workshop.Write("gitconfig", $"[init]\n templateDir = {workshop.Folder}/templates\n[filter \"evil\"]\n smudge = touch {workshop.Folder}/ran\n");
        Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", settings);
        try
        {
            var change = await workshop.Install($"git+file://{repository}#plugins/sample");
            Assert.Empty(Directory.EnumerateFiles(workshop.Place.FolderOf(change.Key), "evil.py", SearchOption.AllDirectories));
        }
        finally
        {
            Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", null);
        }

        Assert.False(File.Exists(Path.Combine(workshop.Folder, "ran")));
        await workshop.Installer.Install(
            PluginReference.Parse($"git+file://{repository}#plugins/sample", workshop.Folder) with { Submodules = true }, new InstallOptions(), TestContext.Current.CancellationToken);
        Assert.Single(Directory.EnumerateFiles(workshop.Place.Layer.Folder, "evil.py", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_link_in_a_repository_is_refused()
    {
        using var workshop = new Workshop();
        var repository = await Repository(workshop);
        File.CreateSymbolicLink(Path.Combine(repository, "plugins/sample/link"), "/etc/passwd");
        await Git(repository, "add .");
        await Git(repository, "commit -qm link");

        Assert.Contains("link' is a link to '/etc/passwd'", (await workshop.Refused($"git+file://{repository}#plugins/sample")).Message, StringComparison.Ordinal);
        Assert.Empty(workshop.Remains());
    }

    [Fact]
    public async Task A_repository_or_a_branch_that_is_not_there_is_said_without_a_prompt()
    {
        using var workshop = new Workshop();
        var repository = await Repository(workshop);

        Assert.Contains("git fetch of", (await workshop.Refused($"git+file://{workshop.Folder}/nowhere")).Message, StringComparison.Ordinal);
        Assert.Contains("that it has 'nowhere'", (await workshop.Refused($"git+file://{repository}@nowhere")).Remedy, StringComparison.Ordinal);
        Assert.Empty(workshop.Remains());
    }

    private static async Task<string> Repository(Workshop workshop)
    {
        var folder = Path.Combine(workshop.Folder, "repository");
        Directory.CreateDirectory(folder);
        await Git(folder, "init -q -b main .");
        workshop.Plain("repository/plugins/sample");
        await Git(folder, "add .");
        await Git(folder, "commit -qm one");
        await Git(folder, "tag v1");
        workshop.Plain("repository/plugins/sample", version: "2.0.0");
        await Git(folder, "commit -qam two");
        return folder;
    }

    private static async Task Git(string folder, string arguments)
    {
        var start = new ProcessStartInfo("git", $"-c user.name=x -c user.email=x@example.org {arguments}") { WorkingDirectory = folder, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
    }

    private sealed class OneSecret : ICredentialSource
    {
        public string? Secret(string? credential, Uri origin) => credential == "mine" ? "hush" : null;
    }
}
