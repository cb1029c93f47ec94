using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CodeAlchemy.Compiler;

/// <summary>A name that probes can show.</summary>
/// <param name="Symbol">The variable or parameter; null for `this`.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Start">From where on it can be named.</param>
/// <param name="Scope">The text in which it can be named.</param>
/// <param name="IsCertain">Whether it has a value from its start on; else the compiler is asked at each place.</param>
internal sealed record Variable(ISymbol? Symbol, string Name, ITypeSymbol Type, int Start, TextSpan Scope, bool IsCertain)
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>How the type is shown where the value doesn't tell it.</summary>
    public string TypeName { get; } = Regex.Replace(Type.ToDisplayString(Short), "<anonymous type: [^>]*>", "anonymous");

    /// <summary>Whether it can be named at a place.</summary>
    public bool IsVisibleAt(int position) => Start <= position && Scope.Start <= position && position < Scope.End;

    /// <summary>Whether a value of the type can be handed to the recorder.</summary>
    public static bool CanShow(ITypeSymbol type) =>
        type is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol or IErrorTypeSymbol) && !type.IsRefLikeType
        && type.SpecialType is not (SpecialType.System_TypedReference or SpecialType.System_ArgIterator or SpecialType.System_RuntimeArgumentHandle or SpecialType.System_Void)
        && type is not ITypeParameterSymbol { AllowsRefLikeType: true };

    /// <summary>The call that shows it, always true.</summary>
    public string Show(string frame, int slot)
    {
        var name = Symbol is not null && (SyntaxFacts.GetKeywordKind(Name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(Name) != SyntaxKind.None) ? "@" + Name : Name;
        var method = Type switch
        {
            { SpecialType: SpecialType.System_Int32 } => "I",
            { SpecialType: SpecialType.System_Int64 } => "L",
            { SpecialType: SpecialType.System_Boolean } => "B",
            { SpecialType: SpecialType.System_Char } => "C",
            { SpecialType: SpecialType.System_Double } => "D",
            { IsReferenceType: true } or IDynamicTypeSymbol => "O",
            _ => "V",
        };
        return Type is IDynamicTypeSymbol ? $"{frame}.{method}({slot},(object){name})" : $"{frame}.{method}({slot},{name})";
    }
}
