namespace CodeAlchemy.Execution.Renderings;

/// <summary>One way to show a trace. Stateless.</summary>
internal interface ITraceRendering
{
    /// <summary>Name in manifests and on the command line.</summary>
    string Name { get; }

    /// <summary>The text.</summary>
    string Render(RenderingInput input);
}
