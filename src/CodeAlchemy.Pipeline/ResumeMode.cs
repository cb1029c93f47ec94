namespace CodeAlchemy.Pipeline;

/// <summary>What to do with a folder that holds an earlier start.</summary>
public enum ResumeMode
{
    /// <summary>Take up an unfinished run of the same plan; refuse a folder of another one.</summary>
    Auto,

    /// <summary>Throw away what an earlier run made and start afresh. Reviews are kept.</summary>
    Never,

    /// <summary>Only take up; refuse a folder without a run.</summary>
    Always,
}
