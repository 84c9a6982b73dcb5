using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts;

/// <summary>Of which period, territory and indicator a chart is, and in which language. Immutable, thread safe.</summary>
public sealed record ChartRequest
{
    /// <summary>The kind of period; null, the default: days for charts over time, the whole measured range for others.</summary>
    public PeriodKind? Period { get; init; }

    /// <summary>The period's first local date; null, the default: the first that the table has. Charts over time begin with it.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>For charts over time, the first date after the periods shown; null, the default: all that the table has.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The territory's level.</summary>
    public TerritoryLevel Level { get; init; } = TerritoryLevel.National;

    /// <summary>The territory's code.</summary>
    public string Code { get; init; } = IndicatorCodes.National;

    /// <summary>What to call the territory; empty, the default: as the built-in territories do, else its code.</summary>
    public string Place { get; init; } = "";

    /// <summary>The indicator, where a chart can be of several.</summary>
    public ChartFigure Figure { get; init; }

    /// <summary>The language of every word and figure; French by default.</summary>
    public LabelLanguage Language { get; init; }

    /// <summary>Whose holidays are shown; null, the default: those of the territory, of the nation zones A, B and C. Empty: none.</summary>
    public IReadOnlyList<SchoolZone>? Zones { get; init; }

    /// <summary>Where holidays are from.</summary>
    public SchoolCalendar Calendar { get; init; } = SchoolCalendar.BuiltIn;

    /// <summary>What the figures speak of, such as <c>Measurement.Coverage</c>: periods that were measured or fed in part are marked. None by default: nobody says.</summary>
    public IReadOnlyList<CoverageRow> Coverage { get; init; } = [];

    /// <summary>The zone in which hours are told, for its name on charts by hour.</summary>
    public string TimeZone { get; init; } = CivilZone.Paris.Id;

    /// <summary>Where the figures are from, to stand below the chart; empty for nothing.</summary>
    public string Source { get; init; } = "";
}
