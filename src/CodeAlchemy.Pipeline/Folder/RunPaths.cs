using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>Where things lie in a run folder.</summary>
internal sealed class RunPaths(string root)
{
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public string Machinery => Path.Combine(Root, DatasetLayout.Machinery);

    public string Plan => Path.Combine(Machinery, "plan.json");

    public string Finished => Path.Combine(Machinery, "finished.json");

    public string Inputs => Path.Combine(Machinery, "inputs");

    public string Survey => Path.Combine(Machinery, "survey");

    public string Global => Path.Combine(Machinery, "global");

    public string Decisions => Path.Combine(Global, "duplicates");

    public string Parts => Path.Combine(Machinery, "parts");

    public string Sources => Path.Combine(Machinery, "sources");

    public string Journals => Path.Combine(Machinery, "journal");

    public string Done => Path.Combine(Machinery, "done");

    public string InputsOf(string shard) => Path.Combine(Inputs, shard + ".jsonl");

    public string SurveyOf(string shard) => Path.Combine(Survey, shard + ".jsonl");

    public string SummariesOf(string shard) => Path.Combine(Survey, shard + ".keys");

    public string DecisionsOf(string shard) => Path.Combine(Decisions, shard + ".jsonl");

    public string DoneOf(string shard) => Path.Combine(Done, shard + ".json");

    public string MemoOf(string shard) => Path.Combine(Journals, shard + ".memo");

    public string NotesOf(string shard, string attempt) => Path.Combine(Journals, $"{shard}-{attempt}.notes");

    public string PartsOf(string shard, string attempt) => Path.Combine(Parts, $"{shard}-{attempt}");

    public string SourcesOf(string shard, string attempt) => Path.Combine(Sources, $"{shard}-{attempt}.jsonl");

    /// <summary>The absolute path of a public file named with '/'.</summary>
    public string Public(string relative) => Path.Combine(Root, relative);
}
