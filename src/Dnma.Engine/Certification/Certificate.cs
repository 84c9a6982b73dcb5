using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification;

/// <summary>
/// What makes figures certified: the definition they were made under, the inputs they were made from, where every record went, and the laws
/// that hold between all of these. Immutable, thread safe. Published, it is an in-toto statement (<see cref="Statements.CertificateStatement"/>).
/// </summary>
[TypeFormatterSource]
public sealed record Certificate
{
    /// <summary>Every semantic choice, by name, in a fixed order: norm, zone, period, perimeter, vocabularies, device rules.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Definition { get; init; }

    /// <summary>Who was measured.</summary>
    public required Perimeter Perimeter { get; init; }

    /// <summary>What was read.</summary>
    public required IReadOnlyList<InputRecord> Inputs { get; init; }

    /// <summary>Where every record went.</summary>
    public required MeasurementLedger Ledger { get; init; }

    /// <summary>The conservation laws, checked.</summary>
    public required IReadOnlyList<ConservationLaw> Laws { get; init; }

    /// <summary>
    /// What was checked because the options asked for it, the recount for one: as binding as a law, but no part of what the same hits always make the same.
    /// </summary>
    public IReadOnlyList<ConservationLaw> Checks { get; init; } = [];

    /// <summary>What a reader of the figures must know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What stands behind figures that other figures leave out: for example visits without a UAI, which have no row in the open data.</summary>
    public required IReadOnlyList<LedgerLine> Coverage { get; init; }

    /// <summary>How and when this run was made: never part of what is certified.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Run { get; init; }

    /// <summary>The laws and checks that do not hold; empty when the figures are sound.</summary>
    public IReadOnlyList<ConservationLaw> Verify() => [.. Laws.Concat(Checks).Where(law => !law.Holds)];

    /// <summary>As a piece of HTML, escaped: whether the laws hold, warnings and the ledger; laws, definition and inputs folded. Nothing of the run.</summary>
    public string ToHtml() => CertificateExcerpt.Html(this);

    /// <summary>The same in lines of text, each ending with <c>\n</c>, without what is folded.</summary>
    public string ToText() => CertificateExcerpt.Text(this);
}
