namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Kinds of plugins.</summary>
public enum PluginKind
{
    /// <summary>A programming language.</summary>
    Language,

    /// <summary>A way to make rows.</summary>
    Strategy,

    /// <summary>A way to judge rows.</summary>
    Evaluator,
}
