using System.Collections.Frozen;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>How a language writes the few things that damages put into a program. All that damages know about single languages stands here.</summary>
/// <param name="Number">A variable with a whole number: <c>{name}</c>, <c>{value}</c>.</param>
/// <param name="Temporary">A variable with any value: <c>{name}</c>, <c>{value}</c>; empty where its type must be written down.</param>
/// <param name="True">The truth value.</param>
/// <param name="False">Its opposite.</param>
/// <param name="Not">Negation of an expression in parentheses.</param>
/// <param name="Then">What stands behind a condition, where blocks have no braces.</param>
/// <param name="End">What ends such a block; empty where indentation does.</param>
internal sealed record LanguageForms(string Number, string Temporary, string True, string False, string Not = "!", string Then = ":", string End = "")
{
    private static readonly LanguageForms JavaScript = new("let {name} = {value};", "const {name} = {value};", "true", "false");

    private static readonly FrozenDictionary<string, LanguageForms> Known = new Dictionary<string, LanguageForms>
    {
        ["c"] = new("int {name} = {value};", "", "1", "0"),
        ["cpp"] = new("int {name} = {value};", "auto {name} = {value};", "true", "false"),
        ["java"] = new("int {name} = {value};", "var {name} = {value};", "true", "false"),
        ["javascript"] = JavaScript,
        ["typescript"] = JavaScript,
        ["lua"] = new("local {name} = {value}", "local {name} = {value}", "true", "false", "not ", " then", "end"),
        ["python"] = new("{name} = {value}", "{name} = {value}", "True", "False", "not "),
    }.ToFrozenDictionary();

    /// <summary>The forms of a language; <see langword="null"/> where they aren't known, and the damages that need them don't apply.</summary>
    public static LanguageForms? Of(string language) => Known.GetValueOrDefault(language);

    /// <summary>The forms for a program, also <see langword="null"/> where its author leaves out the semicolons that they end with: they would stand out.</summary>
    public static LanguageForms? Of(ParsedProgram program) =>
        Of(program.Source.Language) is { } forms && !(forms.Number.EndsWith(';') && program.Nodes.Any(n => (NodeKinds.IsReturn(n) || n.Kind == "expression_statement") && !n.Text.EndsWith(';'))) ? forms : null;

    /// <summary>A form with its slots filled.</summary>
    public static string Fill(string form, string name, string value) =>
        form.Replace("{name}", name, StringComparison.Ordinal).Replace("{value}", value, StringComparison.Ordinal);
}
