using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Requests;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Batches;

/// <summary>Answers from result files, and writes what has no result yet into request files.</summary>
internal sealed class BatchModel : ICallHandler, IDisposable
{
    private readonly BatchResults _results;
    private readonly BatchWriter _writer;
    private readonly BatchReply _reader;
    private readonly string _model;

    public BatchModel(BatchFolder batch, ModelEndpoint endpoint, Redactor redactor)
    {
        var folder = Path.Combine(batch.Path, FolderName(endpoint.Model));
        _model = endpoint.Model;
        _results = new BatchResults(folder);
        _writer = new BatchWriter(folder, batch, WireShape.Of(endpoint with { Streaming = false }));
        _reader = new BatchReply(new ReplyMaker(endpoint.Model, endpoint.Origin, redactor), redactor);
    }

    public ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken)
    {
        var key = call.Key.For(_model);
        if (_results.Find(key.Value) is { } line)
        {
            return new(_reader.Read(line));
        }

        _writer.Add(key, call);
        return new(ChatOutcome.Failed(RejectReasons.BatchPending, $"the request waits in a batch file as {key}"));
    }

    public void Dispose() => _writer.Dispose();

    private static string FolderName(string model) =>
        string.Concat(model.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' ? letter : '-')).TrimStart('.');
}
