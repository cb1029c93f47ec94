using System.Globalization;
using System.Text;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>What the helper said on its status channel.</summary>
/// <param name="StartError">The error number with which the program could not be started, or <see langword="null"/>.</param>
/// <param name="WaitStatus">Wait status of the program, or <see langword="null"/> when it was killed with everything else.</param>
/// <param name="Processor">Processor time of all its processes.</param>
/// <param name="PeakMemory">Peak memory of its largest process in bytes.</param>
/// <param name="DiskFull">Whether the private file system had no space or no inode left.</param>
/// <param name="OverBudget">Whether init killed the program for its processor time.</param>
/// <param name="Complaint">What bubblewrap or the helper complained about; empty when all went well.</param>
internal sealed record StatusReport(
    int? StartError, int? WaitStatus, TimeSpan Processor, long PeakMemory, bool DiskFull, bool OverBudget, string Complaint)
{
    public static StatusReport Parse(ReadOnlySpan<byte> bytes)
    {
        int? startError = null;
        int? waitStatus = null;
        var processor = TimeSpan.Zero;
        var memory = 0L;
        var full = false;
        var over = false;
        var complaint = new StringBuilder();
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (words[0] == "\u0001start" && words.Length == 2)
            {
                startError = (int)Number(words[1]);
            }
            else if (words[0] == "\u0001end" && words.Length == 6)
            {
                waitStatus = (int)Number(words[1]);
                processor = TimeSpan.FromMicroseconds(Number(words[2]));
                memory = Number(words[3]) << 10;
                full = Number(words[4]) == 0 || Number(words[5]) == 0;
            }
            else if (words[0] == "\u0001cpu")
            {
                over = true;
            }
            else
            {
                complaint.AppendLine(line);
            }
        }

        return new StatusReport(startError, waitStatus, processor, memory, full, over, complaint.ToString().Trim());
    }

    private static long Number(string word) => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
