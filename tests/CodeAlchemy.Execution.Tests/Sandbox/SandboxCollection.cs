namespace CodeAlchemy.Execution.Tests.Sandbox;

/// <summary>Tests that share a sandbox and run one after another, so that what one leaves behind is seen.</summary>
[CollectionDefinition(nameof(SandboxCollection), DisableParallelization = true)]
public sealed class SandboxCollection : ICollectionFixture<SandboxFixture>;
