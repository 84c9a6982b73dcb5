using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.Visits.Observations;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>What was observed at all places of one platform, or of one establishment. Immutable, thread safe.</summary>
internal sealed class ObservedUnit
{
    private readonly PlaceObservations[] _places;

    private ObservedUnit(TerritoryLevel level, string code, IEnumerable<PlaceObservations> places)
    {
        Level = level;
        Code = CodeOf(code);
        _places = [.. places];
    }

    /// <summary>Platform or establishment.</summary>
    public TerritoryLevel Level { get; }

    /// <summary>The label, as it is published.</summary>
    public string Code { get; }

    /// <summary>A count of hits.</summary>
    public long this[HitFact fact] => _places.Sum(place => place[fact]);

    /// <summary>A count of visits.</summary>
    public long this[VisitFact fact] => _places.Sum(place => place[fact]);

    /// <summary>Hits by how far their clocks were from the server's, those left out that agree.</summary>
    public IEnumerable<OffsetCount> Offsets =>
        _places.SelectMany(place => place.Offsets).GroupBy(offset => offset.Offset).Select(same => new OffsetCount(same.Key, same.Sum(offset => offset.Hits)));

    /// <summary>All labels of a column.</summary>
    public IEnumerable<LabelCount> LabelsOf(ObservedColumn column) =>
        _places.SelectMany(place => place.Labels).Where(label => label.Column == column)
            .GroupBy(label => label.Label).Select(same => new LabelCount(column, same.Key, same.Sum(label => label.Hits)));

    /// <summary>The platforms, in the order of their labels.</summary>
    public static IReadOnlyList<ObservedUnit> Platforms(IEnumerable<PlaceObservations> places) => Group(TerritoryLevel.Platform, places, place => place.Platform);

    /// <summary>The establishments, in the order of their codes.</summary>
    public static IReadOnlyList<ObservedUnit> Establishments(IEnumerable<PlaceObservations> places) =>
        Group(TerritoryLevel.Establishment, places, place => place.Establishment);

    /// <summary>How a label is published: what has none is <c>inconnu</c>.</summary>
    public static string CodeOf(string label) => label.Length == 0 ? IndicatorCodes.Unknown : label;

    private static ObservedUnit[] Group(TerritoryLevel level, IEnumerable<PlaceObservations> places, Func<PlaceObservations, string> codeOf) =>
        [.. places.GroupBy(codeOf).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new ObservedUnit(level, unit.Key, unit))];
}
