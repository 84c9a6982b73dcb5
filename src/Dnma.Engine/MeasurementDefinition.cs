using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.References.Devices;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>
/// What is measured: norm, period, zone, perimeter and references. Semantic options only: each can change a figure, so all of them stand
/// in the certificate. Immutable, thread safe.
/// </summary>
/// <example><code>var week = MeasurementDefinition.Of(Norm.Dnma).Over(new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 12));</code></example>
public sealed record MeasurementDefinition
{
    /// <summary>Every day of the range has its rows: bounds far around all plausible hits, lest a slip of the pen asks for millions of them.</summary>
    private static readonly DateOnly EarliestFrom = new(1900, 1, 1);
    private static readonly DateOnly LatestTo = new(2200, 1, 1);

    /// <summary>What a visit is; the scheme's own norm by default.</summary>
    public Norm Norm { get; init; } = Norm.Dnma;

    /// <summary>The zone in which days are cut, Europe/Paris by default.</summary>
    public CivilZone Zone { get; init; } = CivilZone.Paris;

    /// <summary>The first measured local day; null: the first one with a qualified hit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The local day after the last measured one (half-open); null: after the last one with a qualified hit.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Which establishments count; all by default, those that no hit names among them.</summary>
    public PerimeterDefinition Perimeter { get; init; } = PerimeterDefinition.Everything;

    /// <summary>The kinds of period to publish; all by default.</summary>
    public IReadOnlyList<PeriodKind> Periods { get; init; } = Enum.GetValues<PeriodKind>();

    /// <summary>The levels to publish; <see cref="TerritoryLevels.Standard"/> by default. Days are published of nation, académie and département.</summary>
    public IReadOnlyList<TerritoryLevel> Levels { get; init; } = TerritoryLevels.Standard;

    /// <summary>
    /// Columns or tag parameters to break down by as well; none by default, four at most. A visit counts once in each value it used. <c>local-hour</c> is none of the
    /// hits: the engine computes it (<see cref="Dimension.LocalHour"/>).
    /// </summary>
    public IReadOnlyList<string> CustomDimensions { get; init; } = [];

    /// <summary>The annuaire that establishments are looked up in; empty by default: académie and département then come from the UAI.</summary>
    public Annuaire Annuaire { get; init; } = Annuaire.Empty;

    /// <summary>Which UAI the internal structures of a Matomo log are; empty by default.</summary>
    public StructureTable Structures { get; init; } = StructureTable.Empty;

    /// <summary>What is declared to be deployed; empty by default. No figure depends on it, but controls, and the tables of deployment and adoption.</summary>
    public DeploymentRegister Deployment { get; init; } = DeploymentRegister.Empty;

    /// <summary>The collectivities there are, for controls; empty by default: nobody says.</summary>
    public CollectivityTable Collectivities { get; init; } = CollectivityTable.Empty;

    /// <summary>
    /// Earlier measurements of the same norm, zone and perimeter, for controls to compare series with; none by default. Where two hold the same week, the
    /// later one given tells of it.
    /// </summary>
    public IReadOnlyList<PublishedMeasurement> History { get; init; } = [];

    /// <summary>How user agents are read.</summary>
    public DeviceRules DeviceRules { get; init; } = DeviceRules.Default;

    /// <summary>How far a hit's own clock may be from its server's and still be believed; 24 hours by default (domain §4.2).</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The least number of users that a figure may be of: rows of fewer are withheld, with as many others as it takes that nobody can work them out
    /// (docs/disclosure.md). 0, the default, withholds nothing; <see cref="DisclosureThresholds"/> names the usual ones. With one, other levels than
    /// <see cref="TerritoryLevels.Standard"/>, <see cref="Deployment"/> and <see cref="History"/> are refused.
    /// </summary>
    public int DisclosureThreshold { get; init; }

    /// <summary>A definition under a norm, everything else by default.</summary>
    public static MeasurementDefinition Of(Norm norm) => new() { Norm = norm };

    /// <summary>The same, over the half-open range of days from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public MeasurementDefinition Over(DateOnly from, DateOnly to) => this with { From = from, To = to };

    /// <summary>The same, over the week (Monday to Sunday) that holds <paramref name="date"/>.</summary>
    public MeasurementDefinition OverWeekOf(DateOnly date)
    {
        var monday = LocalCalendar.DateOf(LocalCalendar.WeekStart(LocalCalendar.DayOf(date)));
        return Over(monday, monday.AddDays(7));
    }

    /// <summary>The same, over a school year: 1 August to 31 July (domain §2).</summary>
    /// <param name="schoolYear">The calendar year that it begins in, for example 2022 for 2022-23.</param>
    public MeasurementDefinition OverSchoolYear(int schoolYear) => schoolYear is >= 1900 and < 2200
        ? Over(new DateOnly(schoolYear, 8, 1), new DateOnly(schoolYear + 1, 8, 1))
        : throw new EngineException(ErrorId.InvalidOption, "school year", $"{schoolYear} is no year that hits are from", "give the year that it begins in, for example 2022 for 2022-23");

