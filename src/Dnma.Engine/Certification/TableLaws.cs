using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Certification;

/// <summary>
/// The laws that the table of indicators must obey in itself (design §7): parts make totals, over dimensions, territories and periods;
/// users lie between their greatest part and the sum of their parts.
/// </summary>
internal sealed class TableLaws
{
    private readonly IndicatorColumns _columns;
    private readonly LawTally _partition = new(LawTexts.PartsAreTotals);
    private readonly LawTally _uses = new(LawTexts.UsesAreTotals);
    private readonly LawTally _users = new(LawTexts.UsersBetweenParts);
    private readonly LawTally _row = new(LawTexts.RowIsSane);
    private readonly LawTally _territories = new(LawTexts.TerritoriesAreNation);
    private readonly LawTally _periods = new(LawTexts.PeriodsAreAll);

    // (period, start, level) → sums of visits, hits, page views, durations over the level's territories.
    private readonly Dictionary<(PeriodKind Period, int Start, TerritoryLevel Level), FourSums> _byLevel = [];

    // Where the total of a territory is withheld, sums cannot be compared.
    private readonly HashSet<(PeriodKind Period, int Start, TerritoryLevel Level)> _incomplete = [];

    private TableLaws(IndicatorTable table) => _columns = table.Columns;

    /// <summary>
    /// Checks a table that holds whole blocks: every dimension of each territory and period that it holds. Of periods and levels it need not hold all: what
    /// cannot be compared then is not, nor what withheld rows enter.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellation">Stops the checking.</param>
    public static IEnumerable<ConservationLaw> Check(IndicatorTable table, CancellationToken cancellation = default)
    {
        var laws = new TableLaws(table);
        for (var row = 0; row < table.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = laws.EndOfBlock(row);
            laws.CheckBlock(row, end);
            row = end;
        }

        laws.CheckTerritories();
        laws.CheckPeriods();
        return new[] { laws._partition, laws._uses, laws._users, laws._row, laws._territories, laws._periods }.Select(tally => tally.ToLaw());
    }

    private int EndOfBlock(int row)
    {
        var end = row + 1;
        while (end < _columns.Count
            && _columns.Period[end] == _columns.Period[row]
            && _columns.PeriodStart[end] == _columns.PeriodStart[row]
            && _columns.Level[end] == _columns.Level[row]
            && _columns.Code[end] == _columns.Code[row])
        {
            end++;
        }

        return end;
    }

    private void CheckBlock(int start, int end)
    {
        var total = start;
        while (total < end && _columns.Dimension[total] != Dimension.Total)
        {
            total++;
        }

        if (total == end)
        {
            _partition.Check(false, 1, 0, () => $"{Place(start)} has no total");
            return;
        }

        var key = (_columns.Period[start], _columns.PeriodStart[start], _columns.Level[start]);
        if (_columns.IsWithheld(total))
        {
            _incomplete.Add(key);
        }

        _byLevel[key] = _byLevel.GetValueOrDefault(key).Plus(_columns, total);
        for (var from = start; from < end;)
        {
            var to = from;
            while (to < end && _columns.Dimension[to] == _columns.Dimension[from])
            {
                CheckRow(to++);
            }

            if (from != total)
            {
                CheckDimension(from, to, total);
            }

            from = to;
        }
    }

    private void CheckRow(int row)
    {
        if (_columns.IsWithheld(row))
        {
            return;
        }

        var visits = _columns.Visits[row];
        var holds = _columns.Users[row] <= visits && visits <= _columns.Hits[row]
            && _columns.TimedVisits[row] <= visits && _columns.Bounces[row] <= visits && _columns.FlashVisits[row] <= visits
            && (visits == 0) == (_columns.Users[row] == 0);
        _row.Check(holds, visits, visits, () => Place(row));
    }

    private void CheckDimension(int from, int to, int total)
    {
        if (_columns.Withheld is { } withheld && (withheld[total] || withheld.AsSpan(from, to - from).Contains(true)))
        {
            return;
        }

        var (visits, timed, bounces, flashes, greatest, users) = (0L, 0L, 0L, 0L, 0L, 0L);
        var sums = default(FourSums);
        for (var row = from; row < to; row++)
        {
            sums = sums.Plus(_columns, row);
            visits += _columns.Visits[row];
            timed += _columns.TimedVisits[row];
            bounces += _columns.Bounces[row];
            flashes += _columns.FlashVisits[row];
            users += _columns.Users[row];
            greatest = Math.Max(greatest, _columns.Users[row]);
        }

        var expected = default(FourSums).Plus(_columns, total);
        var allUsers = _columns.Users[total];
        if (_columns.Dimension[from].PartitionsVisits)
        {
            var holds = sums == expected && timed == _columns.TimedVisits[total] && bounces == _columns.Bounces[total] && flashes == _columns.FlashVisits[total];
            _partition.Check(holds, expected.Hits, sums.Hits, () => Place(from));
        }
        else
        {
            var holds = sums.Hits == expected.Hits && sums.PageViews == expected.PageViews && sums.DurationMs == expected.DurationMs;
            _uses.Check(holds, expected.Hits, sums.Hits, () => Place(from));
        }

        _users.Check(greatest <= allUsers && allUsers <= users, allUsers, users, () => Place(from));
    }

    private void CheckTerritories()
    {
        foreach (var ((period, start, level), sums) in _byLevel)
        {
            if (level != TerritoryLevel.National && !_incomplete.Contains((period, start, level)) && !_incomplete.Contains((period, start, TerritoryLevel.National)) && _byLevel.TryGetValue((period, start, TerritoryLevel.National), out var nation))
            {
                _territories.Check(sums == nation, nation.Hits, sums.Hits, () => $"{period.Code()} {LocalCalendar.DateOf(start):yyyy-MM-dd} {level.Code()}");
            }
        }
    }

    private void CheckPeriods()
    {
        var hidden = _incomplete.Where(key => key.Level == TerritoryLevel.National).Select(key => key.Period).ToHashSet();
        var nation = _byLevel.Where(entry => entry.Key.Level == TerritoryLevel.National && !hidden.Contains(entry.Key.Period)).ToLookup(entry => entry.Key.Period, entry => entry.Value);
        foreach (var all in nation[PeriodKind.All])
        {
            foreach (var group in nation)
            {
                var sums = group.Aggregate(default(FourSums), (sum, block) => sum.Plus(block));
                _periods.Check(sums == all, all.Hits, sums.Hits, () => group.Key.Code());
            }
        }
    }

    private string Place(int row) =>
        $"{_columns.Period[row].Code()} {LocalCalendar.DateOf(_columns.PeriodStart[row]):yyyy-MM-dd} {_columns.Level[row].Code()} {_columns.Code[row]} {_columns.Dimension[row]} {_columns.Modality[row]}";

    /// <summary>The columns that sum over every dimension that divides visits, and over territories.</summary>
    private readonly record struct FourSums(long Visits, long Hits, long PageViews, long DurationMs)
    {
        public FourSums Plus(IndicatorColumns columns, int row) =>
            Plus(new FourSums(columns.Visits[row], columns.Hits[row], columns.PageViews[row], columns.DurationMs[row]));

        public FourSums Plus(FourSums other) =>
            new(Visits + other.Visits, Hits + other.Hits, PageViews + other.PageViews, DurationMs + other.DurationMs);
    }
}
