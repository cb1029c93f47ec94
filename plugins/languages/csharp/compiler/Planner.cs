using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAlchemy.Compiler;

/// <summary>Goes over the functions of a file and puts probes around and into each.</summary>
internal sealed class Planner(SemanticModel model, SyntaxNode root, IReadOnlySet<int> left)
{
    private const string Recorder = "global::CodeAlchemy.Trace.";

    private readonly Plan _plan = new();
    private readonly Scopes _scopes = new(model);
    private int _count;

    public Plan Plan()
    {
        var unit = (CompilationUnitSyntax)root;
        var main = unit.Members.OfType<GlobalStatementSyntax>().Any() ? TopLevel(unit) : null;
        foreach (var member in unit.Members)
        {
            Visit(member, main);
        }

        _plan.Close();
        return _plan;
    }

    private void Visit(SyntaxNode node, Function? outer)
    {
        if (node is DestructorDeclarationSyntax { Body: { } body })
        {
            // It runs when the collector pleases, on a thread of its own.
            _plan.Edits.Insert(body.OpenBraceToken.Span.End, Recorder + "Frame.Silence();");
            return;
        }

        if (IsExpressionTree(node))
        {
            return;
        }

        var function = Function(node, outer);
        if (function is not null)
        {
            Wrap(function);
        }

        foreach (var child in node.ChildNodes())
        {
            Visit(child, node is BaseTypeDeclarationSyntax ? null : function ?? outer);
        }
    }

    private bool IsExpressionTree(SyntaxNode node) => node is LambdaExpressionSyntax
        && model.GetTypeInfo(node).ConvertedType is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    private Function? TopLevel(CompilationUnitSyntax unit)
    {
        var statements = unit.Members.OfType<GlobalStatementSyntax>().ToList();
        var symbol = model.GetDeclaredSymbol(unit) as IMethodSymbol;
        var function = New(unit, "<module>", statements[0], symbol, null, Scopes.Own(unit));
        if (left.Contains(unit.SpanStart))
        {
            return null;
        }

        var first = statements[0].SpanStart;
        _plan.Edits.Insert(first, Enter(function));
        new Probes(model, _plan.Edits, function).Statements(statements.Select(global => global.Statement));
        _plan.Edits.Insert(statements[^1].Span.End, Exit(function, statements[^1].Span.End - 1));
        return function;
    }

    private Function? Function(SyntaxNode node, Function? outer)
    {
        if (left.Contains(node.SpanStart) || Body(node) is null)
        {
            return null;
        }

        return node switch
        {
            MethodDeclarationSyntax method => New(node, method.Identifier.ValueText, method.ReturnType, Declared(node), null),
            ConstructorDeclarationSyntax constructor => New(
                node, constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? ".cctor" : ".ctor", constructor.Identifier, Declared(node), null),
            OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => New(node, Declared(node)!.Name, node, Declared(node), null),
            AccessorDeclarationSyntax accessor => New(node, Declared(node)?.Name ?? accessor.Keyword.ValueText, node, Declared(node), null),
            PropertyDeclarationSyntax property => New(node, "get_" + property.Identifier.ValueText, property.Identifier, (model.GetDeclaredSymbol(property) as IPropertySymbol)?.GetMethod, null),
            IndexerDeclarationSyntax indexer => New(node, "get_Item", indexer.ThisKeyword, (model.GetDeclaredSymbol(indexer) as IPropertySymbol)?.GetMethod, null),
            LocalFunctionStatementSyntax local => New(node, local.Identifier.ValueText, local.ReturnType, Declared(node), outer),
            AnonymousFunctionExpressionSyntax => New(node, "<lambda>", node, model.GetSymbolInfo(node).Symbol as IMethodSymbol, outer),
            _ => null,
        };
    }

    private IMethodSymbol? Declared(SyntaxNode node) => model.GetDeclaredSymbol(node) as IMethodSymbol;

