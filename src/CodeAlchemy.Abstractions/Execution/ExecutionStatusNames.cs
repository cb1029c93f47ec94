namespace CodeAlchemy.Abstractions.Execution;

/// <summary>Ids of execution statuses in traces, rejects and ledgers.</summary>
public static class ExecutionStatusNames
{
    private static readonly string[] Names =
    [
        "ok", "error", "timeout", "cpu-limit", "memory-limit", "output-limit", "process-limit", "disk-limit",
        "event-limit", "signal", "denied", "compile-error", "missing-toolchain", "missing-library",
    ];

    /// <summary>The id of a status, for example <c>cpu-limit</c>.</summary>
    public static string ToId(this ExecutionStatus status) => Names[(int)status];

    /// <summary>The status of an id.</summary>
    /// <returns>Whether the id is known.</returns>
    public static bool TryParse(string id, out ExecutionStatus status)
    {
        var index = Array.IndexOf(Names, id);
        status = (ExecutionStatus)Math.Max(index, 0);
        return index >= 0;
    }
}
