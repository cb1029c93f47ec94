using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.Workspace;

// Nothing but protocol may come to standard output: whoever writes to the console writes to standard error.
await using var input = Console.OpenStandardInput();
await using var output = Console.OpenStandardOutput();
Console.SetOut(Console.Error);
return await Server.Run(input, output, WorkspaceOptions.FromEnvironment());
