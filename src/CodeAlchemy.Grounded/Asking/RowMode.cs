using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Options;

namespace CodeAlchemy.Grounded.Asking;

/// <summary>Which rows a strategy makes. Immutable.</summary>
/// <param name="Grounded">Whether it makes rows that are computed.</param>
/// <param name="Model">Whether it makes rows in the words of a model.</param>
/// <param name="Role">Role of the model that it asks.</param>
public sealed record RowMode(bool Grounded, bool Model, string Role)
{
    /// <summary>
    /// The options <c>mode</c> and <c>role</c> that all strategies share: <c>auto</c> asks the model when the manifest gives one for
    /// the role and computes otherwise; <c>grounded</c>, <c>model</c> and <c>both</c> say it outright (the host refuses a run that
    /// wants a model and has none).
    /// </summary>
    public static RowMode Of(IWorkbench workbench)
    {
        ArgumentNullException.ThrowIfNull(workbench);
        var options = new OptionValues(workbench.Options);
        var role = options.Text("role", "default");
        return options.Text("mode", "auto") switch
        {
            "grounded" => new RowMode(true, false, role),
            "model" => new RowMode(false, true, role),
            "both" => new RowMode(true, true, role),
            _ when workbench.HasModel(role) => new RowMode(false, true, role),
            _ => new RowMode(true, false, role),
        };
    }
}
