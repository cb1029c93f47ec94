using System;
using System.Collections.Generic;

Func<int> Counter(int start)
{
    int count = start;
    return () => ++count;
}

var next = Counter(5);
next();
Console.WriteLine(next());

var actions = new List<Action>();
for (int i = 0; i < 2; i++)
{
    int copy = i;
    actions.Add(() => Console.WriteLine(copy * 10));
}
actions.ForEach(action => action());

Func<int, Func<int, int>> curried = x => y => x - y;
Console.WriteLine(curried(7)(2));

int Local(int n)
{
    return n <= 0 ? 0 : n + Local(n - 1);
}
Console.WriteLine(Local(3));
return 3;
