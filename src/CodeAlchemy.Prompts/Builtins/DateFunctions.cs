using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>date</c>. All dates are in UTC, as Scriban has them on a machine whose time zone is UTC.</summary>
internal static partial class DateFunctions
{
    public static Group Create() => new Group("date")
        .Add("add_days", "date:date days:double", c => c.Date(0).AddDays(c.Double(1)))
        .Add("add_hours", "date:date hours:double", c => c.Date(0).AddHours(c.Double(1)))
        .Add("add_milliseconds", "date:date millis:double", c => c.Date(0).AddMilliseconds(c.Double(1)))
        .Add("add_minutes", "date:date minutes:double", c => c.Date(0).AddMinutes(c.Double(1)))
        .Add("add_months", "date:date months:int", c => c.Date(0).AddMonths(c.Int(1)))
        .Add("add_seconds", "date:date seconds:double", c => c.Date(0).AddSeconds(c.Double(1)))
        .Add("add_years", "date:date years:int", c => c.Date(0).AddYears(c.Int(1)))
        .Value("default_format", DateFormats.Default)
        .Value("format", DateFormats.Default)
        .Add("now", "", c => c.Context.Now(c.Span))
        .Add("parse", "text:text pattern:text=null culture:text=null", c => Parse(c, c.Text(0), c.Text(1), 2))
        .Add("parse_to_string", "text:text output_pattern:text=null output_culture:text=null input_pattern:text=null input_culture:text=null", ParseToString)
        .Add("to_string", "date:date? pattern:text culture:text=null", ToText)
        .Add("utc_now", "", c => c.Context.Now(c.Span));

    /// <summary>The group called as a function: parses.</summary>
    public static object? Call(BuiltinCall call) =>
        call.Text(0) is null && call.Arguments.Count == 0 ? BuiltinTable.Root.Get("date") : Parse(call, call.Text(0), null, -1);

    private static object? ToText(BuiltinCall call)
    {
        call.RefuseCulture(2);
        return call.Any(0) is DateTime date ? call.Limited(DateFormats.Format(date, call.Required(1), call.Context.DateFormat)) : null;
    }

    private static object? ParseToString(BuiltinCall call)
    {
        call.RefuseCulture(2);
        if (Parse(call, call.Text(0), call.Text(3), 4) is not DateTime date)
        {
            return null;
        }

        var pattern = call.Text(1) ?? throw call.Unsupported("`date.parse_to_string` without a pattern is not supported.", "Pass the pattern to write with.");
        return date.ToString(DateFormats.ToDotNet(pattern), CultureInfo.InvariantCulture);
    }

    // What can't be read gives the first day of the calendar, as in Scriban.
    private static DateTime? Parse(BuiltinCall call, string? text, string? pattern, int culture)
    {
        if (culture >= 0)
        {
            call.RefuseCulture(culture);
        }

        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var invariant = CultureInfo.InvariantCulture;
        var format = pattern is null ? null : DateFormats.ToDotNet(pattern);
        if (Offset().IsMatch(text) || text.TrimEnd().EndsWith('Z') || text.TrimEnd().EndsWith('z'))
        {
            var read = format is null
                ? DateTimeOffset.TryParse(text, invariant, DateTimeStyles.AssumeUniversal, out var moment)
                : DateTimeOffset.TryParseExact(text, format, invariant, DateTimeStyles.AssumeUniversal, out moment);
            return read ? moment.UtcDateTime : DateTime.MinValue;
        }

        var known = format is null ? DateTime.TryParse(text, invariant, styles, out var date) : DateTime.TryParseExact(text, format, invariant, styles, out date);
        return known ? date : DateTime.MinValue;
    }

    [GeneratedRegex(@"\+\d")]
    private static partial Regex Offset();
}
