using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Charts.Making;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Charts;

/// <summary>
/// Charts of the engine's tables. Figures are those of the rows: nothing is estimated, users are never added up, a row that is missing is no zero, and one that
/// disclosure control withholds stays withheld. Without rows for what is asked a chart is empty, and its picture says so. Thread safe.
/// </summary>
/// <example><code>File.WriteAllText("services.svg", AudienceCharts.ServiceShares(measurement.Indicators).ToSvg());</code></example>
public static class AudienceCharts
{
    /// <summary>Visits and users by period, with holidays by zone; days by default.</summary>
    /// <param name="indicators">Such as <c>measurement.Indicators</c>.</param>
    /// <param name="request">What is asked for; the nation in French by default.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the period is <see cref="Time.PeriodKind.All"/>, which is no series.</exception>
    public static TimeChart VisitsOverTime(IndicatorTable indicators, ChartRequest? request = null) => TimeMaking.Visits(indicators, request ?? new());

    /// <summary>Primary schools beside secondary ones by period (<see cref="ChartRequest.Figure"/>), with holidays by zone; weeks by default.</summary>
    /// <param name="indicators">Such as <c>measurement.Indicators</c>, measured with an annuaire, which tells the levels of schools.</param>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the period is <see cref="Time.PeriodKind.All"/>, which is no series.</exception>
    public static TimeChart SchoolLevelsOverTime(IndicatorTable indicators, ChartRequest? request = null) => TimeMaking.SchoolLevels(indicators, request ?? new());

    /// <summary>
    /// The services, the most used first: of visits each published service's share of the visits of them all, which make 100 %; of users how many of all used it, which
    /// do not.
    /// </summary>
    /// <param name="indicators">Such as <c>measurement.Indicators</c>.</param>
    /// <param name="request">What is asked for.</param>
    public static BarChart ServiceShares(IndicatorTable indicators, ChartRequest? request = null) => ShareMaking.Services(indicators, request ?? new());

    /// <summary>The profiles, in the order of the published data: shares of all visits, or of all users.</summary>
    /// <param name="indicators">Such as <c>measurement.Indicators</c>.</param>
    /// <param name="request">What is asked for.</param>
    public static BarChart ProfileShares(IndicatorTable indicators, ChartRequest? request = null) => ShareMaking.Profiles(indicators, request ?? new());

    /// <summary>From which devices each profile comes: shares of its visits whose device is known.</summary>
    /// <param name="indicators">Such as <c>measurement.Indicators</c>.</param>
    /// <param name="request">What is asked for; always visits.</param>
    public static BarChart DevicesByProfile(IndicatorTable indicators, ChartRequest? request = null) => DeviceMaking.Devices(indicators, request ?? new());

    /// <summary>Primary schools (1D) beside secondary ones (2D): how their visits divide over profiles, devices or services.</summary>
    /// <param name="firstDegree">Indicators of a perimeter of primary schools.</param>
    /// <param name="secondDegree">Indicators of a perimeter of secondary schools.</param>
    /// <param name="dimension">What is divided by: <see cref="Dimension.Profile"/>, <see cref="Dimension.Device"/> or <see cref="Dimension.Service"/>.</param>
    /// <param name="request">What is asked for; always visits.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the dimension is another.</exception>
    public static BarChart SchoolLevels(IndicatorTable firstDegree, IndicatorTable secondDegree, Dimension dimension, ChartRequest? request = null) =>
        LevelMaking.Levels(firstDegree, secondDegree, dimension, request ?? new());

    /// <summary>The week by day and hour (<see cref="ChartRequest.Figure"/>).</summary>
    /// <param name="indicators">
    /// Such as <c>measurement.Indicators</c>, measured with <see cref="Dimension.LocalHour"/> among <c>MeasurementDefinition.CustomDimensions</c>.
    /// </param>
    /// <param name="request">What is asked for.</param>
    public static SchoolDayChart SchoolDay(IndicatorTable indicators, ChartRequest? request = null) => HourMaking.SchoolDay(indicators, request ?? new());

    /// <summary>The académies as tiles about where they lie (<see cref="ChartRequest.Figure"/>).</summary>
    /// <param name="indicators">Such as <c>measurement.Indicators</c>.</param>
    /// <param name="request">What is asked for; level and code are those of each académie.</param>
    public static TileChart AcademyTiles(IndicatorTable indicators, ChartRequest? request = null) => TileMaking.Academies(indicators, request ?? new());

    /// <summary>
    /// From the visits of one school year to those of another: by whom entered and left the measure, and on the constant perimeter by the number of users and by how
    /// often they come.
    /// </summary>
    /// <param name="comparison">What <see cref="AudienceComparison"/> made.</param>
    /// <param name="request">The territory and the language; the nation in French by default.</param>
    public static WaterfallChart ChangeWaterfall(ComparisonTable comparison, ChartRequest? request = null) => WaterfallMaking.Change(comparison, request ?? new());
}
