using System;
using System.Collections.Generic;
using System.Text;

/// <summary>Wraps the words of the input to a width given as the first argument.</summary>
static class TextWrapper
{
    const int DefaultWidth = 24;
    const int NarrowestWidth = 4;

    static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = word;
            // A word wider than a line is cut.
            while (rest.Length > width)
            {
                Flush(line, lines);
                lines.Add(rest.Substring(0, width));
                rest = rest.Substring(width);
            }
            if (line.Length > 0 && line.Length + 1 + rest.Length > width)
            {
                Flush(line, lines);
            }
            if (line.Length > 0)
            {
                line.Append(' ');
            }
            line.Append(rest);
        }
        Flush(line, lines);
        return lines;
    }

    static void Flush(StringBuilder line, List<string> lines)
    {
        if (line.Length > 0)
        {
            lines.Add(line.ToString());
            line.Clear();
        }
    }

    static int Main(string[] args)
    {
        int width = args.Length > 0 ? int.Parse(args[0]) : DefaultWidth;
        if (width < NarrowestWidth)
        {
            Console.Error.WriteLine($"a line has at least {NarrowestWidth} columns");
            return 2;
        }
        int count = 0;
        string paragraph;
        while ((paragraph = Console.ReadLine()) != null)
        {
            foreach (string line in Wrap(paragraph, width))
            {
                count++;
                Console.WriteLine($"{count,2} {line}");
            }
        }
        return 0;
    }
}
