using System.Globalization;

namespace Dnma.Engine.Bench.Generation;

/// <summary>
/// The schools and people behind a log: the schools are listed, the people are functions of the seed and so cost nothing. Immutable.
/// </summary>
internal sealed class World
{
    /// <summary>How many platforms (and operators) there are; people of the last one have ids of 72–90 digits (domain §4.2).</summary>
    public const int Platforms = 4;

    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static readonly HolidayZone[] Zones = Enum.GetValues<HolidayZone>();
    private readonly int[][] _zoneSchools;
    private readonly long[][][] _cumulativePeople;
    private readonly ulong _seed;

    /// <summary>Makes the world of a log.</summary>
    public World(GenerationOptions options)
    {
        _seed = options.Seed;
        Establishments = Settle(options);
        _zoneSchools = [.. Zones.Select(zone => Enumerable.Range(0, Establishments.Length).Where(e => Establishments[e].Academy.Zone == zone).ToArray())];
        _cumulativePeople = [.. _zoneSchools.Select(schools => Enumerable.Range(0, SchoolRhythm.Profiles.Length).Select(p => Accumulate(schools, p)).ToArray())];
        TotalPeople = [.. Enumerable.Range(0, SchoolRhythm.Profiles.Length).Select(p => Establishments.Sum(e => (long)e.People[p]))];
    }

    /// <summary>The schools.</summary>
    public Establishment[] Establishments { get; }

    /// <summary>The people of each of <see cref="SchoolRhythm.Profiles"/>.</summary>
    public long[] TotalPeople { get; }

    /// <summary>The people of a profile in the schools of a zone.</summary>
    public long PeopleOf(HolidayZone zone, int profileIndex)
    {
        var cumulative = _cumulativePeople[(int)zone][profileIndex];
        return cumulative.Length == 0 ? 0 : cumulative[^1];
    }

    /// <summary>Draws a person of a profile and a zone, each as likely: the school and the person's number in it.</summary>
    public (int Establishment, int Member) DrawPerson(HolidayZone zone, int profileIndex, ref SplitMix64 random)
    {
        var cumulative = _cumulativePeople[(int)zone][profileIndex];
        var rank = (long)Math.BigMul(random.Next(), (ulong)cumulative[^1], out _);
        var index = Array.BinarySearch(cumulative, rank);
        index = index >= 0 ? index + 1 : ~index;
        return (_zoneSchools[(int)zone][index], (int)(rank - (index == 0 ? 0 : cumulative[index - 1])));
    }

    /// <summary>The id of a person. One in 64 has the same id in two neighbouring schools, as people who move or work in both have.</summary>
    public ulong PersonId(int establishment, int profileIndex, int member)
    {
        var home = member % 64 == 63 ? establishment | 1 : establishment;
        return SplitMix64.Mix(_seed, ((ulong)home * 4) + (ulong)profileIndex, (ulong)member) | 1;
    }

    /// <summary>The id of a school's own computer: many people, one browser.</summary>
    public ulong ComputerId(int establishment, int computer) => SplitMix64.Mix(_seed ^ 0x5C00_1C0DUL, (ulong)establishment, (ulong)computer) | 1;

    /// <summary>The digits' own letter (domain §6).</summary>
    public static char LetterOf(int sevenDigits) => Letters[sevenDigits % 23];

    private static Establishment[] Settle(GenerationOptions options)
    {
        var count = options.EstablishmentCount;
        var academies = Math.Clamp(Math.Min(options.Academies, count), 1, Academy.All.Count);
        var kinds = new SchoolKind[count];
        var totalWeight = 0L;
        var random = new SplitMix64(SplitMix64.Mix(options.Seed ^ 0x5E77_1E00UL));
        for (var e = 0; e < count; e++)
        {
            // Every académie has all kinds: écoles are half of the schools, and the smallest.
            kinds[e] = (e / academies % 4) switch { 0 => SchoolKind.College, 1 => SchoolKind.Ecole, 2 => SchoolKind.Lycee, _ => SchoolKind.Ecole };
            totalWeight += Weight(kinds[e]);
        }

        var schools = new Establishment[count];
        for (var e = 0; e < count; e++)
        {
            var academy = Academy.All[e % academies];
            var department = academy.Departments[e / academies % academy.Departments.Length];
            var people = (double)options.VisitorCount * Weight(kinds[e]) / totalWeight;
            var primary = kinds[e] == SchoolKind.Ecole;
            var platform = primary ? 1 : (e % academies % 4) switch { 1 => 2, 2 => 3, _ => 0 };
            var letterIsRight = !random.Chance(200);
            schools[e] = new Establishment
            {
                Uai = UaiOf(department, 100 + (e / academies), letterIsRight),
                LetterIsRight = letterIsRight,
                Kind = kinds[e],
                Department = department,
                Academy = academy,
                Project = $"ENT-{academy.Code}-{(primary ? "1D" : "2D")}",
                Platform = platform,
                Collectivity = (400_000 + (int.Parse(academy.Code, CultureInfo.InvariantCulture) * 100) + (primary ? 1 : 2)).ToString(CultureInfo.InvariantCulture),
                People = [.. SchoolRhythm.Profiles.Select(p => Math.Max(1, (int)Math.Round(people * p.People / 1000)))],
            };
        }

        return schools;
    }

    private static int Weight(SchoolKind kind) => kind switch { SchoolKind.Ecole => 2, SchoolKind.College => 6, _ => 9 };

    private static string UaiOf(string department, int serial, bool letterIsRight)
    {
        var prefix = department switch { "2A" => 620, "2B" => 720, _ => int.Parse(department, CultureInfo.InvariantCulture) };
        var digits = (prefix * 10_000) + serial;
        var letter = letterIsRight ? LetterOf(digits) : Letters[(digits + 1) % 23];
        return digits.ToString("0000000", CultureInfo.InvariantCulture) + letter;
    }

    private long[] Accumulate(int[] schools, int profileIndex)
    {
        var cumulative = new long[schools.Length];
        var sum = 0L;
        for (var i = 0; i < schools.Length; i++)
        {
            cumulative[i] = sum += Establishments[schools[i]].People[profileIndex];
        }

        return cumulative;
    }
}
