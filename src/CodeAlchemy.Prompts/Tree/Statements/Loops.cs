using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>What loops share.</summary>
internal static class Loops
{
    public static void Enter(RenderContext context)
    {
        context.OpenLoops++;
        context.Scopes.PushLoop();
        context.EnterLoop();
    }

    public static void Exit(RenderContext context)
    {
        context.ExitLoop();
        context.Scopes.PopLoop();
        context.OpenLoops--;
        if (context.Flow != Flow.Return)
        {
            context.Flow = Flow.Next;
        }
    }

    /// <summary>Whether a loop takes another turn after its body; <c>continue</c> and <c>break</c> end here.</summary>
    public static bool GoesOn(RenderContext context)
    {
        if (context.Flow == Flow.Return)
        {
            return false;
        }

        var goesOn = context.Flow != Flow.Break;
        context.Flow = Flow.Next;
        return goesOn;
    }
}
