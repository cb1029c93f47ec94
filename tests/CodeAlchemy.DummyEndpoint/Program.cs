using System.Globalization;
using CodeAlchemy.DummyEndpoint;

// Usage: dummy-endpoint [PORT [SCRIPT.json]]
// Prints its address and serves until its standard input ends. GET on any path gives the counts as JSON.
var port = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 0;
var script = args.Length > 1 ? Script.Read(await File.ReadAllTextAsync(args[1])) : new Script();
await using var server = DummyServer.Start(script, port);
Console.WriteLine(server.Url);
await Console.In.ReadToEndAsync();
