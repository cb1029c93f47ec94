using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Locks;
using CodeAlchemy.PluginHost.Tests.Support;

namespace CodeAlchemy.PluginHost.Tests.Installing;

public sealed class PluginInstallerTests
{
    private static readonly PluginKey Sample = new(PluginKind.Language, "sample");

    [Fact]
    public async Task A_plugin_without_code_is_installed_unasked_and_found()
    {
        using var workshop = new Workshop();

        var change = await workshop.Install(workshop.Plain());

        Assert.Equal(ChangeKind.Installed, change.Kind);
        Assert.Empty(workshop.Asked);
        Assert.Equal("1.0.0", workshop.Discover(strict: true).FindLanguage("sample")!.Version);
        Assert.Empty(workshop.Remains());
    }

    [Fact]
    public async Task One_content_has_one_hash_whatever_it_came_in()
    {
        using var workshop = new Workshop();
        var folder = workshop.Traced();
        var (manifest, tracer) = (File.ReadAllText(Path.Combine(folder, "plugin.yaml")), "print(1)");
        workshop.Write("source/.git/HEAD", "x");
        workshop.Write("source/obj/x.json", "{}");
        workshop.Write("a.zip", ArchiveMaker.Zip(("plugin.yaml", manifest), ("tracer.py", tracer)));
        workshop.Write("b.tar.gz", ArchiveMaker.Tar(ArchiveMaker.File("./x-1.0/tracer.py", tracer), ArchiveMaker.File("./x-1.0/plugin.yaml", manifest)));
        workshop.Write("c.nupkg", ArchiveMaker.Zip(("[Content_Types].xml", "<a/>"), ("_rels/.rels", "<a/>"), ("x.nuspec", "<a/>"), ("tracer.py", tracer), ("plugin.yaml", manifest)));

        var hashes = new List<string>();
        foreach (var source in new[] { "source", "a.zip", "b.tar.gz", "c.nupkg" })
        {
            hashes.Add((await workshop.Install(source)).After!.Content);
        }

        Assert.Single(hashes.Distinct());
        Assert.Single(workshop.Asked);
    }

    [Fact]
    public async Task A_resident_compiler_of_the_plugin_is_code_too()
    {
        using var workshop = new Workshop();
        var folder = workshop.Traced();
        var manifest = File.ReadAllText(Path.Combine(folder, "plugin.yaml"));
        File.WriteAllText(Path.Combine(folder, "plugin.yaml"), manifest.Replace("  trace: [", "  compileServer: [", StringComparison.Ordinal).Replace(", \"{file}\"]", "]", StringComparison.Ordinal) + "\n");
        await workshop.Install(folder);

        Assert.Contains("python3 {plugin}/tracer.py", string.Join('\n', Assert.Single(workshop.Asked).Runs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_is_asked_about_once_for_each_content_and_shown()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Traced());
        await workshop.Install(workshop.Traced());

        var question = Assert.Single(workshop.Asked);
        Assert.Equal("""to trace (trace), in the sandbox: python3 {plugin}/tracer.py {file}""", Assert.Single(question.Runs));
        Assert.False(question.IsChange);

        await workshop.Install(workshop.Traced(tracer: "print(2)"));

        Assert.Equal(2, workshop.Asked.Count);
        Assert.True(workshop.Asked[1].IsChange);
    }

    [Fact]
    public async Task What_is_not_allowed_is_not_installed()
    {
        using var workshop = new Workshop { Consents = false };

        var problem = await workshop.Refused(workshop.Traced());

        Assert.Equal((PluginCodes.Untrusted, ExitCode.Plugin), (problem.Code, problem.Exit));
        Assert.Empty(workshop.Discover().All);
        Assert.Empty(workshop.Remains());
        Assert.False(File.Exists(workshop.Place.Lock.File));
    }

    [Fact]
    public async Task A_changed_tracer_is_refused_with_the_file_and_the_command()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Traced());
        File.WriteAllText(Path.Combine(workshop.Place.FolderOf(Sample), "tracer.py"), "evil()");

        var problem = Fixtures.ProblemOf(() => workshop.Discover().Require(PluginKind.Language, "sample"));

