using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>What is known of every frame while walking over a trace.</summary>
internal sealed class FrameStates
{
    private readonly Dictionary<int, FrameState> _frames = [];

    /// <summary>Takes an event in and gives its frame's state after it; an event before any call makes an unnamed frame.</summary>
    public FrameState Apply(TraceEvent e)
    {
        if (!_frames.TryGetValue(e.Frame, out var state))
        {
            _frames[e.Frame] = state = new FrameState(e.Function ?? "?", e.Depth);
        }

        state.Apply(e);
        return state;
    }
}
