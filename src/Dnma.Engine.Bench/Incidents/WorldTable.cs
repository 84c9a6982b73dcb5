using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>A world as a table of indicators: weeks of the nation, académies, platforms and schools, by total, profile and service.</summary>
internal static class WorldTable
{
    private const int MillisecondsOfVisit = 300_000;

    // In the order of their codes, as the table's.
    private static readonly string[] Profiles = ["admin_vie_scol_tech", "autre", "eleve", "enseignant", "parent"];

    public static IndicatorTable Of(WeeklyWorld world)
    {
        var columns = new GrowingColumns();
        for (var week = 0; week < world.Options.Weeks; week++)
        {
            var start = LocalCalendar.DayOf(world.Options.FirstMonday) + (7 * week);
            foreach (var level in new[] { TerritoryLevel.Academy, TerritoryLevel.Establishment, TerritoryLevel.National, TerritoryLevel.Platform })
            {
                foreach (var (code, sums) in Territories(world, level, week))
                {
                    Add(columns, start, level, code, sums);
                }
            }
        }

        return new IndicatorTable(columns.ToColumns());
    }

    private static SortedDictionary<string, Sums> Territories(WeeklyWorld world, TerritoryLevel level, int week)
    {
        var territories = new SortedDictionary<string, Sums>(StringComparer.Ordinal);
        for (var school = 0; school < world.Schools.Length; school++)
        {
            var cell = world.Cell(school, week);
            if (world.Visits[cell] == 0)
            {
                continue;
            }

            var code = level switch
            {
                TerritoryLevel.Academy => world.Schools[school].Academy.Code,
                TerritoryLevel.Establishment => world.Uai[cell],
                TerritoryLevel.Platform => PlatformOf(world.Schools[school]),
                _ => IndicatorCodes.National,
            };
            (territories.TryGetValue(code, out var sums) ? sums : territories[code] = new Sums()).Add(world, cell);
        }

        return territories;
    }

    public static string PlatformOf(FedSchool school) => $"platform-{(char)('a' + school.Platform)}";

    private static void Add(GrowingColumns columns, int start, TerritoryLevel level, string code, Sums sums)
    {
        foreach (var (profile, visits) in Profiles.Zip(sums.OfProfiles()))
        {
            Row(Dimension.Profile, profile, visits, sums.Visits == 0 ? 0 : sums.Hits * visits / sums.Visits);
        }

        for (var service = 0; service < WeeklyWorld.Services.Length; service++)
        {
            Row(Dimension.Service, WeeklyWorld.Services[service].Code, sums.Used[service], WeeklyWorld.Services[service].Code == "page_ent" ? sums.Hits / 5 : sums.Used[service]);
        }

        Row(Dimension.Total, IndicatorCodes.Total, sums.Visits, sums.Hits);

        void Row(Dimension dimension, string modality, long visits, long hits)
        {
            if (visits > 0)
            {
                columns.Add(start, level, code, dimension, modality, visits, hits, visits * MillisecondsOfVisit);
            }
        }
    }

    private sealed class Sums
    {
        public long Visits { get; private set; }

        public long Hits { get; private set; }

        public long[] Used { get; } = new long[WeeklyWorld.Services.Length];

        private long Pupils { get; set; }

        private long Others { get; set; }

        public void Add(WeeklyWorld world, int cell)
        {
            var others = Math.Min(world.Others[cell], world.Visits[cell]);
            Visits += world.Visits[cell];
            Hits += world.Hits[cell];
            Others += others;
            Pupils += Math.Min(world.Pupils[cell], world.Visits[cell] - others);
            for (var service = 0; service < Used.Length; service++)
            {
                Used[service] += world.Used[(cell * Used.Length) + service];
            }
        }

        /// <summary>In the order of <see cref="Profiles"/>; what is neither pupils nor others is shared as in the field.</summary>
        public long[] OfProfiles()
        {
            var rest = Visits - Pupils - Others;
            var (staff, teachers) = (rest / 20, rest * 3 / 10);
            return [staff, Others, Pupils, teachers, rest - staff - teachers];
        }
    }
}
