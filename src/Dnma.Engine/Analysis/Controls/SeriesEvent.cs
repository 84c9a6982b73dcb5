using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>A departure of a series that is known by name.</summary>
/// <param name="Topic">Which series.</param>
/// <param name="Departure">How it departs.</param>
internal readonly record struct SeriesEvent(SeriesTopic Topic, Departure Departure)
{
    /// <summary>How probable it is by chance; once it is adjusted, among all that its control looked at.</summary>
    public double Chance { get; init; } = Departure.Chance;

    /// <summary>The control that reports it; null for what no control reports.</summary>
    public Control? Control => ControlOf(Topic.Level == TerritoryLevel.Establishment);

    /// <summary>Whether there is less than expected.</summary>
    public bool IsDown => Departure.Kind is DepartureKind.Silence or DepartureKind.StepDown or DepartureKind.Low;

    /// <summary>The control that reports it at one establishment, or in a wider territory.</summary>
    public Control? ControlOf(bool isSchool) => (Topic.Part, Departure.Kind) switch
    {
        (SeriesTopic.HitsPerVisit, DepartureKind.StepUp or DepartureKind.High) => VolumeControls.HitsPerVisit,
        (SeriesTopic.HitsPerVisit, _) => null,
        (_, DepartureKind.Silence) => isSchool ? SeriesControls.SchoolSilent : SeriesControls.FeedSilent,
        (_, DepartureKind.StepDown) => isSchool ? SeriesControls.SchoolLevelFall : SeriesControls.LevelFall,
        (_, DepartureKind.StepUp) => isSchool ? SeriesControls.SchoolLevelRise : SeriesControls.LevelRise,
        (_, DepartureKind.Low) => isSchool ? VolumeControls.SchoolWeekLow : VolumeControls.WeekLow,
        _ => isSchool ? VolumeControls.SchoolWeekHigh : VolumeControls.WeekHigh,
    };
}
