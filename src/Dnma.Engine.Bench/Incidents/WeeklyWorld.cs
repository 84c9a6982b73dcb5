using System.Globalization;
using System.Text;
using Dnma.Engine.Bench.Generation;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>
/// Weekly figures of schools, before and after incidents: sizes as they are in the field, counts that vary more than chance, holidays by zone, a back-to-school
/// peak, schools that join and grow, and weeks in which an académie stays at home. Not thread safe.
/// </summary>
internal sealed class WeeklyWorld
{
    /// <summary>The services, in the order of their codes, and the share of visits that use them.</summary>
    public static readonly (string Code, double Share)[] Services =
    [
        ("absences", 0.06), ("accueil", 0.10), ("actualites", 0.08), ("cahier_textes", 0.30), ("courrier_electronique", 0.36), ("notes", 0.11),
        ("page_ent", 0.55), ("production_collaborative", 0.05), ("ressource_documentaire", 0.03), ("services_vie_scolaire", 0.34), ("stockage_partage", 0.03),
        ("visioconference", 0.02),
    ];

    public const int Platforms = 12;

    private WeeklyWorld(IncidentOptions options, FedSchool[] schools)
    {
        Options = options;
        Schools = schools;
        var cells = schools.Length * options.Weeks;
        (Visits, Hits, Pupils, Others) = (new int[cells], new int[cells], new int[cells], new int[cells]);
        Used = new int[cells * Services.Length];
        Uai = new string[cells];
    }

    public IncidentOptions Options { get; }

    public FedSchool[] Schools { get; }

    /// <summary>By school and week, as the arrays below.</summary>
    public int[] Visits { get; private init; }

    public int[] Hits { get; private init; }

    /// <summary>Visits of pupils.</summary>
    public int[] Pupils { get; private init; }

    /// <summary>Visits of profiles autre and inconnu.</summary>
    public int[] Others { get; private init; }

    /// <summary>By school, week and service: visits that used it.</summary>
    public int[] Used { get; private init; }

    /// <summary>The UAI that visits carry.</summary>
    public string[] Uai { get; private init; }

    public int Cell(int school, int week) => (school * Options.Weeks) + week;

    public static WeeklyWorld Generate(IncidentOptions options)
    {
        var weeks = new SchoolWeeks(options.FirstMonday, options.Weeks);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var world = new WeeklyWorld(options, [.. Enumerable.Range(0, options.Schools).Select(number => SchoolOf(options, number, taken))]);
        var shocks = Shocks(options);
        for (var school = 0; school < world.Schools.Length; school++)
        {
            world.Fill(school, weeks, shocks);
        }

        return world;
    }

    /// <summary>The same figures once more, to be spoilt.</summary>
    public WeeklyWorld Copy() => new(Options, Schools)
    {
        Visits = [.. Visits],
        Hits = [.. Hits],
        Pupils = [.. Pupils],
        Others = [.. Others],
        Used = [.. Used],
        Uai = [.. Uai],
    };

    /// <summary>A school with digits of its own: two schools under one UAI would be an incident that nobody planted.</summary>
    private static FedSchool SchoolOf(IncidentOptions options, int number, HashSet<string> taken)
    {
        var dice = new Dice(options.Seed, 1, (ulong)number);
        var academies = Academy.All;
        var academy = academies[Math.Min(dice.Below(academies.Count), dice.Below(academies.Count + 10) % academies.Count)];
        var department = academy.Departments[dice.Below(academy.Departments.Length)];
        var prefix = department switch { "2A" => "620", "2B" => "720", { Length: 2 } => "0" + department, _ => department };
        var order = number % 10_000;
        while (!taken.Add(DigitsOf(prefix, order)))
        {
            order = (order + 1) % 10_000;
        }

        var digits = DigitsOf(prefix, order);
        var uai = digits + (char)References.Uai.ExpectedLetter(Encoding.ASCII.GetBytes(digits));
        var kind = dice.Unit() switch { < 0.55 => SchoolKind.Ecole, < 0.85 => SchoolKind.College, _ => SchoolKind.Lycee };
        var (median, spread) = kind switch { SchoolKind.Ecole => (130.0, 0.7), SchoolKind.College => (1_200.0, 0.5), _ => (2_500.0, 0.5) };
        var platform = dice.Unit() < 0.7 ? int.Parse(academy.Code, CultureInfo.InvariantCulture) % Platforms : dice.Below(Platforms);
        var joins = dice.Unit() < 0.07 ? 3 + dice.Below(Math.Max(1, options.Weeks - 12)) : 0;
        return new FedSchool(
            uai, academy, kind, platform, median * Math.Exp(spread * dice.Normal()), dice.Between(0.05, 0.13), dice.Between(4, 9), dice.Between(0.3, 0.5),
            joins, joins > 0 && dice.Unit() < 0.8 ? 4 + dice.Below(9) : 0)
        {
            Uses = [.. Services.Select(service => Math.Min(0.95, service.Share * Math.Exp(0.3 * dice.Normal())))],
        };
    }

    private static string DigitsOf(string prefix, int order) => prefix + order.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>What befalls all schools of an académie in a week: some weather, and now and then a strike.</summary>
    private static Dictionary<string, double[]> Shocks(IncidentOptions options)
    {
        var shocks = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var (academy, number) in Academy.All.Select((academy, number) => (academy, number)))
        {
            var dice = new Dice(options.Seed, 2, (ulong)number);
            var ofWeeks = new double[options.Weeks];
            for (var week = 0; week < ofWeeks.Length; week++)
            {
                ofWeeks[week] = Math.Exp(0.02 * dice.Normal()) * (dice.Unit() < 0.005 ? dice.Between(0.84, 0.92) : 1);
            }

            shocks.Add(academy.Code, ofWeeks);
        }

        return shocks;
    }

    private void Fill(int number, SchoolWeeks weeks, Dictionary<string, double[]> shocks)
    {
        var (school, dice, carried) = (Schools[number], new Dice(Options.Seed, 3, (ulong)number), 0.0);
        for (var week = 0; week < Options.Weeks; week++)
        {
            // A good week is followed by a good one more often than not, and one in fifty is out of the ordinary.
            carried = (0.3 * carried) + (Math.Sqrt(1 - 0.09) * dice.Normal());
            var noise = school.Noise * (carried + (dice.Unit() < 0.02 ? 1.5 * dice.Normal() : 0));
            var mean = school.Weekly * weeks[school.Academy.Zone, school.Kind, week] * shocks[school.Academy.Code][week] * Math.Exp(noise) * Growth(school, week);
            var (cell, visits) = (Cell(number, week), dice.Poisson(mean));
            Uai[cell] = school.Uai;
            Visits[cell] = visits;
            Hits[cell] = visits == 0 ? 0 : Math.Max(visits, (int)(visits * school.HitsPerVisit * Math.Exp((0.04 * dice.Normal()) + (0.8 * dice.Normal() / Math.Sqrt(visits)))));
            Others[cell] = Math.Min(visits, dice.Poisson(visits * 0.006));
            Pupils[cell] = Math.Min(visits - Others[cell], dice.Poisson(visits * school.PupilShare));
            for (var service = 0; service < Services.Length; service++)
            {
                Used[(cell * Services.Length) + service] = Math.Min(visits, dice.Poisson(visits * school.Uses[service] * Math.Exp(0.05 * dice.Normal())));
            }
        }
    }

    private static double Growth(FedSchool school, int week) =>
        week < school.Joins ? 0
        : school.RampWeeks == 0 ? 1
        : 1 / (1 + Math.Exp(-6 * ((week - school.Joins + 0.5) / school.RampWeeks - 0.5)));
}