        Assert.Equal(ExitCode.Plugin, problem.Exit);
        Assert.Contains("changed tracer.py", problem.Message, StringComparison.Ordinal);
        Assert.Contains("codealchemy plugin restore", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Plugin, Fixtures.ProblemOf(() => workshop.Discover(strict: true)).Exit);
    }

    [Fact]
    public async Task Code_of_a_project_that_this_user_did_not_allow_is_refused()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Traced());
        Directory.Delete(Path.Combine(workshop.Folder, "home"), recursive: true);

        var problem = Fixtures.ProblemOf(() => workshop.Discover().Require(PluginKind.Language, "sample"));

        Assert.Contains("you have not allowed it", problem.Message, StringComparison.Ordinal);
        Assert.Contains("codealchemy plugin trust language/sample", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_behind_a_link_is_not_taken_although_its_hash_was_allowed()
    {
        using var workshop = new Workshop();
        workshop.Write("outside.py", "print(1)");
        workshop.Write(".codealchemy/plugins/languages/sample/plugin.yaml", ArchiveMaker.TracedManifest());
        File.CreateSymbolicLink(Path.Combine(workshop.Place.FolderOf(Sample), "tracer.py"), Path.Combine(workshop.Folder, "outside.py"));
        workshop.Trust.Allow(Sample, PluginContent.List(workshop.Place.FolderOf(Sample)).Hash);

        Assert.Contains("holds the link 'tracer.py'", Assert.Single(workshop.Discover().Diagnostics).Message, StringComparison.Ordinal);
        Assert.Empty(workshop.Discover().All);
    }

    [Fact]
    public async Task A_built_in_id_is_taken_only_when_that_is_said()
    {
        using var workshop = new Workshop { BuiltIn = [Sample] };

        var problem = await workshop.Refused(workshop.Plain());
        Assert.Equal(PluginCodes.Shadowed, problem.Code);
        Assert.Contains("--replace", problem.Remedy, StringComparison.Ordinal);

        await workshop.Install(workshop.Plain(), new InstallOptions { Replace = true });
        Assert.Contains("\"replaces\": true", File.ReadAllText(workshop.Place.Lock.File), StringComparison.Ordinal);
        Assert.Equal(ChangeKind.Updated, (await workshop.Install(workshop.Plain(version: "2.0.0"))).Kind);
    }

    [Fact]
    public async Task A_plugin_for_another_host_is_refused_with_both_versions()
    {
        using var workshop = new Workshop();
        workshop.Write("source/plugin.yaml", ArchiveMaker.Manifest().Replace(">=1.0 <2.0", ">=7.0", StringComparison.Ordinal));

        var problem = await workshop.Refused("source");

        Assert.Equal((PluginCodes.HostVersion, ExitCode.Plugin), (problem.Code, problem.Exit));
        Assert.Contains("needs the host contract >=7.0, but this host offers 1.0", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_manifest_is_refused_with_its_place_and_the_nearest_name()
    {
        using var workshop = new Workshop();
        workshop.Write("source/plugin.yaml", ArchiveMaker.Manifest(more: "  shebngs: [x]"));

        var problem = await workshop.Refused("source");

        Assert.Contains("plugin.yaml:10:3:", problem.Message, StringComparison.Ordinal);
        Assert.Equal("Did you mean 'shebangs'?", problem.Remedy);
    }

    [Fact]
    public async Task Update_takes_what_is_new_and_leaves_what_is_pinned()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Plain("a", "first"));
        await workshop.Install(workshop.Plain("b", "second"), new InstallOptions { Pin = true });
        workshop.Plain("a", "first", "2.0.0");
        workshop.Plain("b", "second", "2.0.0");

        var told = await workshop.Installer.Update([], dryRun: true, force: false, TestContext.Current.CancellationToken);
        Assert.Equal("1.0.0", workshop.Discover().FindLanguage("first")!.Version);
        var done = await workshop.Installer.Update([], dryRun: false, force: false, TestContext.Current.CancellationToken);

        Assert.Equal([ChangeKind.Updated, ChangeKind.Pinned], told.Select(change => change.Kind));
        Assert.Equal([ChangeKind.Updated, ChangeKind.Pinned], done.Select(change => change.Kind));
        Assert.Equal(["2.0.0", "1.0.0"], workshop.Discover(strict: true).Languages.Select(language => language.Version));
        Assert.Equal(PluginCodes.Pinned, (await workshop.Refused("b")).Code);
    }

    [Fact]
    public async Task An_update_whose_source_is_gone_fails_alone()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Plain("a", "first"));
        await workshop.Install(workshop.Plain("b", "second"));
        Directory.Delete(Path.Combine(workshop.Folder, "a"), recursive: true);
        workshop.Plain("b", "second", "2.0.0");

        var changes = await workshop.Installer.Update([], dryRun: false, force: false, TestContext.Current.CancellationToken);

        Assert.Equal([ChangeKind.Failed, ChangeKind.Updated], changes.Select(change => change.Kind));
        Assert.Equal(PluginCodes.Source, changes[0].Problem!.Code);
        Assert.Equal(2, workshop.Discover(strict: true).Languages.Length);
    }

    [Fact]
    public async Task Changes_made_in_place_are_not_lost_without_force()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Plain());
        File.AppendAllText(Path.Combine(workshop.Place.FolderOf(Sample), "plugin.yaml"), "\n# mine\n");

        Assert.Contains("changed plugin.yaml", (await workshop.Refused(workshop.Plain(version: "2.0.0"))).Message, StringComparison.Ordinal);
        Assert.Equal("2.0.0", (await workshop.Install("source", new InstallOptions { Force = true })).After!.Version);
    }

    [Fact]
    public async Task A_plugin_that_somebody_wrote_in_place_is_not_overwritten()
    {
        using var workshop = new Workshop();
        Directory.CreateDirectory(workshop.Place.FolderOf(Sample));

        Assert.Contains("was not installed by this tool", (await workshop.Refused(workshop.Plain())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_takes_the_folder_the_lock_and_the_trust()
    {
        using var workshop = new Workshop();
        var content = (await workshop.Install(workshop.Traced())).After!.Content;

        await workshop.Installer.Remove(Sample, force: false, TestContext.Current.CancellationToken);

        Assert.Empty(workshop.Discover(strict: true).All);
        Assert.Empty(workshop.Place.Lock.Read().Plugins);
        Assert.False(workshop.Trust.IsAllowed(Sample, content));
        Assert.Empty(workshop.Remains());
        await Assert.ThrowsAsync<ProblemException>(() => workshop.Installer.Remove(Sample, false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Restore_gives_the_same_content_on_another_machine()
    {
        using var here = new Workshop();
        var installed = await here.Install(here.Traced("plugins/sample"));
        using var there = new Workshop();
        there.Traced("plugins/sample");
        there.Write(LockStore.FileName, File.ReadAllText(here.Place.Lock.File));
        Assert.Contains("locked and not installed", Assert.Single(there.Discover().Diagnostics).Message, StringComparison.Ordinal);

        var change = Assert.Single(await there.Installer.Restore(TestContext.Current.CancellationToken));

        Assert.Equal(ChangeKind.Restored, change.Kind);
        Assert.Equal(installed.After!.Content, there.Place.ContentOf(Sample));
        Assert.Equal(File.ReadAllText(here.Place.Lock.File), File.ReadAllText(there.Place.Lock.File));
        Assert.NotNull(there.Discover(strict: true).FindLanguage("sample"));
        Assert.Equal(ChangeKind.Unchanged, Assert.Single(await there.Installer.Restore(TestContext.Current.CancellationToken)).Kind);
    }

    [Fact]
    public async Task Restore_says_what_a_source_gives_differently()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Traced());
        Directory.Delete(workshop.Place.Layer.Folder, recursive: true);
        workshop.Traced(tracer: "evil()");
        workshop.Write("source/more.py", "x");

        var change = Assert.Single(await workshop.Installer.Restore(TestContext.Current.CancellationToken));

        Assert.Equal((PluginCodes.Changed, ExitCode.Plugin), (change.Problem!.Code, change.Problem.Exit));
        Assert.Contains("source gives another 'language/sample' than the lock file says (still version 1.0.0): added more.py, changed tracer.py", change.Problem.Message, StringComparison.Ordinal);
        Assert.Empty(workshop.Discover().All);
        Assert.Empty(workshop.Remains());
    }

    [Fact]
    public async Task The_lock_file_is_the_same_whatever_the_order_of_installing()
    {
        using var one = new Workshop();
        using var two = new Workshop();
        foreach (var (workshop, order) in new[] { (one, new[] { "b", "a", "c" }), (two, ["c", "b", "a"]) })
        {
            foreach (var id in order)
            {
                await workshop.Install(workshop.Plain(id, id));
            }
        }

        Assert.Equal(File.ReadAllText(one.Place.Lock.File), File.ReadAllText(two.Place.Lock.File));
        Assert.DoesNotContain(one.Folder, File.ReadAllText(one.Place.Lock.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installs_at_the_same_time_wait_for_each_other()
    {
        using var workshop = new Workshop();
        var ids = Enumerable.Range(0, 12).Select(i => $"p{i}").ToArray();
        foreach (var id in ids)
        {
            workshop.Plain(id, id);
        }

        await Task.WhenAll(ids.Select(id => Task.Run(() => workshop.Install(id))));

        Assert.Equal(ids.Order(StringComparer.Ordinal), workshop.Discover(strict: true).Languages.Select(language => language.Id));
        Assert.Equal(12, workshop.Place.Lock.Read().Plugins.Count);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_brought_to_an_end()
    {
        using var workshop = new Workshop();
        await workshop.Install(workshop.Plain());
        var old = File.ReadAllText(workshop.Place.Lock.File);
        await workshop.Install(workshop.Plain(version: "2.0.0"));
        var next = File.ReadAllText(workshop.Place.Lock.File);

        // Killed after the folder was swapped: the lock file follows. Killed before: what was prepared goes.
        workshop.Write(LockStore.FileName, old);
        workshop.Write(LockStore.FileName + ".new", next);
        workshop.Write(".codealchemy/plugins/.staging-dead/half", "x");
        await workshop.Installer.Restore(TestContext.Current.CancellationToken);
        Assert.Equal(next, File.ReadAllText(workshop.Place.Lock.File));
        Assert.Empty(workshop.Remains());

        workshop.Write(LockStore.FileName + ".new", old);
        await workshop.Installer.Restore(TestContext.Current.CancellationToken);
        Assert.Equal(next, File.ReadAllText(workshop.Place.Lock.File));
        workshop.Write(LockStore.FileName + ".new", next[..50]);
        await workshop.Installer.Restore(TestContext.Current.CancellationToken);
        Assert.Equal("2.0.0", workshop.Discover(strict: true).FindLanguage("sample")!.Version);
        Assert.False(File.Exists(workshop.Place.Lock.File + ".new"));
    }

    [Theory]
    [InlineData("{}", "'schema' is missing")]
    [InlineData("""{"schema": "codealchemy.lock/2", "plugins": []}""", "its schema is 'codealchemy.lock/2', but this version reads codealchemy.lock/1")]
    [InlineData("""{"schema": "codealchemy.lock/1", "plugins": [], "x": 1}""", "it has the unknown key 'x'")]
    [InlineData("[", "")]
    public void A_lock_file_that_is_none_is_said_to_be_none(string text, string message)
    {
        using var workshop = new Workshop();
        workshop.Write(LockStore.FileName, text);

        var problem = Fixtures.ProblemOf(() => workshop.Place.Lock.Read());

        Assert.Equal(ExitCode.Configuration, problem.Exit);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_plugins_in_one_source_need_a_name()
    {
        using var workshop = new Workshop();
        workshop.Plain("all/a", "first");
        workshop.Plain("all/b", "second");

        Assert.Equal("Name one after '#': a, b.", (await workshop.Refused("all")).Remedy);
        Assert.Equal("second", (await workshop.Install("all#b")).Key.Id);
        Assert.Equal("b", workshop.Place.Lock.Read().Plugins.Values.Single().Origin.Subfolder);
    }
}
