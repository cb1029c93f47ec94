using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Where a conversation stands: what was said, which run it is about. One per conversation; the director alone changes it.</summary>
internal sealed partial class Scene
{
    private const int LongEnough = 20;
    private const int FewestCharacters = 12;
    private const int FewestSpelled = 6;
    private readonly List<(CaseStudy Study, string? Name)> _runs = [];
    private readonly List<(string Move, Turn Turn)> _turns = [];
    private readonly HashSet<CaseStudy> _shown = [];
    private string _said;
    private string _given;
    private string _asked = "";
    private string _answered = "";

    public Scene(Bench bench, Memory memory, Voice voice, Cast cast)
    {
        Bench = bench;
        Memory = memory;
        Voice = voice;
        Version = cast.Version;
        Harmless = cast.Harmless;
        _runs.Add((cast.Lead, cast.LeadName));
        _shown.UnionWith(cast.Shown);
        Program = cast.Lead.Source.Text;
        var given = $"{cast.Exhibit}\n{cast.Lead.Input}\n{string.Join(' ', cast.Lead.Case.Arguments)}";
        _said = $"{Program}\n{given}";
        _given = given;
    }

    public Bench Bench { get; }

    public Memory Memory { get; }

    public Voice Voice { get; }

    /// <summary>The changed version that the conversation is about; <see langword="null"/> for none.</summary>
    public ChangedVersion? Version { get; }

    /// <summary>A change without effect that the conversation is about; <see langword="null"/> for none.</summary>
    public ProgramMutant? Harmless { get; }

    /// <summary>The program as the user shows it.</summary>
    public string Program { get; }

    /// <summary>Random sequence of the turn that is being made.</summary>
    public required IRandom Random { get; set; }

    public IReadOnlyList<(string Move, Turn Turn)> Turns => _turns;

    /// <summary>The run that the conversation began with.</summary>
    public CaseStudy Lead => _runs[0].Study;

    /// <summary>The run that is talked about.</summary>
    public CaseStudy Run => _runs[^1].Study;

    /// <summary>The run that was talked about before; <see langword="null"/> when there is only one.</summary>
    public CaseStudy? Before => _runs.Count > 1 ? _runs[^2].Study : null;

    /// <summary>Every run that was talked about, in order.</summary>
    public IEnumerable<CaseStudy> Runs => _runs.Select(r => r.Study);

    /// <summary>Whether more executions than one have come up, of this version or another: then a question has to say which it is about.</summary>
    public bool HasSeveralRuns => _turns.Count > 0 && (_runs.Count > 1 || Version is not null || Harmless is not null || Has("edit"));

    /// <summary>Names the run that is talked about: <c>that run</c> as long as there is only one.</summary>
    public string RunName => HasSeveralRuns ? NameOf(Run) : _turns.Count == 0 || Random.Next(2) == 0 ? "this run" : "that run";

    /// <summary>Names a run among several.</summary>
    public string NameOf(CaseStudy study) => _runs.First(r => r.Study == study).Name ?? (_runs.Count > 1 ? "the first run" : "the original run");

    /// <summary>Whether a move was made.</summary>
    public bool Has(string move) => _turns.Any(t => t.Move == move);

    /// <summary>How often a move was made.</summary>
    public int Count(string move) => _turns.Count(t => t.Move == move);

    /// <summary>Whether the output of a run was shown.</summary>
    public bool Knows(CaseStudy study) => _shown.Contains(study);

    /// <summary>Whether a text has been said, or is short enough to have been said by chance.</summary>
    public bool GivesAway(string ask, string answer) => IsShownInParts(answer) || AnswerLeak.GivesAway(_said + ask, answer) || (answer.Length > LongEnough && Squeeze(_said + ask).Contains(Squeeze(answer), StringComparison.Ordinal));

    /// <summary>What the user has said, without the program.</summary>
    public string Asked => _asked;

    /// <summary>What the assistant has said.</summary>
    public string Answered => _answered;

    /// <summary>What the last turn was about.</summary>
    public ImmutableArray<string> Topics => _turns.Count > 0 ? _turns[^1].Turn.Topics : [];

    public void Add(string move, Turn turn)
    {
        _turns.Add((move, turn));
        _said += $"\n{turn.Ask}\n{turn.Exhibit}\n{turn.Answer}";
        _given += $"\n{turn.Exhibit}\n{turn.Answer}";
        _asked += $"\n{turn.Ask}";
        _answered += $"\n{turn.Answer}\n{string.Join('\n', turn.Steps)}";
        _shown.UnionWith(turn.Shows);
        Memory.Keep(turn.Key);
        if (turn.Takes is { } version)
        {
            Memory.Take(version);
        }

        if (turn.Introduces is { } next)
        {
            _runs.Add((next.Study, next.Name));
        }
    }

    // A collection of texts that the input or an output holds one by one.
    private bool IsShownInParts(string answer) =>
        Texts().Matches(answer) is { Count: > 0 } texts && texts.Sum(t => t.Length) > FewestCharacters && !Texts().Replace(answer, "").Any(char.IsLetterOrDigit)
        && texts.All(t => _given.Contains(t.Value[1..^1], StringComparison.Ordinal));

    [GeneratedRegex("""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*["]""")]
    private static partial Regex Texts();

    [GeneratedRegex(@"(?<!:)//.*")]
    private static partial Regex Remark();

    /// <summary>Whether the program spells a collection or a longer text out.</summary>
    public bool Spells(string value) => value.Length > FewestSpelled && value[0] is '[' or '{' or '(' or '"' or '\'' && Squeeze(Program).Contains(Squeeze(value), StringComparison.Ordinal);

    // A value that the program spells out over several lines, its last comma and its quotes aside.
    private static string Squeeze(string text) => string.Concat(Remark().Replace(text, "").Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '"')))
        .Replace(",]", "]", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal).Replace(",)", ")", StringComparison.Ordinal);
}
