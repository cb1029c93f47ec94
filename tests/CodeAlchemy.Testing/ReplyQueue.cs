using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Testing;

/// <summary>Hands out the replies that a test gave, each once. Thread-safe.</summary>
internal sealed class ReplyQueue(Given given, WorkbenchRecord seen)
{
    private readonly Lock _lock = new();
    private readonly List<GivenReply> _left = [.. given.Replies];

    /// <summary>
    /// The reply to the template whose text the question holds, else what the test's function says, else the next one to any question;
    /// <see langword="null"/> when there is none of them.
    /// </summary>
    public ChatOutcome? Take(ChatRequest request) =>
        TemplatesIn(request).Select(template => Next(request, template)).FirstOrDefault(outcome => outcome is not null)
        ?? given.ReplyOf(request)
        ?? Next(request, null);

    private ChatOutcome? Next(ChatRequest request, string? template)
    {
        lock (_lock)
        {
            var index = _left.FindIndex(reply => reply.Role == request.Model && reply.Template == template);
            if (index < 0)
            {
                return null;
            }

            var reply = _left[index];
            _left.RemoveAt(index);
            return reply.Outcome(request);
        }
    }

    // The longest text is the one that was meant: it may hold the text of another template.
    private IEnumerable<string> TemplatesIn(ChatRequest request)
    {
        var question = request.Messages[^1].Content;
        return seen.Rendered
            .Where(rendered => rendered.Text.Trim() is { Length: > 0 } text && question.Contains(text, StringComparison.Ordinal))
            .OrderByDescending(rendered => rendered.Text.Length)
            .Select(rendered => rendered.Template)
            .Distinct();
    }
}
