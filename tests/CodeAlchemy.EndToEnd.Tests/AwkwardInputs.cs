namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>The inputs of the quickstart that are there to go wrong.</summary>
internal static class AwkwardInputs
{
    public static string PathOf(string which) => which switch
    {
        "fails" => "python/bank_ledger.py",
        "endless" => "python/endless.py",
        "nondeterministic" => "python/lottery.py",
        "not-code" => "python/meeting_notes.py",
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };
}
