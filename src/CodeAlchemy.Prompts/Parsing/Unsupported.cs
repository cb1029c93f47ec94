using System.Collections.Frozen;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>What of the Scriban language this version refuses, and what to write instead.</summary>
internal static class Unsupported
{
    private const string Choose = "choose in code and pass the chosen text as a variable, or use one template per variant";
    private const string Joined = "join the items in code and pass the text as one variable";
    private const string Compute = "compute the value in code and pass it as a variable";
    private const string Write = "write the text itself, outside the braces";
    private const string Whole = "put the whole text into this template, or pass the part as a variable";

    private static readonly FrozenDictionary<string, string> Keywords = new Dictionary<string, string>
    {
        ["if"] = Choose, ["else"] = Choose, ["case"] = Choose, ["when"] = Choose, ["do"] = Choose, ["end"] = "remove it",
        ["for"] = Joined, ["while"] = Joined, ["tablerow"] = Joined, ["break"] = Joined, ["continue"] = Joined, ["in"] = Joined,
        ["func"] = Compute, ["ret"] = Compute, ["capture"] = Compute, ["wrap"] = Compute, ["with"] = "write the full path, for example `{{ source.path }}`",
        ["readonly"] = "remove it", ["import"] = "write the full path of every variable", ["include"] = Whole, ["include_join"] = Whole,
        ["true"] = Write, ["false"] = Write, ["null"] = "remove it", ["empty"] = "remove it", ["this"] = "name the variable", ["not"] = Compute,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (string Name, string Instead)> Symbols = new Dictionary<string, (string, string)>
    {
        ["|"] = ("a pipe `|`", Compute), ["|>"] = ("a pipe `|>`", Compute), ["="] = ("an assignment `=`", Compute),
        ["["] = ("an index `[…]`", "pass the item as a variable of its own"), ["("] = ("a call `(…)`", Compute), ["{"] = ("an object `{…}`", Compute),
        ["?."] = ("a conditional access `?.`", "pass the value, empty where there is none"), ["??"] = ("a default `??`", Compute), ["@"] = ("a function reference `@`", Compute),
    }.ToFrozenDictionary();

    /// <summary>Whether a name is a keyword of the language.</summary>
    public static bool IsKeyword(string name) => Keywords.ContainsKey(name);

    /// <summary>The message and the remedy for a token that can't stand where it stands.</summary>
    public static (string Message, string Remedy) Describe(Token token)
    {
        var (name, instead) = token.Kind switch
        {
            TokenKind.Identifier when Keywords.TryGetValue(token.Text, out var advice) => ($"`{token.Text}`", advice),
            TokenKind.Identifier when token.Text.Contains('$') => ($"the special variable `{token.Text}`", "pass a variable without `$`"),
            TokenKind.Identifier => ($"a call with the argument `{token.Text}`", Compute),
            TokenKind.Number => ($"the literal `{token.Text}`", Write),
            TokenKind.String => ($"the literal {token.Text}", Write),
            TokenKind.Separator => ("more than one statement in a block", "give each variable its own `{{ … }}`"),
            TokenKind.Dot => ("a dot here", "write `{{ name.member }}`"),
            _ when Symbols.TryGetValue(token.Text, out var known) => known,
            _ => ($"the operator `{token.Text}`", Compute),
        };
        return ($"{name} is not supported in this version: {instead}.", char.ToUpperInvariant(instead[0]) + instead[1..] + ".");
    }
}
