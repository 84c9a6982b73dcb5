using System.Diagnostics;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Peers;

/// <summary>
/// What one writes first in C#: GroupBy, OrderBy, lists, one thread. Hits are copied to a list of records before, which is not timed.
/// Instants and ties are those of <see cref="Moments"/>, as the other peers have them.
/// </summary>
internal sealed class LinqPeer
{
    private const int DayMs = 86_400_000;
    private readonly List<Hit> _hits = [];
    private readonly CellNames _names;
    private readonly int _firstDay;

    public LinqPeer(EncodedHits input)
    {
        var dictionaries = input.Dictionaries;
        var moments = new Moments(input);
        _names = new CellNames(dictionaries);
        _firstDay = moments.FirstDay;
        foreach (var block in input.Blocks)
        {
            foreach (ref readonly var hit in block.Span)
            {
                _hits.Add(new Hit(
                    hit.Visitor,
                    moments.Of(hit),
                    moments.InstantOf(hit),
                    dictionaries.Places[hit.Place].Establishment,
                    hit.Profile,
                    hit.Traits.Device,
                    hit.Traits.Os,
                    hit.Traits.Browser,
                    dictionaries.Usages[dictionaries.UsageOf(hit.Use)].Service));
            }
        }
    }

    /// <summary>The nation's visits, users and time.</summary>
    public (long Visits, long Users, long DurationMs, TimeSpan Time) NationalTotal()
    {
        var watch = Stopwatch.StartNew();
        var visits = VisitsOf().ToList();
        return (visits.Count, visits.Select(visit => visit.Visitor).Distinct().Count(), visits.Sum(visit => visit.DurationMs), watch.Elapsed);
    }

    /// <summary>The cells of the four tables, and how long it took to have them.</summary>
    public (FigureRow[] Rows, TimeSpan Time) FourTables()
    {
        var watch = Stopwatch.StartNew();
        var visits = VisitsOf().Where(visit => visit.Establishment != 0).ToList();
        var rows = visits.SelectMany(CellsOf).Concat(visits.SelectMany(ServicesOf))
            .GroupBy(cell => cell.Key)
            .Select(group => _names.Row(
                group.Key.Week,
                group.Key.Establishment,
                group.Key.Dimension,
                group.Key.First,
                group.Key.Second,
                group.Count(),
                group.Select(cell => cell.Visitor).Distinct().Count(),
                group.Sum(cell => cell.DurationMs)))
            .ToArray();
        return (rows, watch.Elapsed);
    }

    private IEnumerable<VisitRecord> VisitsOf() => _hits.GroupBy(hit => hit.Visitor).SelectMany(visitor => Cut([.. visitor.OrderBy(hit => hit.Moment)]));

    private static IEnumerable<VisitRecord> Cut(List<Hit> hits)
    {
        var first = 0;
        for (var i = 1; i <= hits.Count; i++)
        {
            if (i == hits.Count || hits[i].InstantMs - hits[i - 1].InstantMs >= 1_800_000 || hits[i].InstantMs / DayMs != hits[i - 1].InstantMs / DayMs)
            {
                yield return new VisitRecord(hits.GetRange(first, i - first));
                first = i;
            }
        }
    }

    private IEnumerable<Cell> CellsOf(VisitRecord visit)
    {
        var (profile, device) = ((int)visit.Profile, (int)visit.Device);
        yield return CellOf(visit, "total", 0, 0, visit.DurationMs);
        yield return CellOf(visit, "profile", profile, 0, visit.DurationMs);
        yield return CellOf(visit, "device", device, 0, visit.DurationMs);
        yield return CellOf(visit, "os", (int)visit.Os, 0, visit.DurationMs);
        yield return CellOf(visit, "browser", (int)visit.Browser, 0, visit.DurationMs);
        yield return CellOf(visit, "profile-device", profile, device, visit.DurationMs);
    }

    private IEnumerable<Cell> ServicesOf(VisitRecord visit) =>
        visit.Hits.Select((hit, i) => (hit.Service, Stay: i + 1 < visit.Hits.Count ? visit.Hits[i + 1].InstantMs - hit.InstantMs : 0))
            .GroupBy(step => step.Service)
            .Select(service => CellOf(visit, "service", service.Key, 0, service.Sum(step => (long)step.Stay)));

    private Cell CellOf(VisitRecord visit, string dimension, int first, int second, long durationMs)
    {
        var day = _firstDay + (int)(visit.Hits[0].InstantMs / DayMs);
        return new Cell(new CellKey(((day + 3) / 7 * 7) - 3, visit.Establishment, dimension, first, second), visit.Visitor, durationMs);
    }

    private sealed record Hit(
        uint Visitor, ulong Moment, uint InstantMs, int Establishment, Profile Profile, DeviceClass Device, OperatingSystemFamily Os, BrowserFamily Browser, int Service);

    private readonly record struct CellKey(int Week, int Establishment, string Dimension, int First, int Second);

    private readonly record struct Cell(CellKey Key, uint Visitor, long DurationMs);

    private sealed record VisitRecord(List<Hit> Hits)
    {
        public uint Visitor => Hits[0].Visitor;

        public long DurationMs => Hits[^1].InstantMs - Hits[0].InstantMs;

        public int Establishment { get; } = Hits.Select(hit => hit.Establishment).FirstOrDefault(code => code != 0);

        public Profile Profile { get; } = Hits.Select(hit => hit.Profile).FirstOrDefault(profile => profile != 0);

        public DeviceClass Device { get; } = Hits.Select(hit => hit.Device).FirstOrDefault(device => device != 0);

        public OperatingSystemFamily Os { get; } = Hits.Select(hit => hit.Os).FirstOrDefault(os => os != 0);

        public BrowserFamily Browser { get; } = Hits.Select(hit => hit.Browser).FirstOrDefault(browser => browser != 0);
    }
}
