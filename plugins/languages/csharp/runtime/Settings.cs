namespace CodeAlchemy.Trace;

/// <summary>What the host asks for in the environment, from which it is removed before the program can see it.</summary>
internal sealed class Settings
{
    private const string Prefix = "CODEALCHEMY_";

    public int Descriptor { get; private init; } = -1;

    public int Events { get; private set; } = 100_000;

    public int Bytes { get; private set; } = 32 << 20;

    public int Depth { get; private set; } = 4;

    public int Items { get; private set; } = 32;

    public int Characters { get; private set; } = 256;

    public static Settings Take()
    {
        var settings = new Settings
        {
            Descriptor = int.TryParse(Environment.GetEnvironmentVariable(Prefix + "TRACE_FD"), out var descriptor) ? descriptor : -1,
        };
        foreach (var part in (Environment.GetEnvironmentVariable(Prefix + "TRACE_LIMITS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            settings.Set(part[..equals], int.Parse(part.AsSpan(equals + 1)));
        }

        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        // Threads of a traced program get larger stacks, because its frames are larger.
        Environment.SetEnvironmentVariable("DOTNET_Thread_DefaultStackSize", null);
        return settings;
    }

    private void Set(string name, int value)
    {
        switch (name)
        {
            case "events":
                Events = value;
                break;
            case "bytes":
                Bytes = value;
                break;
            case "depth":
                Depth = value;
                break;
            case "items":
                Items = value;
                break;
            case "characters":
                Characters = value;
                break;
        }
    }
}
