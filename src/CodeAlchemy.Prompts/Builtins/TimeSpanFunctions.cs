using System.Globalization;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>timespan</c>.</summary>
internal static class TimeSpanFunctions
{
    public static Group Create() => new Group("timespan")
        .Add("from_days", "days:double", c => TimeSpan.FromDays(c.Double(0)))
        .Add("from_hours", "hours:double", c => TimeSpan.FromHours(c.Double(0)))
        .Add("from_milliseconds", "millis:double", c => TimeSpan.FromMilliseconds(c.Double(0)))
        .Add("from_minutes", "minutes:double", c => TimeSpan.FromMinutes(c.Double(0)))
        .Add("from_seconds", "seconds:double", c => TimeSpan.FromSeconds(c.Double(0)))
        .Add("parse", "text:text", c => TimeSpan.Parse(c.Required(0), CultureInfo.InvariantCulture))
        .Value("zero", TimeSpan.Zero);
}
