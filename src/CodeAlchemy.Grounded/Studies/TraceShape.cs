using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>What a program did, whatever it was given.</summary>
public static class TraceShape
{
    /// <summary>A text that two traces share when they run the same lines with the same values and write the same.</summary>
    public static string Of(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var e in trace.Events.Where(e => e.Kind != TraceEventKind.Input))
        {
            var values = string.Join('\u001f', e.Set.Select(v => $"{v.Name}={v.Value.Text}"));
            hash.AppendData(Encoding.UTF8.GetBytes($"{e.Kind}|{e.Frame}|{e.Line}|{values}|{e.Value?.Text}\n"));
        }

        return trace.End.StdoutSha256 + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
