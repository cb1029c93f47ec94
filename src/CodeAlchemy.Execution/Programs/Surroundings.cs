using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>
/// What is varied between repeats, so that a program that depends on it is found out. Work folders have the same length, so
/// that values cut at a number of characters are cut alike.
/// </summary>
internal sealed record Surroundings(string HostName, string WorkDirectory, int Processors, bool RandomizeAddresses, TimeSpan ClockShift)
{
    /// <summary>The untraced run, then the three traced ones, then the untraced one that settles a doubt.</summary>
    public static ImmutableArray<Surroundings> Repeats { get; } =
    [
        new("alder", "/work/a", 0, true, TimeSpan.Zero),
        new("birch", "/work/b", 1, true, TimeSpan.FromDays(1)),
        new("cedar", "/work/c", 2, false, TimeSpan.FromDays(40)),
        new("downy", "/work/d", 0, true, TimeSpan.FromDays(400)),
        new("elder", "/work/e", 1, true, TimeSpan.FromDays(3)),
    ];

    /// <summary>What the header of a trace says about them.</summary>
    public ImmutableSortedDictionary<string, string> Describe(LanguageDefinition language)
    {
        var builder = language.Environment.ToBuilder();
        builder["TZ"] = "UTC";
        builder["LANG"] = "C.UTF-8";
        builder["hostName"] = HostName;
        builder["workDirectory"] = WorkDirectory;
        builder["processors"] = Processors == 0 ? "all" : Processors.ToString(CultureInfo.InvariantCulture);
        builder["addresses"] = RandomizeAddresses ? "randomised" : "fixed";
        builder["clockShift"] = ClockShift.ToString("c", CultureInfo.InvariantCulture);
        return builder.ToImmutable();
    }
}
