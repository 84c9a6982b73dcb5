using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>Which establishments of the annuaire are to be expected, and in which territories establishments stand. Not thread safe.</summary>
internal sealed class ExpectedEstablishments
{
    private static readonly (TerritoryLevel Level, PerimeterKind Kind)[] Kinds =
    [
        (TerritoryLevel.Academy, PerimeterKind.Academy), (TerritoryLevel.Department, PerimeterKind.Department), (TerritoryLevel.Region, PerimeterKind.Region),
        (TerritoryLevel.Commune, PerimeterKind.Commune), (TerritoryLevel.Circonscription, PerimeterKind.Circonscription),
        (TerritoryLevel.Establishment, PerimeterKind.Establishment),
    ];

    private readonly Annuaire _annuaire;
    private readonly IReadOnlyCollection<TerritoryLevel> _levels;
    private readonly Dictionary<string, (TerritoryLevel Level, string Code)[]> _territories = new(StringComparer.Ordinal);
    private readonly Establishment[]? _expected;

    /// <param name="annuaire">Which establishments there are.</param>
    /// <param name="perimeter">Which of them count.</param>
    /// <param name="levels">Which levels are asked for.</param>
    public ExpectedEstablishments(Annuaire annuaire, PerimeterDefinition perimeter, IReadOnlyCollection<TerritoryLevel> levels)
    {
        _annuaire = annuaire;
        _levels = levels;
        if (annuaire.Count > 0 && !perimeter.Kinds.Any(static kind => kind.IsLabel()))
        {
            _expected = [.. annuaire.Establishments.Select(row => annuaire.Describe(row.Uai)).Where(row => perimeter.Contains(kind => EstablishmentValues.Of(kind, row)))];
        }
    }

    /// <summary>Counts those of some days.</summary>
    /// <param name="days">The days.</param>
    /// <param name="seen">The UAI of establishments with visits; null where nobody counted them.</param>
    public EstablishmentCounts CountIn(DayRange days, IReadOnlyList<string>? seen)
    {
        var counts = new EstablishmentCounts(seen is not null, _expected is not null);
        var fed = seen?.ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var uai in fed)
        {
            counts.AddSeen(TerritoriesOf(_annuaire.Describe(uai)));
        }

        foreach (var establishment in (_expected ?? []).Where(row => IsOpenIn(days, row)))
        {
            counts.AddExpected(TerritoriesOf(establishment), fed.Contains(establishment.Uai));
        }

        return counts;
    }

    /// <summary>Whether one is open on one of some days at least, as far as is told: as <see cref="Establishment.IsOpenOn"/>, of several days.</summary>
    private static bool IsOpenIn(DayRange days, Establishment establishment) =>
        days.Length > 0
        && (establishment.OpenedOn is not { } opened || LocalCalendar.DayOf(opened) < days.End)
        && (establishment.ClosedOn is { } closed ? LocalCalendar.DayOf(closed) > days.Start : establishment.IsOpen != false);

    private (TerritoryLevel Level, string Code)[] TerritoriesOf(Establishment establishment)
    {
        if (!_territories.TryGetValue(establishment.Uai, out var territories))
        {
            _territories.Add(
                establishment.Uai,
                territories =
                [
                    (TerritoryLevel.National, IndicatorCodes.National),
                    .. Kinds.Where(pair => _levels.Contains(pair.Level))
                        .Select(pair => (pair.Level, EstablishmentValues.Of(pair.Kind, establishment) is { Length: > 0 } code ? code : IndicatorCodes.Unknown)),
                ]);
        }

        return territories;
    }
}
