namespace CodeAlchemy.Models.Policies;

/// <summary>Tokens and money.</summary>
internal readonly record struct Charge(long Tokens, decimal Money)
{
    public static Charge operator +(Charge one, Charge other) => new(one.Tokens + other.Tokens, one.Money + other.Money);

    public static Charge operator -(Charge one, Charge other) => new(one.Tokens - other.Tokens, one.Money - other.Money);
}
