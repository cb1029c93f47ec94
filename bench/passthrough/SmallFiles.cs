using System.Globalization;
using System.Text;

namespace CodeAlchemy.Bench.Passthrough;

/// <summary>Makes small source-like files, one in twenty a copy of an earlier one, in folders of a thousand.</summary>
internal static class SmallFiles
{
    public static string Make(string folder, int count)
    {
        var mark = folder + ".complete";
        if (File.Exists(mark))
        {
            return folder;
        }

        for (var i = 0; i < count; i++)
        {
            var path = Path.Combine(folder, (i / 1000).ToString("D4", CultureInfo.InvariantCulture), $"{i:D7}.py");
            if (i % 1000 == 0)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }

            File.WriteAllText(path, Text(i % 20 == 19 ? i - 7 : i));
        }

        File.WriteAllText(mark, string.Empty);
        return folder;
    }

    private static string Text(int seed)
    {
        var text = new StringBuilder();
        var lines = 20 + (seed % 41);
        text.Append(CultureInfo.InvariantCulture, $"def work_{seed}(values):\n    total = {seed}\n");
        for (var line = 0; line < lines; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    total += values[{line}] * {(seed * 31) + line}\n");
        }

        return text.Append("    return total\n").ToString();
    }
}
