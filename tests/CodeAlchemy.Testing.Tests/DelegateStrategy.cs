using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing.Tests;

/// <summary>A strategy that is one function.</summary>
internal sealed class DelegateStrategy(Func<SourceFile, IWorkbench, CancellationToken, IAsyncEnumerable<Outcome>> transform) : IStrategy
{
    public IAsyncEnumerable<Outcome> Transform(SourceFile source, IWorkbench workbench, CancellationToken cancellationToken) =>
        transform(source, workbench, cancellationToken);
}
