using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// What the page says beside the figures of the table. All texts are shown as they are, in French for a French page, and may be hostile:
/// they reach the page as text only. Immutable, thread safe.
/// </summary>
public sealed record DashboardContext
{
    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>What was measured and when, for example « Académie d'Orléans-Tours, du 5 au 11 septembre 2022 ».</summary>
    public required string Perimeter { get; init; }

    /// <summary>The norm's name.</summary>
    public required string Norm { get; init; }

    /// <summary>The IANA name of the zone that days are cut in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The ledgers, in reading order.</summary>
    public IReadOnlyList<DashboardLedgerLine> Ledger { get; init; } = [];

    /// <summary>The conservation laws that were checked. A law that does not hold is said on top of the page.</summary>
    public IReadOnlyList<DashboardLawLine> Laws { get; init; } = [];

    /// <summary>What the reader must know before the figures.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the automated controls found; null where none was asked. That one is alarmed is said on top of the page.</summary>
    public FindingTable? Findings { get; init; }

    /// <summary>The inputs, in the order they were named.</summary>
    public IReadOnlyList<DashboardInputLine> Inputs { get; init; } = [];

    /// <summary>The first measured day and the day after the last one; null where no hit qualified. Days between without a row are days without visits.</summary>
    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>School holidays, to be seen behind the days.</summary>
    public SchoolCalendar Calendar { get; init; } = SchoolCalendar.BuiltIn;

    /// <summary>Where establishments lie; without one, their UAI's prefix says it.</summary>
    public Annuaire Annuaire { get; init; } = Annuaire.Empty;

    /// <summary>Rows of fewer users are withheld, and others for their sake: the page then says that what is not there may be withheld. 0 where nothing is.</summary>
    public int Threshold { get; init; }

    /// <summary>Whether the table is what one reader may see: the page then says that what is not there may be elsewhere.</summary>
    public bool IsExtract { get; init; }

    /// <summary>What was asked, as the certificate says it: name and value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Definition { get; init; } = [];

    /// <summary>The name of a territory from its level and code; null or empty shows the code alone. Must answer the same each time.</summary>
    public Func<TerritoryLevel, string, string?> NameOf { get; init; } = static (_, _) => null;
}
