using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Contracts;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Certification;

/// <summary>
/// Where every record of a measurement went: read = rejected + merged + accepted; accepted = excluded + qualified; qualified = hits of the
/// visits, counted, out of period or out of perimeter. Immutable once the measurement is made; thread safe.
/// </summary>
[TypeFormatterSource]
public sealed record MeasurementLedger
{
    /// <summary>Records read from the inputs.</summary>
    public required long Read { get; init; }

    /// <summary>Records rejected, by reason; every reason of the closed list is there, zeros included.</summary>
    public required IReadOnlyList<LedgerLine> Rejected { get; init; }

    /// <summary>Parts of split hits that were merged into others: parts read less hits rebuilt.</summary>
    public required long Merged { get; init; }

    /// <summary>What was noticed about accepted hits, by kind: each hit may show several.</summary>
    public required IReadOnlyList<LedgerLine> Notices { get; init; }

    /// <summary>Accepted hits, and those excluded of them by reason.</summary>
    public required QualificationLedger Qualification { get; init; }

    /// <summary>Visits, and the hits in them.</summary>
    public required VisitLedger Visits { get; init; }

    /// <summary>Records rejected for any reason.</summary>
    public long RejectedTotal => Rejected.Sum(line => line.Count);

    /// <summary>As a table in HTML, escaped; what never happened is left out.</summary>
    public string ToHtml() => LedgerExcerpt.Of(this).ToHtml();

    /// <summary>The same in lines of text, each ending with <c>\n</c>.</summary>
    public string ToText() => LedgerExcerpt.Of(this).ToText();
}
