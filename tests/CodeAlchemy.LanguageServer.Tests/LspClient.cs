using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>A client of a real server process.</summary>
internal sealed class LspClient : IAsyncDisposable
{
    // What a test allows, holds for no user.
    private static readonly string Home = Directory.CreateTempSubdirectory("lsp-home-").FullName;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process _process;
    private readonly Stream _input;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _asked = new();
    private readonly Channel<JsonObject> _notes = Channel.CreateUnbounded<JsonObject>();
    private readonly Task _reader;
    private int _lastId;

    private LspClient(Process process)
    {
        _process = process;
        _input = process.StandardInput.BaseStream;
        _reader = Task.Run(Read);
    }

    /// <summary>Ids of requests in the order in which they were answered.</summary>
    public ConcurrentQueue<int> Answered { get; } = new();

    /// <summary>Errors that belong to no request.</summary>
    public Channel<JsonObject> Complaints { get; } = Channel.CreateUnbounded<JsonObject>();

    /// <summary>What came to standard output and was no message; empty as it must be.</summary>
    public string Garbage { get; private set; } = "";

    public Process Process => _process;

    public static LspClient Start()
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "codealchemy-lsp.dll"), "--stdio"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        info.Environment["CODEALCHEMY_ROOT"] = Installation.Root;
        info.Environment["CODEALCHEMY_HOME"] = Home;
        return new LspClient(Process.Start(info)!);
    }

    /// <summary>Starts a server for a folder and waits until it has answered <c>initialize</c>.</summary>
    public static async Task<LspClient> Open(string folder, bool trusted = true, JsonObject? capabilities = null)
    {
        var client = Start();
        await client.Ask("initialize", Initialize(folder, trusted, capabilities));
        client.Tell("initialized", []);
        return client;
    }

    public static JsonObject Initialize(string folder, bool trusted, JsonObject? capabilities) => new()
    {
        ["processId"] = Environment.ProcessId,
        ["rootUri"] = "file://" + folder,
        ["capabilities"] = capabilities ?? [],
        ["initializationOptions"] = new JsonObject { ["trusted"] = trusted },
    };

    public static byte[] Frame(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")), .. body];
    }

    public static JsonObject Notification(string method, JsonObject parameters) =>
        new() { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters };

    /// <summary>Asks and gives the result; an error of the server is an exception here.</summary>
    public async Task<JsonNode?> Ask(string method, JsonNode? parameters)
    {
        var reply = await Request(method, parameters);
        return reply["error"] is { } error ? throw new InvalidOperationException($"{method}: {error.ToJsonString()}") : reply["result"];
    }

    /// <summary>Asks and gives the code of the error.</summary>
    public async Task<int> Refused(string method, JsonNode? parameters) => (int)(await Request(method, parameters))["error"]!["code"]!;

    public Task<JsonObject> Request(string method, JsonNode? parameters) => Send(method, parameters).Reply;

    /// <summary>Asks without waiting.</summary>
    public (int Id, Task<JsonObject> Reply) Send(string method, JsonNode? parameters)
    {
        var (id, reply, message) = Prepare(method, parameters);
        Write(Frame(message));
        return (id, reply);
    }

    /// <summary>A request that is not sent yet.</summary>
    public (int Id, Task<JsonObject> Reply, JsonObject Message) Prepare(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var waiting = _asked[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        return (id, waiting.Task.WaitAsync(Patience), new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
    }

    public void Tell(string method, JsonObject parameters) => Write(Frame(Notification(method, parameters)));

    public void Write(byte[] bytes)
    {
        lock (_input)
        {
            _input.Write(bytes);
            _input.Flush();
        }
    }

    /// <summary>Waits for a notification that is as wanted.</summary>
    public async Task<JsonObject> Heard(string method, Func<JsonObject, bool>? wanted = null)
    {
        using var stop = new CancellationTokenSource(Patience);
        await foreach (var note in _notes.Reader.ReadAllAsync(stop.Token))
        {
            if ((string?)note["method"] == method && (wanted is null || wanted(note["params"]!.AsObject())))
            {
                return note["params"]!.AsObject();
            }
        }

        throw new InvalidOperationException($"The server ended and {method} did not come.");
    }

    /// <summary>The next error that belongs to no request.</summary>
    public async Task<int> Complaint()
    {
        using var stop = new CancellationTokenSource(Patience);
        return (int)(await Complaints.Reader.ReadAsync(stop.Token))["error"]!["code"]!;
    }

    public void OpenDocument(string uri, string text, string language = "python") => Tell("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = language, ["version"] = 1, ["text"] = text },
    });

    public void Edit(string uri, int version, params (int Line, int From, int ToLine, int To, string Text)[] changes) =>
        Tell("textDocument/didChange", Change(uri, version, changes));

    public static JsonObject Change(string uri, int version, params (int Line, int From, int ToLine, int To, string Text)[] changes) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
        ["contentChanges"] = new JsonArray([.. changes.Select(change => new JsonObject
        {
            ["range"] = Range(change.Line, change.From, change.ToLine, change.To),
            ["text"] = change.Text,
        })]),
    };

    public static JsonObject Document(string uri) => new() { ["textDocument"] = new JsonObject { ["uri"] = uri } };

    public static JsonObject Range(int line, int from, int toLine, int to) => new()
    {
        ["start"] = new JsonObject { ["line"] = line, ["character"] = from },
        ["end"] = new JsonObject { ["line"] = toLine, ["character"] = to },
    };

    public static JsonObject At(string uri, int line, int character)
    {
        var parameters = Document(uri);
        parameters["position"] = new JsonObject { ["line"] = line, ["character"] = character };
        return parameters;
    }

    /// <summary>Labels at the ends of lines, by line from 0.</summary>
    public async Task<Dictionary<int, string>> Inlays(string uri)
    {
        var parameters = Document(uri);
        parameters["range"] = Range(0, 0, 100_000, 0);
        return (await Ask("textDocument/inlayHint", parameters))!.AsArray()
            .ToDictionary(hint => (int)hint!["position"]!["line"]!, hint => (string)hint!["label"]!);
    }

    /// <summary>Waits for the process to end.</summary>
    public async Task<int> Ended()
    {
        using var stop = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(stop.Token);
        await _reader;
        return _process.ExitCode;
    }

    public void Hang() => _input.Dispose();

    public async ValueTask DisposeAsync()
    {
        try
        {
            _input.Dispose();
        }
        catch (IOException)
        {
            // The server was gone first.
        }

        using var stop = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task Read()
    {
        var output = new BufferedStream(_process.StandardOutput.BaseStream, 1 << 16);
        while (await Header(output) is { } length)
        {
            var body = new byte[length];
            await output.ReadExactlyAsync(body);
            var message = JsonNode.Parse(body)!.AsObject();
            if (message["method"] is not null)
            {
                if (message["id"] is { } asked)
                {
                    Write(Frame(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = asked.DeepClone(), ["result"] = null }));
                }

                _notes.Writer.TryWrite(message);
            }
            else if (message["id"] is { } id && id.GetValueKind() == System.Text.Json.JsonValueKind.Number && _asked.TryGetValue((int)id, out var waiting))
            {
                Answered.Enqueue((int)id);
                waiting.TrySetResult(message);
            }
            else
            {
                Complaints.Writer.TryWrite(message);
            }
        }

        _notes.Writer.TryComplete();
    }

    private async Task<int?> Header(Stream output)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await output.ReadAsync(one) == 1)
        {
            line.Add(one[0]);
            if (line is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
            {
                var text = Encoding.ASCII.GetString([.. line]);
                if (text.StartsWith("Content-Length: ", StringComparison.Ordinal))
                {
                    return int.Parse(text["Content-Length: ".Length..].Trim(), CultureInfo.InvariantCulture);
                }

                Garbage += text;
                line.Clear();
            }
        }

        Garbage += Encoding.UTF8.GetString([.. line]);
        return null;
    }
}

internal static class Installation
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
