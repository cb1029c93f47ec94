using System.Text.RegularExpressions;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>regex</c>, with a limit of time.</summary>
internal static class RegexFunctions
{
    /// <summary>Longest time one match may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static Group Create() => new Group("regex")
        .Add("escape", "pattern:text", c => Regex.Escape(c.Required(0)))
        .Add("match", "text:text pattern:text options:text=null", c => Groups(Regex.Match(c.Required(0), c.Required(1), Options(c.Text(2)), Timeout)))
        .Add("matches", "text:text pattern:text options:text=null", Matches)
        .Add("replace", "text:text pattern:text replace:text options:text=null", c => c.Limited(Regex.Replace(c.Required(0), c.Required(1), c.Required(2), Options(c.Text(3)), Timeout)))
        .Add("split", "text:text pattern:text options:text=null", c => new ListValue(Regex.Split(c.Required(0), c.Required(1), Options(c.Text(2)), Timeout)))
        .Add("unescape", "pattern:text", c => Regex.Unescape(c.Required(0)));

    private static ListValue Matches(BuiltinCall call) =>
        new(call.Items(Regex.Matches(call.Required(0), call.Required(1), Options(call.Text(2)), Timeout).Select(m => (object?)Groups(m))));

    private static ListValue Groups(Match match) => match.Success ? new ListValue(match.Groups.Values.Select(g => g.Value)) : new ListValue();

    private static RegexOptions Options(string? letters) => (letters ?? string.Empty).Aggregate(RegexOptions.CultureInvariant, (options, letter) => letter switch
    {
        'i' => options | RegexOptions.IgnoreCase,
        'm' => options | RegexOptions.Multiline,
        's' => options | RegexOptions.Singleline,
        'x' => options | RegexOptions.IgnorePatternWhitespace,
        _ => options,
    });
}
