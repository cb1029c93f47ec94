namespace CodeAlchemy.Prompts.Values;

/// <summary>Members of dates and time spans.</summary>
internal static class DateMembers
{
    /// <summary>A member, or <see langword="null"/> when it isn't known.</summary>
    public static object? Get(object owner, string name) => owner is DateTime date ? Get(date, name) : Get((TimeSpan)owner, name);

    private static object? Get(DateTime date, string name) => name switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "day_of_year" => date.DayOfYear,
        "hour" => date.Hour,
        "minute" => date.Minute,
        "second" => date.Second,
        "millisecond" => date.Millisecond,
        "date" => date.Date,
        "time_of_day" => date.TimeOfDay,
        _ => null,
    };

    private static object? Get(TimeSpan span, string name) => name switch
    {
        "days" => span.Days,
        "hours" => span.Hours,
        "minutes" => span.Minutes,
        "seconds" => span.Seconds,
        "milliseconds" => span.Milliseconds,
        "total_days" => span.TotalDays,
        "total_hours" => span.TotalHours,
        "total_minutes" => span.TotalMinutes,
        "total_seconds" => span.TotalSeconds,
        "total_milliseconds" => span.TotalMilliseconds,
        _ => null,
    };
}
