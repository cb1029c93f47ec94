namespace CodeAlchemy.Prompts.Values;

/// <summary>The value of <c>empty</c> and <c>blank</c>.</summary>
internal sealed class EmptyValue
{
    public static readonly EmptyValue Instance = new();

    private EmptyValue()
    {
    }
}
