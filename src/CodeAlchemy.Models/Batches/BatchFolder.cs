namespace CodeAlchemy.Models.Batches;

/// <summary>
/// Where batch files are. Requests that have no result yet are written to <c>requests-NNNNN.jsonl</c>; every other
/// <c>*.jsonl</c> file is read as results (OpenAI's batch format, success and error files alike).
/// </summary>
/// <param name="Path">Absolute path of the folder. Each endpoint's model has a folder of its own below it.</param>
/// <param name="RequestsPerFile">Most requests in a file; OpenAI takes 50,000.</param>
/// <param name="BytesPerFile">Most bytes of a file; OpenAI takes 200 MB.</param>
public sealed record BatchFolder(string Path, int RequestsPerFile = 50_000, long BytesPerFile = 190_000_000);
