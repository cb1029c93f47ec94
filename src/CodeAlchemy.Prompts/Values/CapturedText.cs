namespace CodeAlchemy.Prompts.Values;

/// <summary>What <c>capture</c> stores: it converts to a text wherever one is asked for, but is none by itself.</summary>
internal sealed class CapturedText(string text)
{
    public override string ToString() => text;
}
