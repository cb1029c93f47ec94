namespace CodeAlchemy.Execution.Sandbox;

/// <summary>One place to run programs in: a user id, control groups, a mount point and a server. Used by one run at a time.</summary>
internal sealed class Slot : IDisposable
{
    private const string Plain = "plain";
    private readonly string _folder;
    private readonly FileStream? _claim;
    private readonly SandboxOptions _options;
    private readonly string _user;
    private SlotServer? _server;

    private Slot(SandboxOptions options, string user, FileStream? claim, IControlGroup group, string folder)
    {
        _options = options;
        _user = user;
        _claim = claim;
        Group = group;
        _folder = folder;
    }

    public IControlGroup Group { get; }

    /// <summary>Where the runs of this slot are looked after.</summary>
    public SlotThread Thread { get; } = new();

    /// <summary>Where the private folders of a run lie when nothing is isolated.</summary>
    public string Stage => _folder;

    /// <summary>The root of a run; in the server's eyes only.</summary>
    public string Root => Path.Combine(_folder, "run");

    /// <summary>The server, started when it isn't there or has died.</summary>
    public SlotServer Server => _server ??= SlotServer.Start(_options.Launcher, _user, _folder, [.. Group.Joins.Select(file => "G" + file), .. BubblewrapCommand.Shown(_options)]);

    /// <summary>Makes a slot.</summary>
    /// <param name="options">Where things are.</param>
    /// <param name="number">Number of the slot in this process.</param>
    /// <param name="groups">Makes its control groups from its name.</param>
    /// <param name="plain">Whether programs run without isolation.</param>
    public static Slot Create(SandboxOptions options, int number, Func<string, IControlGroup> groups, bool plain)
    {
        var name = HostIdentity.Slot(number);
        var (user, claim) = plain ? (Plain, null) : Environment.IsPrivilegedProcess ? ClaimUser(options) : ("keep", null);
        var folder = StateFolder.Make(Path.Combine(options.State, "slots", name));
        return new Slot(options, user, claim, groups(name), folder);
    }

    /// <summary>Gives up a server that can't be trusted any more.</summary>
    public void Restart()
    {
        _server?.Dispose();
        _server = null;
    }

    public void Dispose()
    {
        _server?.Dispose();
        Thread.Dispose();
        Group.Dispose();
        GroupFiles.TryRemove(_folder);
        _claim?.Dispose();
    }

    // A user id belongs to one slot on the whole machine, so that limits per user count one program only.
    private static (string User, FileStream? Claim) ClaimUser(SandboxOptions options)
    {
        var folder = StateFolder.Make(Path.Combine(options.State, "users"));
        for (var number = 0; number < 1000; number++)
        {
            try
            {
                var user = (options.FirstUser + number).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return (user, new FileStream(Path.Combine(folder, user), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                // Another slot has it.
            }
        }

        throw new IOException("all user ids of the sandbox are taken");
    }
}
