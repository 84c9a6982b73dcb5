using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Looks for an exchange of the plainest kinds, in which whole visits change one coordinate: a visit of another modality, of another territory or of another day comes to the
/// row, and where it can another goes the opposite way, so that wider rows stay as they are. Every axis adds up of itself then. What a row takes is bounded, however large
/// the table. Not thread safe.
/// </summary>
internal sealed class VisitMoveSearch(CellFrame frame, CellIndex index, MoveDays days, MovePlaces places, MovePaths paths, MoveLines lines, ModalityAxis modalities, MoveTrial trial, SearchBreadth breadth)
{
    private int _growing;

    /// <summary>The search in a table.</summary>
    public static VisitMoveSearch Of(CellFrame frame, TerritoryNesting tree, DayActivity activity, RelationSet relations, WithheldUnits withheld, ExchangeCheck check, int fixedUnit)
    {
        var chains = new TerritoryChains(frame, tree);
        var index = new CellIndex(frame, chains);
        var totals = frame.Modalities.IndexOf((Dimension.Total.Code, IndicatorCodes.Total));
        var breadth = new SearchBreadth();
        var days = new MoveDays(frame, index, chains, activity, relations, withheld, totals, breadth);
        var places = new MovePlaces(frame, index, chains, relations, withheld, totals, breadth);
        var lines = new MoveLines(frame, index, chains, relations, withheld, fixedUnit);
        return new VisitMoveSearch(frame, index, days, places, new MovePaths(frame, chains, days, places), lines, new ModalityAxis(frame, index, places), new MoveTrial(lines, check), breadth);
    }

    /// <summary>Looks for an exchange in which a cell grows: units with their changes; null where none is found.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isThorough">Whether many days, territories and modalities are tried, where few of them did not do.</param>
    public (int Unit, int Change)[]? TryFind(int cell, bool isThorough)
    {
        (breadth.IsThorough, _growing) = (isThorough, frame.Modality[cell]);
        trial.LookFor(cell);

        // A profile or a device that cannot grow of itself grows by one of its pairs, which may have come on fewer days and to fewer places.
        foreach (var one in modalities.PairsOf(cell).Prepend(cell))
        {
            Try(one);
            if (trial.Best is not null)
            {
                break;
            }
        }

        return trial.Best;
    }

    private void Try(int cell)
    {
        foreach (var (to, from) in days.Times(cell))
        {
            var times = lines.Over(to, from);
            foreach (var difference in paths.Differences(cell, to))
            {
                Swap(cell, to, times, difference);
                Whole(cell, times, difference);
            }

            if (!trial.IsFree)
            {
                foreach (var chain in paths.Chains(cell, to))
                {
                    Swap(cell, to, times, chain);
                    if (from is not null)
                    {
                        Whole(cell, times, chain);
                    }
                }
            }

            if (trial.Best is null)
            {
                foreach (var ends in paths.Ends(cell, to, lines))
                {
                    Replace(cell, ends);
                }
            }

            if (trial.IsFree || (breadth.IsThorough && trial.Best is not null))
            {
                break;
            }
        }
    }

    /// <summary>A visit comes from another modality of the row's dimension.</summary>
    private void Swap(int cell, int day, List<(int Period, int Gain)> times, (int Territory, int Gain)[] where)
    {
        var dimension = frame.Modalities[frame.Modality[cell]].Dimension;
        if (dimension == Dimension.Total.Code)
        {
            return;
        }

        foreach (var (gaining, losing) in modalities.Swaps(cell, index.Block(frame.Period[cell], frame.Territory[cell], dimension), _growing, one => places.CanLose(one, where[0].Territory, day)))
        {
            trial.Begin();
            if (trial.Add(times, where, gaining, 1) && trial.Add(times, where, losing, -1))
            {
                trial.End();
            }
        }
    }

    /// <summary>A visit comes from elsewhere, with one modality of each dimension.</summary>
    private void Whole(int cell, List<(int Period, int Gain)> times, (int Territory, int Gain)[] where)
    {
        trial.Begin();
        if (trial.Add(times, where, [modalities.Total], 1) && Array.TrueForAll(modalities.Dimensions, dimension => trial.AddCheapest(ChoicesOf(cell, dimension), times, where, 1)))
        {
            trial.End();
        }
    }

    /// <summary>A visit goes from one place or day, and another comes to the row's, with other modalities where it takes that.</summary>
    private void Replace(int cell, VisitEnds ends)
    {
        // Where the row's own modality came and went, it would not grow.
        var goesFromRow = ends.LosingTimes.Exists(time => time.Period == frame.Period[cell]) && Array.Exists(ends.LosingPlaces, place => place.Territory == frame.Territory[cell]);
        var own = goesFromRow ? modalities.AxisOf(frame.Modality[cell]) : "";
        trial.Begin();
        if (trial.Add(ends.Times, ends.Places, [modalities.Total], 1)
            && Array.TrueForAll(modalities.Dimensions, dimension =>
                (dimension != own && trial.AddCheapest(ChoicesOf(cell, dimension), ends.Times, ends.Places, 1)) || AddApart(cell, dimension, ends, dimension == own)))
        {
            trial.End();
        }
    }

    /// <summary>One modality of a dimension comes and another goes, which is not the growing one where the visit goes from the row.</summary>
    private bool AddApart(int cell, string dimension, VisitEnds ends, bool isOwn)
    {
        var others = modalities.Others(places.BlockOf(ends.LosingPlaces[0].Territory, ends.LosingTimes, dimension), breadth.MostModalities);
        return trial.AddCheapest(ChoicesOf(cell, dimension), ends.GainingTimes, ends.GainingPlaces, 1)
            && trial.AddCheapest(others.Where(some => !isOwn || !some.Contains(_growing)), ends.LosingTimes, ends.LosingPlaces, -1);
    }

    /// <summary>Modalities of a dimension, as there are in the place of a row, or in the least territory around it of which the table tells by this dimension.</summary>
    private IEnumerable<int[]> ChoicesOf(int cell, string dimension) =>
        modalities.Choices(cell, dimension, index.Block(frame.Period[cell], places.TellingOf(frame.Territory[cell], dimension), dimension), breadth.MostModalities);
}
