namespace CodeAlchemy.Testing;

/// <summary>A strategy asked the workbench for something that the test gave nothing for. The message says what to give.</summary>
public sealed class NotGivenException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="remedy">What to give.</param>
    public NotGivenException(string asked, string remedy)
        : base($"The strategy asked for {asked}, and the test gave nothing for it. {remedy}")
    {
    }
}
