using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>The weekly series of a measurement and its history.</summary>
internal sealed class SeriesFigures
{
    private SeriesFigures(WeekGrid grid)
    {
        Grid = grid;
        (Nation, Academies, Platforms, Schools) = (new(grid.Count), new(grid.Count), new(grid.Count), new(grid.Count));
    }

    public WeekGrid Grid { get; }

    public LevelFigures Nation { get; }

    public LevelFigures Academies { get; }

    public LevelFigures Platforms { get; }

    public LevelFigures Schools { get; }

    /// <summary>Reads them; null where there are too few whole weeks for any series, or none of the measurement's own.</summary>
    public static SeriesFigures? Read(ControlRequest request)
    {
        MeasuredTable[] tables = [request.Measured, .. request.History];
        var grid = WeekGrid.Of([.. tables.Select(table => table.Days)]);
        if (grid.Count < ComparableWeeks.Least || grid.FirstOwn < 0)
        {
            return null;
        }

        var figures = new SeriesFigures(grid);
        for (var source = 0; source < tables.Length; source++)
        {
            var sums = tables[source].Origins.Hits == FigureOrigin.Unknown ? new SummedLevels(figures, request.Annuaire) : null;
            figures.Read(tables[source].Table.Columns, source, sums);
            figures.Forget(tables[source].Withheld, source);
        }

        return figures;
    }

    /// <summary>Marks what is not known of establishments: it is no silence.</summary>
    private void Forget(IReadOnlyList<WithheldRow> withheld, int source)
    {
        foreach (var row in withheld)
        {
            var week = Grid.IndexOf(row.WeekStart);
            if (week < 0 || Grid.Sources[week] != source || !IsTerritory(TerritoryLevel.Establishment, row.Code))
            {
                continue;
            }

            if (Blocks.Is(row.Dimension, Dimension.Total))
            {
                Schools.Visits.Put(Schools.UnitOf(row.Code), week, SeriesSet.Unknown);
            }
            else if (Blocks.Is(row.Dimension, Dimension.Service) && PartWords.OfService(row.Modality) is >= 0 and var part)
            {
                Schools.PutPart(Schools.UnitOf(row.Code), part, week, SeriesSet.Unknown);
            }
        }
    }

    private void Read(IndicatorColumns columns, int source, SummedLevels? sums)
    {
        var (start, week, unit) = (int.MinValue, -1, -1);
        TerritoryLevel? level = null;
        string? code = null;
        LevelFigures? figures = null;
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Period[row] != PeriodKind.Week)
            {
                continue;
            }

            if (columns.PeriodStart[row] != start)
            {
                start = columns.PeriodStart[row];
                week = Grid.IndexOf(start) is >= 0 and var index && Grid.Sources[index] == source ? index : -1;
            }

            if (week < 0)
            {
                continue;
            }

            if (columns.Level[row] != level)
            {
                level = columns.Level[row];
                figures = Of(columns.Level[row]);
                code = null;
            }

            if (level == TerritoryLevel.Establishment)
            {
                sums?.Add(columns, row, week);
            }

            if (figures is null)
            {
                continue;
            }

            if (!ReferenceEquals(columns.Code[row], code))
            {
                code = columns.Code[row];
                unit = IsTerritory(level.Value, code) ? figures.UnitOf(code) : -1;
            }

            if (unit >= 0)
            {
                Put(figures, columns, row, unit, week);
            }
        }
    }

    private void Put(LevelFigures figures, IndicatorColumns columns, int row, int unit, int week)
    {
        var dimension = columns.Dimension[row];
        if (Blocks.Is(dimension, Dimension.Total))
        {
            figures.Visits.Put(unit, week, columns.Visits[row]);
            figures.Hits.Put(unit, week, columns.Hits[row]);
        }
        else if (Blocks.Is(dimension, Dimension.Service))
        {
            if (PartWords.OfService(columns.Modality[row]) is >= 0 and var part)
            {
                figures.PutPart(unit, part, week, columns.Visits[row]);
            }
        }
        else if (figures == Nation && dimension == Dimension.Profile && PartWords.OfProfile(columns.Modality[row]) is >= 0 and var profile)
        {
            figures.PutPart(unit, profile, week, columns.Visits[row]);
        }
    }

    /// <summary>A UAI with a wrong letter is no school whose series would mean something: it is reported as such (family 1).</summary>
    private static bool IsTerritory(TerritoryLevel level, string code) =>
        code != IndicatorCodes.Unknown && (level != TerritoryLevel.Establishment || !Uai.TryNormalize(code, out _, out var letterIsRight) || letterIsRight);

    private LevelFigures? Of(TerritoryLevel level) => level switch
    {
        TerritoryLevel.National => Nation,
        TerritoryLevel.Academy => Academies,
        TerritoryLevel.Platform => Platforms,
        TerritoryLevel.Establishment => Schools,
        _ => null,
    };
}