    private static SyntaxNode? Body(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
        PropertyDeclarationSyntax property => property.ExpressionBody,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
        AnonymousFunctionExpressionSyntax lambda => (SyntaxNode?)lambda.Block ?? lambda.ExpressionBody,
        _ => null,
    };

    private Function New(SyntaxNode node, string name, SyntaxNodeOrToken at, IMethodSymbol? symbol, Function? outer, IEnumerable<SyntaxNode>? own = null)
    {
        var nodes = (own ?? Scopes.Own(node)).ToList();
        var isIterator = nodes.Any(inner => inner is YieldStatementSyntax);
        var isAsync = symbol?.IsAsync ?? nodes.Any(inner => inner is AwaitExpressionSyntax);
        var function = new Function
        {
            Id = _count++,
            Name = name,
            Line = at.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1,
            Node = node,
            Symbol = symbol,
            Outer = outer,
            IsIterator = isIterator,
            IsAsync = isAsync,
            Result = Result(symbol, isAsync, isIterator),
        };
        _scopes.Fill(function);
        _plan.Add(function);
        return function;
    }

    private static ITypeSymbol? Result(IMethodSymbol? symbol, bool isAsync, bool isIterator) => symbol switch
    {
        null or { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => null,
        _ when isIterator => symbol.ReturnType is INamedTypeSymbol { TypeArguments: [var item] } ? item : null,
        _ when isAsync => symbol.ReturnType is INamedTypeSymbol { TypeArguments: [var result] } ? result : null,
        { ReturnsVoid: true } => null,
        _ => symbol.ReturnType,
    };

    private void Wrap(Function function)
    {
        var probes = new Probes(model, _plan.Edits, function);
        switch (Body(function.Node))
        {
            case BlockSyntax block:
                _plan.Edits.Insert(block.OpenBraceToken.Span.End, Enter(function));
                probes.Statements(block.Statements);
                _plan.Edits.Insert(block.CloseBraceToken.SpanStart, Exit(function, block.CloseBraceToken.SpanStart));
                break;
            case ArrowExpressionClauseSyntax arrow:
                var isProperty = function.Node is PropertyDeclarationSyntax or IndexerDeclarationSyntax;
                _plan.Edits.Replace(arrow.ArrowToken.Span, (isProperty ? "{get{" : "{") + Enter(function));
                probes.Expression(arrow.Expression);
                _plan.Edits.Replace(Semicolon(function.Node).Span, ";" + Exit(function, function.Node.SpanStart) + (isProperty ? "}}" : "}"));
                break;
            case ExpressionSyntax expression:
                _plan.Edits.Insert(expression.SpanStart, "{" + Enter(function));
                _plan.Edits.Close(expression.Span.End, ";" + Exit(function, function.Node.SpanStart) + "}");
                probes.Expression(expression);
                break;
        }
    }

    private static SyntaxToken Semicolon(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.SemicolonToken,
        AccessorDeclarationSyntax accessor => accessor.SemicolonToken,
        PropertyDeclarationSyntax property => property.SemicolonToken,
        IndexerDeclarationSyntax indexer => indexer.SemicolonToken,
        LocalFunctionStatementSyntax local => local.SemicolonToken,
        _ => default,
    };

    private static string Enter(Function function)
    {
        var frame = function.Frame;
        var shown = function.Variables.Where(variable => variable.IsCertain && variable.Start == function.Node.SpanStart).ToList();
        var show = string.Concat(shown.Select(variable => (variable, slot: function.Slot(variable))).Where(pair => pair.slot >= 0)
            .Select(pair => pair.variable.Show(frame, pair.slot) + ";"));
        return $"var {frame}={Recorder}Frame.Enter({function.Id});try{{if({frame}.Begin()){{{show}{frame}.Done();}}";
    }

    private static string Exit(Function function, int position)
    {
        var frame = function.Frame;
        var caught = function.IsIterator ? "" : $"catch(global::System.Exception {frame}e)when({frame}.Raised({frame}e)){{throw;}}";
        return $"{Probes.End(function, position)}}}{caught}finally{{{frame}.Leave();}}";
    }
}
