using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>What the headers of a response say about when to send again.</summary>
internal static partial class ResponseHints
{
    /// <summary>
    /// How long to wait: <c>retry-after-ms</c>, <c>Retry-After</c> in seconds or as a date (RFC 9110, 10.2.3), or, when nothing
    /// remains, the time after which <c>x-ratelimit-reset-*</c> promises more.
    /// </summary>
    public static TimeSpan? Pause(Func<string, string?> header, DateTimeOffset now) =>
        Milliseconds(header("retry-after-ms")) ?? RetryAfter(header("Retry-After"), now) ?? RateLimit(header, "requests") ?? RateLimit(header, "tokens");

    public static TimeSpan? RetryAfter(string? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Seconds(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date > now ? date - now : TimeSpan.Zero
            : null;
    }

    /// <summary>A duration such as <c>6m0s</c>, <c>1.5s</c> or <c>20ms</c>; bare numbers are seconds.</summary>
    public static TimeSpan? Duration(string? text)
    {
        if (text is null || !Durations().IsMatch(text))
        {
            return null;
        }

        var seconds = 0.0;
        foreach (Match part in Parts().Matches(text))
        {
            var number = double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            seconds += part.Groups[2].Value switch { "d" => number * 86400, "h" => number * 3600, "m" => number * 60, "ms" => number / 1000, _ => number };
        }

        return Seconds(seconds);
    }

    private static TimeSpan? RateLimit(Func<string, string?> header, string what) =>
        header($"x-ratelimit-remaining-{what}") == "0" ? Duration(header($"x-ratelimit-reset-{what}")) : null;

    private static TimeSpan? Milliseconds(string? value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Seconds(number / 1000) : null;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, 86400));

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)?(?:ms|[dhms])?)+$")]
    private static partial Regex Durations();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(ms|[dhms]|)")]
    private static partial Regex Parts();
}
