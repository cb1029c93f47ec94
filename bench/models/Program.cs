using System.Diagnostics;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Bench.Models;
using CodeAlchemy.Models;
using CodeAlchemy.Models.Secrets;

// Usage: models URL FOLDER COUNT AT_ONCE [WARM_UP]
// Asks COUNT different questions with journal and cache in FOLDER, AT_ONCE at a time, and prints replies, failures, seconds,
// processor microseconds per request, requests sent, replies replayed or from the cache, the resident memory in MiB and the bytes
// allocated per request; then the live managed memory in MiB after a tenth, a half and all of the questions. WARM_UP questions go before
// and are not timed.
var (url, folder) = (new Uri(args[0]), args[1]);
var (count, atOnce) = (Number(args[2]), Number(args[3]));
var warmUp = args.Length > 4 ? Number(args[4]) : 0;
var filler = string.Concat(Enumerable.Repeat("What does this function return for an empty list? ", 8));

using var journal = new StoredJournal(Path.Combine(folder, "replies.journal"));
using var models = ChatModels.Open(new ChatModelsOptions
{
    Models =
    [
        new ModelDefinition
        {
            Name = "default",
            Endpoints =
            [
                new ModelEndpoint
                {
                    Url = url, Model = "dummy-1", MaxConcurrency = atOnce,
                    Retry = new RetrySettings { Attempts = 20, Throttles = 1000, Shortest = TimeSpan.FromMilliseconds(5), Longest = TimeSpan.FromSeconds(2) },
                },
            ],
        },
    ],
    Credentials = new CredentialSource([]),
    Redactor = new Redactor([]),
    Journal = journal,
    CacheFolder = Path.Combine(folder, "cache"),
});

var live = new long[3];
await AskAll("warm up", warmUp);
var (start, processor, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
var replies = await AskAll("question", count);
var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
var microseconds = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / count;
allocated = (GC.GetTotalAllocatedBytes() - allocated) / count;
var usage = models.Usage;
var memory = Environment.WorkingSet >> 20;
live[2] = Live();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{replies} {count - replies} {seconds:F3} {microseconds:F0} {usage.Sent} {usage.Replayed + usage.Cached} {memory} {allocated} {live[0]} {live[1]} {live[2]}"));

async Task<int> AskAll(string what, int number)
{
    var (next, good) = (-1, 0);
    await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
    {
        int index;
        while ((index = Interlocked.Increment(ref next)) < number)
        {
            var request = new ChatRequest { Messages = [new Message("user", string.Create(CultureInfo.InvariantCulture, $"{what} {index}: {filler}"))] };
            if ((await models.Complete(request, CancellationToken.None)).Succeeded)
            {
                Interlocked.Increment(ref good);
            }
            if (index == number / 10)
            {
                live[0] = Live();
            }
            else if (index == number / 2)
            {
                live[1] = Live();
            }
        }
    }));
    return good;
}

static long Live() => GC.GetTotalMemory(forceFullCollection: true) >> 20;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
