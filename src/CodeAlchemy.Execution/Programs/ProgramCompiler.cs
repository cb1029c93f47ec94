using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Programs.Resident;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Compiles programs: by the language's resident compiler where it has one that can, else by commands of their own. Thread-safe.</summary>
internal sealed class ProgramCompiler(BuildRunner builds, CompileServers servers)
{
    private const int Refused = 1;

    /// <summary>Runs the commands until one fails.</summary>
    /// <returns>The failure, or <see langword="null"/> when all ended with status 0.</returns>
    public async Task<BuildFailure?> Compile(
        ReadyLanguage ready,
        ImmutableArray<ImmutableArray<string>> commands,
        string outputFolder,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> files,
        IsolationLevel isolation,
        CancellationToken cancellationToken)
    {
        // Without isolation the paths of a job are those of the host, which the server would have to be told.
        if (!ready.Language.CompileServer.IsEmpty && isolation != IsolationLevel.None)
        {
            var reply = await servers.Compile(ready, commands, files, isolation, cancellationToken).ConfigureAwait(false);
            if (reply is { Status: Refused })
            {
                return new BuildFailure(ExecutionStatus.Error, Refused, BuildRunner.Shortened(Encoding.UTF8.GetString(reply.Messages)), null);
            }

            if (reply is { Status: 0 })
            {
                await Write(reply, outputFolder, cancellationToken).ConfigureAwait(false);
                return null;
            }
        }

        return await builds.Run(commands, outputFolder, files, ready.Binds, ready.Language, isolation, cancellationToken).ConfigureAwait(false);
    }

    private static async Task Write(CompileReply reply, string folder, CancellationToken cancellationToken)
    {
        foreach (var (path, content) in reply.Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, content, cancellationToken).ConfigureAwait(false);
        }
    }
}
