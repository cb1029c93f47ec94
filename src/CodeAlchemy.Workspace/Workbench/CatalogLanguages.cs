using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Tells languages by what the corpus declares, else by the plugins' own marks. Thread-safe.</summary>
internal sealed class CatalogLanguages(PluginCatalog plugins) : ILanguageDetector
{
    public string? Detect(string path, ReadOnlySpan<byte> start, string? declared)
    {
        if (declared is not null)
        {
            var named = plugins.Languages.FirstOrDefault(language =>
                language.Id.Equals(declared, StringComparison.OrdinalIgnoreCase)
                || language.Name.Equals(declared, StringComparison.OrdinalIgnoreCase));
            if (named is not null)
            {
                return named.Id;
            }
        }

        return plugins.Detector.Detect(path, start)?.Id;
    }
}
