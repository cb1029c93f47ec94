using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAlchemy.Compiler;

/// <summary>Puts probes into the body of one function; functions inside it are somebody else's.</summary>
internal sealed class Probes(SemanticModel model, Edits edits, Function function)
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    private string Frame => function.Frame;

    /// <summary>The probe of a body's end, which its last statement may reach.</summary>
    /// <param name="function">The function.</param>
    /// <param name="position">Where the body ends.</param>
    public static string End(Function function, int position)
    {
        var inScope = function.Variables.Where(variable => variable.IsVisibleAt(position)).ToList();
        var shown = inScope.Where(variable => variable.IsCertain);
        return $"if({function.Frame}.End({function.Place(0, Mask(function, inScope))})){{{Shown(function, shown, ";")}{function.Frame}.Keep();}}";
    }

    public void Statements(IEnumerable<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            Statement(statement, isEmbedded: false);
        }
    }

    /// <summary>The expression that is a whole body.</summary>
    public void Expression(ExpressionSyntax expression)
    {
        edits.Insert(expression.SpanStart, Line(expression, expression.SpanStart));
        if (function.Result is not null && !function.IsIterator && expression is not ThrowExpressionSyntax)
        {
            edits.Insert(expression.SpanStart, CanReturn(expression) ? "return " : Kept(expression) + "return ");
            Returned(expression, expression);
        }

        Inside(expression);
    }

    private void Statement(StatementSyntax statement, bool isEmbedded)
    {
        var probe = HasProbe(statement) ? Line(statement, statement.SpanStart) : "";
        if (isEmbedded && statement is not BlockSyntax)
        {
            edits.Insert(statement.SpanStart, "{" + probe);
            edits.Close(statement.Span.End, "}");
            Parts(statement);
        }
        else
        {
            if (probe.Length > 0)
            {
                edits.Insert(statement.SpanStart, probe);
            }

            Parts(statement);
        }
    }

    private static bool HasProbe(StatementSyntax statement) => statement switch
    {
        BlockSyntax or EmptyStatementSyntax or LocalFunctionStatementSyntax or TryStatementSyntax or LabeledStatementSyntax or DoStatementSyntax
            or CheckedStatementSyntax or UnsafeStatementSyntax => false,
        LocalDeclarationStatementSyntax local => !local.IsConst && local.Declaration.Variables.Any(variable => variable.Initializer is not null),
        _ => true,
    };

    private void Parts(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                Statements(block.Statements);
                break;
            case LabeledStatementSyntax labeled:
                Statement(labeled.Statement, isEmbedded: false);
                break;
            case IfStatementSyntax branch:
                Inside(branch.Condition);
                Statement(branch.Statement, isEmbedded: true);
                if (branch.Else is { } other)
                {
                    Statement(other.Statement, isEmbedded: true);
                }

                break;
            case WhileStatementSyntax loop:
                Condition(loop.Condition, loop, loop.Statement);
                break;
            case DoStatementSyntax loop:
                Statement(loop.Statement, isEmbedded: true);
                Checked(loop.Condition, loop.Condition);
                break;
            case ForStatementSyntax loop:
                Inside(loop.Declaration);
                Each(loop.Initializers);
                Each(loop.Incrementors);
                Condition(loop.Condition, loop, loop.Statement);
                break;
            case CommonForEachStatementSyntax loop:
                Inside(loop.Expression);
                Round(loop, loop.Statement);
                break;
            case SwitchStatementSyntax choice:
                Inside(choice.Expression);
                foreach (var section in choice.Sections)
                {
                    Each(section.Labels);
                    Statements(section.Statements);
                }

                break;
            case TryStatementSyntax attempt:
                Try(attempt);
                break;
            case UsingStatementSyntax use:
                Inside(use.Declaration);
                Inside(use.Expression);
                Statement(use.Statement, isEmbedded: true);
                break;
            case FixedStatementSyntax pin:
                Inside(pin.Declaration);
                Statement(pin.Statement, isEmbedded: true);
                break;
            case LockStatementSyntax guard:
                Inside(guard.Expression);
                Statement(guard.Statement, isEmbedded: true);
                break;
            case CheckedStatementSyntax block:
                Statements(block.Block.Statements);
                break;
            case UnsafeStatementSyntax block:
                Statements(block.Block.Statements);
                break;
            case ReturnStatementSyntax back:
                Return(back);
                break;
            case YieldStatementSyntax give:
                Yield(give);
                break;
            default:
                Inside(statement);
                break;
        }
    }

    private void Each(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            Inside(node);
        }
    }

    /// <summary>What is to be changed within expressions.</summary>
    private void Inside(SyntaxNode? node)
    {
        if (node is null)
        {
            return;
        }

        foreach (var inner in node.DescendantNodesAndSelf(child => !Scopes.IsFunction(child)))
        {
            if (inner is AwaitExpressionSyntax wait && CanWatch(wait))
            {
                edits.Insert(wait.Expression.SpanStart, Frame + ".W(");
                edits.Close(wait.Expression.Span.End, ")");
            }
            else if (inner is InvocationExpressionSyntax call && Stream(call) is { } stream)
            {
                edits.Replace(call.Expression.Span, stream);
            }
            else if (inner is AssignmentExpressionSyntax set && set.Left is MemberAccessExpressionSyntax or IdentifierNameSyntax
                && model.GetSymbolInfo(set.Left).Symbol is IPropertySymbol { Name: "OutputEncoding", ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } }
                && set.IsKind(SyntaxKind.SimpleAssignmentExpression))
            {
                edits.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(set.Left.SpanStart, set.OperatorToken.Span.End), "global::CodeAlchemy.Trace.Streams.SetOutputEncoding(");
                edits.Close(set.Right.Span.End, ")");
            }
        }
    }

    private bool CanWatch(AwaitExpressionSyntax wait) => model.GetTypeInfo(wait.Expression).Type is INamedTypeSymbol
    {
        Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "YieldAwaitable",
    };

    private string? Stream(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenStandardOutput" or "OpenStandardError" or "OpenStandardInput" } member
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } }
            ? "global::CodeAlchemy.Trace.Streams." + member.Name.Identifier.ValueText : null;

    /// <summary>A condition that is evaluated again after each round.</summary>
    private void Condition(ExpressionSyntax? condition, StatementSyntax loop, StatementSyntax body)
    {
        if (condition is null || model.GetConstantValue(condition).HasValue || Joint(condition) is null)
        {
            Inside(condition);
            Round(loop, body);
            return;
        }

        Checked(condition, loop);
        Statement(body, isEmbedded: true);
    }

    /// <summary>
    /// The operator between a probe and a condition, such that variables have a value behind it where they had one behind the
    /// condition alone; null when there is none.
    /// </summary>
    private static string? Joint(ExpressionSyntax condition)
    {
        var nodes = condition.DescendantNodesAndSelf(node => !Scopes.IsFunction(node)).ToList();
        var assigns = nodes.Any(node => node is AssignmentExpressionSyntax or SingleVariableDesignationSyntax or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword });
        var decides = nodes.Any(node => node is ConditionalExpressionSyntax or PatternSyntax or ConditionalAccessExpressionSyntax
            || node.IsKind(SyntaxKind.LogicalAndExpression) || node.IsKind(SyntaxKind.LogicalOrExpression) || node.IsKind(SyntaxKind.CoalesceExpression));
        return !assigns ? "&&" : decides ? null : "&";
    }

    private void Checked(ExpressionSyntax condition, SyntaxNode at)
    {
        if (model.GetConstantValue(condition).HasValue || Joint(condition) is not { } joint)
        {
            Inside(condition);
            return;
        }

        var shown = Visible(condition, condition.SpanStart);
        var place = function.Place(LineOf(at), Mask(function, shown));
        edits.Insert(condition.SpanStart, $"(!{Frame}.Again({place})||{Shown(function, shown, "&")}{Frame}.Done()){joint}(");
        edits.Close(condition.Span.End, ")");
        Inside(condition);
    }

    /// <summary>A loop whose rounds are told at the start of its body.</summary>
    private void Round(StatementSyntax loop, StatementSyntax body)
    {
        var shown = Visible(loop, loop.SpanStart);
        var within = InScope(body.SpanStart);
        var probe = $"if({Frame}.Again({function.Place(LineOf(loop), Mask(function, within))})){{{Shown(function, shown, ";")}{Frame}.Done();}}";
        if (body is BlockSyntax block)
        {
            edits.Insert(block.OpenBraceToken.Span.End, probe);
            Statements(block.Statements);
        }
        else
        {
            edits.Insert(body.SpanStart, "{" + probe);
            edits.Close(body.Span.End, "}");
            Statement(body, isEmbedded: false);
        }
    }

    private void Try(TryStatementSyntax attempt)
    {
        Statements(attempt.Block.Statements);
        foreach (var handler in attempt.Catches)
        {
            Catch(handler);
        }

        if (attempt.Finally is { } last)
        {
            Statements(last.Block.Statements);
        }
    }

    private void Catch(CatchClauseSyntax handler)
    {
        var name = handler.Declaration?.Identifier.ValueText is { Length: > 0 } given ? "@" + given : Frame + "c" + handler.SpanStart;
        if (handler.Declaration is null)
        {
            edits.Insert(handler.CatchKeyword.Span.End, $"(global::System.Exception {name})");
        }
        else if (handler.Declaration.Identifier.ValueText is null or "")
        {
            edits.Insert(handler.Declaration.Type.Span.End, " " + name);
        }

        if (handler.Filter is { } filter)
        {
            edits.Insert(filter.OpenParenToken.Span.End, $"{Frame}.Raised({name},true)&&(");
            edits.Close(filter.CloseParenToken.SpanStart, ")");
            Inside(filter.FilterExpression);
        }
        else
        {
            edits.Insert((handler.Declaration?.Span.End) ?? handler.CatchKeyword.Span.End, $"when({Frame}.Raised({name},true))");
        }

        edits.Insert(handler.Block.OpenBraceToken.Span.End, $"{Frame}.Caught({function.Place(LineOf(handler), Mask(function, InScope(handler.SpanStart)))},{name});");
        Statements(handler.Block.Statements);
    }

    private void Return(ReturnStatementSyntax back)
    {
        if (back.Expression is null || back.Expression is RefExpressionSyntax || function.Result is null || !CanReturn(back.Expression))
        {
            edits.Insert(back.SpanStart, Kept(back));
            Inside(back.Expression);
            return;
        }

        Returned(back.Expression, back);
        Inside(back.Expression);
    }

    /// <summary>In front of a return whose value is not shown.</summary>
    private string Kept(SyntaxNode at)
    {
        var shown = Visible(at, at.SpanStart);
        return $"if({Frame}.End({function.Place(0, Mask(function, shown))})){{{Shown(function, shown, ";")}{Frame}.Keep();}}";
    }

    private bool CanReturn(ExpressionSyntax expression) =>
        Variable.CanShow(function.Result!) && !(function.Symbol is { ReturnsByRef: true } or { ReturnsByRefReadonly: true })
        && (IsNameable(function.Result!) || model.GetTypeInfo(expression).Type is not null);

    private void Returned(ExpressionSyntax expression, SyntaxNode statement)
    {
        if (!CanReturn(expression))
        {
            return;
        }

        var shown = Visible(statement, statement.SpanStart);
        var items = string.Concat(Calls(function, shown).Select(call => "&&" + call));
        var type = function.Result!;
        edits.Insert(expression.SpanStart, type is IDynamicTypeSymbol ? $"{Frame}.R<object>((object)(" : IsNameable(type) ? $"{Frame}.R<{type.ToDisplayString(Full)}>((" : $"{Frame}.R((");
        edits.Close(expression.Span.End, $"),{Frame}.End({function.Place(0, Mask(function, shown))}){items})");
    }

    private void Yield(YieldStatementSyntax give)
    {
        if (give.Expression is null)
        {
            edits.Insert(give.SpanStart, Kept(give));
            return;
        }

        var type = function.Result;
        if (type is not null && Variable.CanShow(type))
        {
            var shown = Visible(give, give.SpanStart);
            var items = string.Concat(Calls(function, shown).Select(call => "&&" + call));
            edits.Insert(give.Expression.SpanStart, type is IDynamicTypeSymbol ? $"{Frame}.Y<object>((object)(" : $"{Frame}.Y<{type.ToDisplayString(Full)}>((");
            edits.Close(give.Expression.Span.End, $"),{Frame}.End({function.Place(0, Mask(function, shown))}){items})");
        }
        else if (type is null)
        {
            edits.Insert(give.Expression.SpanStart, $"{Frame}.Y<object>((");
            edits.Close(give.Expression.Span.End, $"),{Frame}.End({function.Place(0, 0)}))");
        }

        Inside(give.Expression);
    }

    private static bool IsNameable(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => false,
        INamedTypeSymbol { IsAnonymousType: true } or INamedTypeSymbol { IsFileLocal: true } => false,
        INamedTypeSymbol named => named.TypeArguments.All(IsNameable) && (named.ContainingType is null || IsNameable(named.ContainingType)),
        IArrayTypeSymbol array => IsNameable(array.ElementType),
        _ => true,
    };

    private string Line(SyntaxNode statement, int position)
    {
        var shown = Visible(statement, position);
        var place = function.Place(LineOf(statement), Mask(function, shown));
        var calls = Shown(function, shown, ";");
        return calls.Length == 0 ? $"{Frame}.Mark({place});" : $"if({Frame}.Line({place})){{{calls}{Frame}.Done();}}";
    }

    private static int LineOf(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;

    private List<Variable> InScope(int position) =>
        [.. function.Variables.Where(variable => variable.IsVisibleAt(position))];

    /// <summary>The variables that can be named and have a value in front of a statement or an expression.</summary>
    private List<Variable> Visible(SyntaxNode node, int position)
    {
        var visible = InScope(position);
        if (visible.TrueForAll(variable => variable.IsCertain))
        {
            return visible;
        }

        var flow = node switch
        {
            StatementSyntax statement => model.AnalyzeDataFlow(statement),
            ExpressionSyntax expression => model.AnalyzeDataFlow(expression),
            _ => null,
        };
        var assigned = flow is { Succeeded: true } ? flow.DefinitelyAssignedOnEntry : [];
        visible.RemoveAll(variable => !variable.IsCertain && !assigned.Contains(variable.Symbol!, SymbolEqualityComparer.Default));
        return visible;
    }

    private static ulong Mask(Function function, IEnumerable<Variable> variables) =>
        variables.Select(function.Slot).Where(slot => slot >= 0).Aggregate(0UL, (mask, slot) => mask | (1UL << slot));

    private static string Shown(Function function, IEnumerable<Variable> variables, string separator) =>
        string.Concat(Calls(function, variables).Select(call => call + separator));

    private static IEnumerable<string> Calls(Function function, IEnumerable<Variable> variables)
    {
        // Of names that shadow each other only the innermost can be named.
        foreach (var variable in variables.GroupBy(v => v.Name, StringComparer.Ordinal).Select(group => group.Last()))
        {
            if (function.Slot(variable) is >= 0 and var slot)
            {
                yield return variable.Show(function.Frame, slot);
            }
        }
    }
}
