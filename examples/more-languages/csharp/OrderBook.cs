using System;
using System.Collections.Generic;

/// <summary>A wish to buy or sell a number of shares at a price.</summary>
class Order
{
    public string Owner;
    public int Price;
    public int Shares;

    public Order(string owner, int price, int shares)
    {
        Owner = owner;
        Price = price;
        Shares = shares;
    }
}

/// <summary>Matches orders by price, and by age where prices are equal.</summary>
class OrderBook
{
    const int MaxTrade = 50;

    readonly List<Order> buys = new List<Order>();
    readonly List<Order> sells = new List<Order>();

    /// <summary>Adds an order and returns the number of shares traded at once.</summary>
    public int Add(bool isBuy, Order order)
    {
        var others = isBuy ? sells : buys;
        int traded = 0;
        while (order.Shares > 0 && others.Count > 0)
        {
            Order best = others[0];
            if (isBuy ? best.Price > order.Price : best.Price < order.Price)
            {
                break;
            }
            int shares = Math.Min(MaxTrade, Math.Min(order.Shares, best.Shares));
            Console.WriteLine($"{order.Owner} and {best.Owner}: {shares} at {best.Price}");
            order.Shares -= shares;
            best.Shares -= shares;
            traded += shares;
            if (best.Shares == 0)
            {
                others.RemoveAt(0);
            }
        }
        if (order.Shares > 0)
            Insert(isBuy ? buys : sells, order, isBuy);
        return traded;
    }

    // The best price stays in front: the highest of the buyers, the lowest of the sellers.
    static void Insert(List<Order> side, Order order, bool highestFirst)
    {
        int at = 0;
        while (at < side.Count && (highestFirst ? side[at].Price >= order.Price : side[at].Price <= order.Price))
        {
            at++;
        }
        side.Insert(at, order);
    }

    public int Open => buys.Count + sells.Count;
}

class Program
{
    static void Main()
    {
        var book = new OrderBook();
        int total = book.Add(false, new Order("Ida", 102, 40));
        total += book.Add(false, new Order("Jon", 100, 70));
        total += book.Add(true, new Order("Kim", 99, 10));
        total += book.Add(true, new Order("Lea", 102, 90));
        Console.WriteLine($"traded {total}, open {book.Open}");
    }
}
