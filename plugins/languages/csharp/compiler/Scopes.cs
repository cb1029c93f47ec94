using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAlchemy.Compiler;

/// <summary>Finds the variables of a function and where each can be named.</summary>
internal sealed class Scopes(SemanticModel model)
{
    /// <summary>Fills in parameters, what is declared in the function itself, and what it uses of functions around it.</summary>
    public void Fill(Function function)
    {
        Self(function);
        Parameters(function);
        foreach (var node in Own(function.Node))
        {
            Declared(function, node);
        }

        Captured(function);
    }

    /// <summary>The nodes of a function without those of the functions in it.</summary>
    public static IEnumerable<SyntaxNode> Own(SyntaxNode function) => function is CompilationUnitSyntax unit
        ? unit.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => Own(statement))
        : function.DescendantNodes(node => node == function || !IsFunction(node)).Where(node => node != function && !IsFunction(node));

    public static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseTypeDeclarationSyntax;

    private static TextSpan Within(SyntaxNode function) => function.Span;

    private void Self(Function function)
    {
        if (function.Symbol is { IsStatic: false, MethodKind: not (MethodKind.LambdaMethod or MethodKind.LocalFunction) } method
            && !method.ContainingType.IsRefLikeType && !(method.ContainingType.IsValueType && (function.IsAsync || function.IsIterator)))
        {
            function.Variables.Add(new Variable(null, "this", method.ContainingType, function.Node.SpanStart, Within(function.Node), true));
        }
    }

    private void Parameters(Function function)
    {
        foreach (var parameter in function.Symbol?.Parameters ?? [])
        {
            if (parameter.Name is not ("" or "_" or "<value>") && Variable.CanShow(parameter.Type))
            {
                function.Variables.Add(new Variable(
                    parameter, parameter.Name, parameter.Type, function.Node.SpanStart, Within(function.Node), parameter.RefKind != RefKind.Out));
            }
        }
    }

    private void Declared(Function function, SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: not (BaseFieldDeclarationSyntax) } declaration } declarator:
                Add(function, declarator, declarator.Span.End, Block(declaration.Parent!), declarator.Initializer is not null);
                break;
            case SingleVariableDesignationSyntax designation:
                var loop = designation.FirstAncestorOrSelf<ForEachVariableStatementSyntax>();
                var isLoop = loop is not null && loop.Variable.Span.Contains(designation.Span);
                Add(function, designation, isLoop ? loop!.Statement.SpanStart : designation.Span.End, isLoop ? loop!.Statement.Span : Leaks(designation), isLoop);
                break;
            case ForEachStatementSyntax each:
                Add(function, each, each.Statement.SpanStart, each.Statement.Span, true);
                break;
            case CatchDeclarationSyntax { Identifier.ValueText.Length: > 0 } caught:
                Add(function, caught, caught.Span.End, caught.Parent!.Span, true);
                break;
        }
    }

    private void Add(Function function, SyntaxNode declaration, int start, TextSpan scope, bool isCertain)
    {
        var symbol = model.GetDeclaredSymbol(declaration);
        var type = symbol is ILocalSymbol local ? local.Type : null;
        if (type is not null && symbol!.Name.Length > 0 && Variable.CanShow(type))
        {
            function.Variables.Add(new Variable(symbol, symbol.Name, type, start, scope, isCertain));
        }
    }

    /// <summary>The text in which a declaration statement's variables can be named.</summary>
    private static TextSpan Block(SyntaxNode statement) => statement switch
    {
        ForStatementSyntax or UsingStatementSyntax or FixedStatementSyntax => statement.Span,
        _ => Enclosing(statement),
    };

    private static TextSpan Enclosing(SyntaxNode statement)
    {
        for (var node = statement.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case SwitchSectionSyntax { Parent: { } sections }:
                    return sections.Span;
                case BlockSyntax or CompilationUnitSyntax:
                    return node.Span;
                case StatementSyntax embedding when node is not LabeledStatementSyntax:
                    return statement.Span;
            }
        }

        return statement.Span;
    }

    /// <summary>Variables declared inside of an expression live as long as its statement's neighbours, or as its loop.</summary>
    private static TextSpan Leaks(SyntaxNode designation)
    {
        for (var node = designation.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case SwitchExpressionArmSyntax or SwitchSectionSyntax or CatchClauseSyntax or QueryClauseSyntax or ArrowExpressionClauseSyntax:
                case AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                case WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax
                    or SwitchStatementSyntax or DoStatementSyntax:
                    return node.Span;
                case StatementSyntax statement:
                    return Enclosing(statement);
            }
        }

        return designation.Span;
    }

    private void Captured(Function function)
    {
        if (function.Outer is null || function.Node is CompilationUnitSyntax)
        {
            return;
        }

        var own = function.Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var outer = function.Outer.Variables.Where(v => v.Symbol is not null && v.IsCertain && v.Start <= function.Node.SpanStart && v.Scope.Contains(function.Node.SpanStart))
            .GroupBy(v => v.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        foreach (var name in function.Node.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (outer.TryGetValue(name.Identifier.ValueText, out var variable) && own.Add(variable.Name)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, variable.Symbol)
                && variable.Symbol is not IParameterSymbol { RefKind: not RefKind.None })
            {
                function.Variables.Add(variable with { Start = function.Node.SpanStart, Scope = function.Node.Span });
            }
        }
    }
}
