using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Storage.Corpora;

namespace CodeAlchemy.Pipeline.Filters;

/// <summary>
/// Everything before the strategies: read, size, encoding and language for every input, then the filters of the manifest in its
/// order. Filters behind <c>duplicates</c> run after the barrier. Thread-safe.
/// </summary>
internal sealed class FrontStages
{
    public const string Read = "read";
    public const string Language = "language";
    public const string Syntax = "syntax";
    public const string Duplicates = "duplicates";
    private const int LanguageStart = 512;
    private const long Largest = 1 << 30;
    private const int SidecarMaximum = 1 << 20;
    private readonly RunRequest _request;
    private readonly SizeFilter? _size;
    private readonly ImmutableArray<string> _early;
    private readonly ImmutableArray<string> _late;

    public FrontStages(RunRequest request)
    {
        _request = request;
        var filters = request.Manifest.Filters;
        _size = filters.FirstOrDefault(f => f.Id == SizeFilter.Stage) is { } size ? new SizeFilter(size.Options) : null;
        ImmutableArray<string> chosen = [.. filters.Select(f => f.Id).Where(id => id is not (SizeFilter.Stage or TextDecoder.Stage)).Distinct()];
        if (chosen.FirstOrDefault(id => id is not (Syntax or Duplicates)) is { } unknown)
        {
            throw new ProblemException(new Problem(
                "unknown-filter", $"'{unknown}' is not a filter.", "Use size, encoding, syntax or duplicates.", ExitCode.Configuration));
        }

        var barrier = chosen.IndexOf(Duplicates);
        HasBarrier = barrier >= 0;
        _early = HasBarrier ? chosen[..barrier] : chosen;
        _late = HasBarrier ? chosen[(barrier + 1)..] : [];
        Names = [Read, .. _size is null ? [] : (string[])[SizeFilter.Stage], TextDecoder.Stage, Language, .. chosen];
    }

    /// <summary>Names of the stages, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Whether duplicates are looked for.</summary>
    public bool HasBarrier { get; }

    /// <summary>Most bytes that are read of an input.</summary>
    public long ReadLimit => _size is { AtMost: < long.MaxValue } size ? Math.Min(size.AtMost, Largest) : new CorpusOptions().MaximumBytes;

    /// <summary>The stages before the barrier, or all of them when there is none.</summary>
    public Prepared Early(CorpusInput input) => Filter(_early, Load(input));

    /// <summary>The stages behind the barrier.</summary>
    public Prepared Late(Prepared prepared) => Filter(_late, prepared);

    /// <summary>Reads, decodes and recognises an input.</summary>
    public Prepared Load(CorpusInput input)
    {
        var item = input.Load();
        var prepared = new Prepared(input.Entry.Ordinal, item.Path, null, null, null);
        if (item.Failure is { } failure)
        {
            var fate = failure.Filtered ? InputFate.Filtered : InputFate.Failed;
            return Remove(prepared, new Removal(Read, fate, failure.Reason, failure.Detail, failure.Evidence));
        }

        if (_size?.Check(item.Length) is { } size)
        {
            return Remove(prepared, size);
        }

        if (item.Length > ReadLimit)
        {
            return Remove(prepared, new Removal(
                Read, InputFate.Filtered, RejectReasons.TooLarge, $"{item.Length} bytes; more than {ReadLimit} are not read (without a size filter 16 MiB, with one at most 1 GiB)."));
        }

        if (TextDecoder.Decode(item.Content, out var text, out var utf8) is { } encoding)
        {
            return Remove(prepared, encoding);
        }

        return Recognise(prepared, item, text, utf8);
    }

    private Prepared Recognise(Prepared prepared, CorpusItem item, string text, ReadOnlyMemory<byte> utf8)
    {
        var start = utf8.Span[..Math.Min(LanguageStart, utf8.Length)];
        if (_request.Languages.Detect(item.Path, start, item.DeclaredLanguage) is not { } language)
        {
            return Remove(prepared, new Removal(
                Language, InputFate.Filtered, RejectReasons.UnknownLanguage, "No language plugin recognises the file."));
        }

        var sidecar = default(string);
        if (item.Sidecar is not null && (item.Sidecar.Length > SidecarMaximum || TextDecoder.Decode(item.Sidecar, out sidecar, out _) is { Reason: not RejectReasons.Empty }))
        {
            return Remove(prepared, new Removal(Read, InputFate.Failed, RejectReasons.Unreadable, "The sidecar beside the file is not text."));
        }

        var source = new SourceFile
        {
            Ordinal = prepared.Ordinal,
            Path = item.Path,
            Language = language,
            Text = text,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(utf8.Span)),
            Origin = item.Origin,
            Sidecar = sidecar,
        };
        return prepared with { Language = language, Source = source };
    }

    private Prepared Filter(ImmutableArray<string> filters, Prepared prepared) =>
        prepared.Source is { } source && filters.Contains(Syntax) && _request.Syntax.Check(source.Language, source.Text) is { } verdict
            ? verdict.HasErrors
                ? Remove(prepared, new Removal(
                    Syntax, InputFate.Filtered, RejectReasons.SyntaxError, $"The syntax tree holds an error, first at line {verdict.FirstErrorLine}."))
                : prepared with { Source = source with { Imports = verdict.Imports } }
            : prepared;

    private static Prepared Remove(Prepared prepared, Removal removal) => prepared with { Source = null, Removal = removal };
}
