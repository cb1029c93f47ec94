using System;
using System.Collections.Generic;
using System.Text;

class Node
{
    public string Name;
    public Node Next;
    public List<int> Items { get; } = new();

    public Node(string name)
    {
        Name = name;
    }

    public override string ToString()
    {
        Console.WriteLine("never while it is looked at");
        return Name;
    }
}

record Point(int X, int Y);

struct Size
{
    public int Width, Height;
}

enum Color { Red, Green }

[Flags]
enum Access { None = 0, Read = 1, Write = 2 }

class Program
{
    static void Grow(List<int> list)
    {
        list.Add(99);
    }

    static void Main()
    {
        var shared = new List<int> { 3, 1 };
        var alias = shared;
        Grow(alias);
        var nested = new Dictionary<string, List<int>> { ["b"] = shared, ["a"] = new List<int>() };
        nested["a"].Add(5);
        var set = new HashSet<int> { 9, 4, 7 };
        var queue = new Queue<string>(new[] { "x", "y" });
        queue.Dequeue();
        int[] row = { 1, 2, 3 };
        int[,] grid = { { 1, 2 }, { 3, 4 } };
        int[][] jagged = { new[] { 1 }, new[] { 2, 3 } };
        row[1] = 20;
        var first = new Node("a");
        first.Next = new Node("b") { Next = first };
        first.Items.Add(4);
        var point = new Point(1, 2);
        var moved = point with { X = 5 };
        Size size;
        size.Width = 3;
        size.Height = 4;
        var copy = size;
        copy.Width = 30;
        var color = Color.Green;
        var access = Access.Read | Access.Write;
        (string Name, int Age) person = ("Ida", 36);
        int? none = null;
        int? some = 5;
        var anonymous = new { person.Name, Year = 1815 };
        var text = new StringBuilder("ab").Append('c');
        Console.WriteLine($"{shared.Count} {nested.Count} {set.Count} {queue.Count} {row[1]} {grid.Length} {jagged.Length}");
        Console.WriteLine($"{moved} {copy.Width} {color} {access} {person} {none ?? some} {anonymous} {text}");
    }
}
