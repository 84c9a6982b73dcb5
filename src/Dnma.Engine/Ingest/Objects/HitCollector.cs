using System.Collections.Immutable;
using System.Text;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Objects;

/// <summary>Makes an object of every hit that is decoded. Not thread safe.</summary>
/// <param name="customColumns">The columns that <see cref="Hit.Custom"/> takes.</param>
internal sealed class HitCollector(IReadOnlyList<string> customColumns) : RecordSink
{
    private readonly byte[][] _customNames = [.. customColumns.Select(Encoding.UTF8.GetBytes)];
    private readonly List<Hit> _hits = [];
    private long _rejected;
    private RejectReason? _firstReason;
    private long _firstLine;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte[]> CustomNames => _customNames;

    /// <inheritdoc/>
    public override long Read => _hits.Count + _rejected;

    /// <inheritdoc/>
    public override long ClockToleranceMs => 0;

    /// <summary>What was collected.</summary>
    public HitReading Reading => new(_hits, _rejected, _firstReason, _firstLine);

    /// <inheritdoc/>
    public override void Accept(scoped in HitFields hit) => _hits.Add(new Hit(Instant(hit.InstantMs), Text(hit.Visitor))
    {
        Client = Text(hit.Client),
        Uai = Text(hit.Uai),
        Profile = Text(hit.Profile),
        Service = Text(hit.Service),
        Type = Text(hit.Type),
        Tool = Text(hit.Tool),
        Project = Text(hit.Project),
        Operator = Text(hit.Operator),
        Platform = Text(hit.Platform),
        Collectivity = Text(hit.Collectivity),
        Kind = hit.Kind,
        Page = Text(hit.Page),
        Label = Text(hit.Label),
        UserAgent = Text(hit.UserAgent),
        Device = Text(hit.Device),
        Os = Text(hit.Os),
        Browser = Text(hit.Browser),
        Custom = CustomOf(hit),
    });

    /// <inheritdoc/>
    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample)
    {
        _rejected++;
        (_firstReason, _firstLine) = _firstReason is null ? (reason, position.Line) : (_firstReason, _firstLine);
    }

    /// <inheritdoc/>
    public override void AcceptPart(in SplitHitPart part) => throw new NotSupportedException("A table of hits has no split hits.");

    /// <summary>Instants beyond what a date can say are as implausible as its ends.</summary>
    private static DateTimeOffset Instant(long ms) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(ms, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));

    private static string Text(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? "" : Encoding.UTF8.GetString(utf8);

    private IReadOnlyDictionary<string, string> CustomOf(scoped in HitFields hit)
    {
        if (customColumns.Count == 0)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < hit.CustomRanges.Length && i < customColumns.Count; i++)
        {
            values[customColumns[i]] = Text(hit.CustomBytes[hit.CustomRanges[i]]);
        }

        return values;
    }
}
