// Counts words.
using System;
using Text = System.Text;
using static System.Math;
using System.Collections.Generic;

namespace Words
{
    /// <summary>A counter.</summary>
    public class Counter
    {
        private readonly Dictionary<string, int> _counts = new();

        public Counter(int size) => Size = size;

        public int Size { get; }

        // Counts one word.
        public int Add(string word)
        {
            int Twice(int n) => n * 2; // doubled
            return _counts[word] = Twice(1);
        }
    }

    record Pair(int A, int B);

    enum Color { Red }

    interface IShape
    {
        double Area();
    }
}
