using CodeAlchemy.Prompts.Tree;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>An expression that is being read.</summary>
internal sealed class ExpressionState(ExpressionPlace place, bool inCall, int precedence, ExpressionMode mode, bool assignable)
{
    public ExpressionPlace Place => place;

    public bool InCall => inCall;

    public int Precedence => precedence;

    /// <summary>Mode for what is nested in it; that of <c>when</c> holds at its top only.</summary>
    public ExpressionMode Mode => mode == ExpressionMode.When ? ExpressionMode.All : mode;

    public bool IsWhen => mode == ExpressionMode.When;

    public bool Assignable => assignable;

    /// <summary>Operands begun so far.</summary>
    public int Operands { get; set; }

    /// <summary>What was read last and what follows belongs to.</summary>
    public Expression Left { get; set; } = null!;

    /// <summary>The call whose arguments are being read.</summary>
    public PendingCall? Call { get; set; }
}
