using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>Columns of weekly rows that are added in the table's order.</summary>
internal sealed class GrowingColumns
{
    private readonly List<int> _start = [];
    private readonly List<TerritoryLevel> _level = [];
    private readonly List<string> _code = [];
    private readonly List<Dimension> _dimension = [];
    private readonly List<string> _modality = [];
    private readonly List<long> _visits = [];
    private readonly List<long> _hits = [];
    private readonly List<long> _duration = [];

    public void Add(int start, TerritoryLevel level, string code, Dimension dimension, string modality, long visits, long hits, long durationMs)
    {
        _start.Add(start);
        _level.Add(level);
        _code.Add(code);
        _dimension.Add(dimension);
        _modality.Add(modality);
        _visits.Add(visits);
        _hits.Add(hits);
        _duration.Add(durationMs);
    }

    public IndicatorColumns ToColumns()
    {
        var periods = new PeriodKind[_start.Count];
        Array.Fill(periods, PeriodKind.Week);
        long[] visits = [.. _visits];
        return new IndicatorColumns
        {
            Period = periods,
            PeriodStart = [.. _start],
            Level = [.. _level],
            Code = [.. _code],
            Dimension = [.. _dimension],
            Modality = [.. _modality],
            Visits = visits,
            Users = Array.ConvertAll(visits, count => (count + 3) / 4),
            PageViews = [.. _hits],
            Hits = [.. _hits],
            DurationMs = [.. _duration],
            TimedVisits = visits,
            Bounces = new long[visits.Length],
            FlashVisits = new long[visits.Length],
        };
    }
}