    /// <summary>
    /// The same, over the week (Monday to Sunday) of a rank since the pupils' first day: what weeks of two school years are compared by, never their ISO number (domain §6).
    /// </summary>
    /// <param name="schoolYear">The calendar year of the pupils' first day.</param>
    /// <param name="rank">1 for the week of that day; weeks without a school day have no rank.</param>
    /// <param name="zone">Whose calendar: ranks of zones part with the holidays of winter.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the built-in calendar knows no such week.</exception>
    public MeasurementDefinition OverSchoolWeek(int schoolYear, int rank, SchoolZone zone) => SchoolCalendar.BuiltIn.FindWeek(schoolYear, rank, zone) is { } week
        ? Over(LocalCalendar.DateOf(week.Days.Start), LocalCalendar.DateOf(week.Days.End))
        : throw new EngineException(
            ErrorId.InvalidOption, "school week", $"the calendar of {zone} knows no week {rank} of {schoolYear}", "ask for a rank from 1 on, in a school year that the calendar holds, or give its days");

    /// <summary>The measured days as far as the definition tells; open ends are the range's of plausible instants.</summary>
    internal DayRange? Range => From is null && To is null
        ? null
        : new DayRange(LocalCalendar.DayOf(From ?? new DateOnly(2004, 12, 31)), LocalCalendar.DayOf(To ?? new DateOnly(2100, 1, 2)));

    /// <summary>The kinds of period to count: what a threshold withholds is seen only where everything is counted.</summary>
    internal IReadOnlyList<PeriodKind> CountedPeriods => DisclosureThreshold == DisclosureThresholds.None ? Periods : Enum.GetValues<PeriodKind>();

    /// <summary>The levels to count; likewise. Others are refused under a threshold.</summary>
    internal IReadOnlyList<TerritoryLevel> CountedLevels => DisclosureThreshold == DisclosureThresholds.None ? Levels : TerritoryLevels.Standard;

    /// <summary>Whether anything depends on hits' operators.</summary>
    internal bool NeedsOperators => Levels.Contains(TerritoryLevel.Operator) || Perimeter[PerimeterKind.Operator].Count > 0;

    /// <summary>Whether anything depends on hits' collectivities, but for who is who.</summary>
    internal bool NeedsCollectivities => Levels.Contains(TerritoryLevel.Collectivity) || Perimeter[PerimeterKind.Collectivity].Count > 0;

    internal void Validate()
    {
        Norm.Validate();
        Demand(From is null || To is null || From < To, "from, to", $"the range {From:yyyy-MM-dd} to {To:yyyy-MM-dd} holds no day", "the end is not part of it");
        Demand((From ?? EarliestFrom) >= EarliestFrom && (To ?? LatestTo) <= LatestTo, "from, to", $"not between {EarliestFrom:yyyy-MM-dd} and {LatestTo:yyyy-MM-dd}", "hits are from 2005 to 2099");
        Perimeter.Validate(Annuaire);
        Demand(Periods.Count > 0, "periods", "none is asked for");
        Demand(Levels.Count > 0, "levels", "none is asked for");
        Demand(CustomDimensions.Count <= Usage.MaxCustomDimensions, "custom dimensions", $"{CustomDimensions.Count} are asked for", $"at most {Usage.MaxCustomDimensions} can be");
        foreach (var name in CustomDimensions)
        {
            Demand(name.Length > 0, "custom dimensions", "a name is empty");
            Demand(Dimension.Shipped.All(dimension => dimension.Code != name), "custom dimensions", $"\"{name}\" is a dimension already", "leave it out");
            Demand(!IdentifyingNames.Contains(name), "custom dimensions", $"\"{name}\" holds identifiers, and nothing is published by person", "leave it out");
            Demand(CustomDimensions.Count(other => other == name) == 1, "custom dimensions", $"\"{name}\" is named twice");
        }

        Demand(
            DisclosureThreshold == DisclosureThresholds.None || DisclosureThreshold is >= DisclosureThresholds.Least and <= DisclosureThresholds.Greatest,
            "disclosure threshold",
            $"{DisclosureThreshold} is no threshold",
            $"use {DisclosureThresholds.None} for none, or {DisclosureThresholds.Least} to {DisclosureThresholds.Greatest}");
        if (DisclosureThreshold != DisclosureThresholds.None)
        {
            DemandCovered();
        }

        Demand(ClockTolerance >= TimeSpan.Zero, "clock tolerance", "is negative");
        var asked = CertifiedDefinition.AsAsked(this);
        foreach (var earlier in History)
        {
            var problem = earlier.UnfitFor(asked);
            Demand(problem is null, "history", $"an earlier measurement {problem}", "give measurements of the same norm, zone and perimeter, with their weeks and levels");
        }
    }

    /// <summary>Refuses, under a threshold, what could tell withheld figures: tables and levels that no equation of disclosure control speaks of.</summary>
    private void DemandCovered()
    {
        const string Option = "disclosure threshold";
        Demand(
            Levels.All(TerritoryLevels.Standard.Contains),
            Option,
            $"figures of the levels {string.Join(", ", Levels.Except(TerritoryLevels.Standard).Select(level => level.Code()))} could tell withheld ones",
            $"use levels of {string.Join(", ", TerritoryLevels.Standard.Select(level => level.Code()))}, or no threshold");
        Demand(Deployment.Count == 0, Option, "the tables of deployment and adoption could tell withheld figures", "measure with the register without a threshold, and keep that to yourself");
        Demand(History.Count == 0, Option, "what controls find beside earlier figures could tell withheld ones", "measure with the history without a threshold, and keep that to yourself");
    }

    private static void Demand(bool holds, string option, string problem, string remedy = "")
    {
        if (!holds)
        {
            throw new EngineException(ErrorId.InvalidOption, option, problem, remedy);
        }
    }
}
