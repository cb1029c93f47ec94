using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Locks;
using CodeAlchemy.Workspace.Plugins;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>Plugins and what became of them, as tables, lines and JSON.</summary>
internal static class PluginOutput
{
    public static void Write(IReadOnlyList<PluginListing> listings, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new { schema = "codealchemy.plugins/1", plugins = listings.Select(Describe) }));
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("kind").AddColumn("id").AddColumn("version").AddColumn("name").AddColumn("from").AddColumn("does");
        foreach (var listing in listings)
        {
            table.AddRow(
                PluginKey.NameOf(listing.Key.Kind),
                Markup.Escape(listing.Key.Id),
                Markup.Escape(listing.Definition?.Version ?? listing.Locked?.Version ?? "-"),
                Markup.Escape(listing.Definition?.Name ?? ""),
                Markup.Escape(From(listing)),
                Markup.Escape(Does(listing)));
        }

        terminal.Table().Write(table);
    }

    public static void Write(PluginDetails details, Terminal terminal)
    {
        var listing = details.Listing;
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new
            {
                schema = "codealchemy.plugin/1", plugin = Describe(listing), content = "sha256:" + details.Content, runs = details.Runs, allowed = details.IsAllowed,
            }));
            return;
        }

        Line(terminal, "plugin", $"{listing.Key} {listing.Definition?.Version ?? listing.Locked?.Version}");
        Line(terminal, "name", listing.Definition?.Name);
        Line(terminal, "license", listing.Definition?.License);
        Line(terminal, "from", From(listing));
        Line(terminal, "folder", listing.Directory);
        Line(terminal, "origin", listing.Locked is { } locked ? Origin(locked) : null);
        Line(terminal, "content", details.Content.Length > 0 ? "sha256:" + details.Content : null);
        Line(terminal, "host", listing.Definition is { } definition ? $"{definition.RequiresHost} (this one: {HostContract.Version})" : null);
        Line(terminal, "needs", (listing.Definition?.Strategy ?? listing.Definition?.Evaluator) is { } part ? string.Join(", ", part.Needs) : null);
        Line(terminal, "state", listing.IsTaken ? details.Runs.IsEmpty ? "data alone" : details.IsAllowed ? "runs code, allowed" : "runs code, not allowed" : "not used");
        foreach (var run in details.Runs)
        {
            Line(terminal, "runs", run);
        }

        foreach (var reason in listing.Reasons)
        {
            Line(terminal, "because", $"{reason.Message}{(reason.Remedy is null ? "" : " " + reason.Remedy)}");
        }
    }

    public static void Write(IReadOnlyList<PluginChange> changes, Terminal terminal, bool dryRun = false)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new
            {
                schema = "codealchemy.plugin-changes/1",
                dryRun,
                changes = changes.Select(change => new
                {
                    plugin = change.Key.ToString(),
                    result = change.Kind,
                    before = change.Before?.Version,
                    after = change.After?.Version,
                    origin = (change.After ?? change.Before) is { } locked ? Origin(locked) : null,
                    content = change.After is { } after ? "sha256:" + after.Content : null,
                    problem = change.Problem?.Message,
                }),
            }));
        }
        else
        {
            foreach (var change in changes.Where(change => change.Problem is null))
            {
                terminal.Out.WriteLine(Sentence(change, dryRun));
            }
        }

        foreach (var problem in changes.Select(change => change.Problem).OfType<Problem>())
        {
            terminal.Problems.Write(problem);
        }
    }

    private static string Sentence(PluginChange change, bool dryRun)
    {
        var would = dryRun ? "would be " : "";
        return change.Kind switch
        {
            ChangeKind.Installed => $"{change.Key} {change.After!.Version} installed from {Origin(change.After)}",
            ChangeKind.Updated => $"{change.Key} {change.Before!.Version} {would}replaced by {change.After!.Version} from {Origin(change.After)}",
            ChangeKind.Pinned => $"{change.Key} {change.After!.Version} is pinned",
            ChangeKind.Restored => $"{change.Key} {change.After!.Version} restored from {Origin(change.After)}",
            ChangeKind.Removed => $"{change.Key} {change.Before?.Version} removed",
            _ => $"{change.Key} {change.After!.Version} is as it should be",
        };
    }

    private static object Describe(PluginListing listing) => new
    {
        kind = PluginKey.NameOf(listing.Key.Kind),
        id = listing.Key.Id,
        version = listing.Definition?.Version ?? listing.Locked?.Version,
        name = listing.Definition?.Name,
        layer = listing.Layer,
        directory = listing.Directory,
        tracers = listing.Definition?.Language?.Tracers.Select(tracer => tracer.Name),
        used = listing.IsTaken,
        replaces = listing.Replaces,
        pinned = listing.Locked?.IsPinned ?? false,
        origin = listing.Locked is { } locked ? Origin(locked) : null,
        reasons = listing.Reasons.Select(reason => new { code = reason.Code, message = reason.Message, remedy = reason.Remedy }),
    };

    private static string From(PluginListing listing)
    {
        var words = new List<string> { listing.Layer };
        if (listing.Replaces)
        {
            words.Add("replaces the built-in one");
        }

        if (listing.Locked is { IsPinned: true })
        {
            words.Add("pinned");
        }

        return string.Join(", ", words);
    }

    private static string Does(PluginListing listing) =>
        !listing.IsTaken ? $"not used: {listing.Reasons.FirstOrDefault()?.Message}"
        : listing.Definition!.Language is { } language ? language.Run.IsEmpty ? "rewrites" : language.Tracers.IsEmpty ? "runs" : "runs, traces by " + string.Join(", else ", language.Tracers.Select(tracer => tracer.Name))
        : (listing.Definition.Strategy ?? listing.Definition.Evaluator) is { Needs.Length: > 0 } part ? "needs " + string.Join(", ", part.Needs)
        : "";

    private static string Origin(LockedPlugin locked) =>
        locked.Origin.Revision is { } revision ? string.Create(CultureInfo.InvariantCulture, $"{locked.Origin} ({revision[..Math.Min(12, revision.Length)]})") : locked.Origin.ToString();

    private static void Line(Terminal terminal, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            terminal.Out.WriteLine($"{name,-8} {value}");
        }
    }
}
