using System.Globalization;
using System.Text;
using Dnma.Engine.Access;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine.Browser.Tests.Pages;

/// <summary>Measurements by the engine, and their pages.</summary>
internal static class Measured
{
    /// <summary>The fixture week.</summary>
    public static Lazy<Task<Measurement>> Week { get; } = new(() => Fixture("demo-week", new MeasurementDefinition()));

    /// <summary>The fixture week with its hours.</summary>
    public static Lazy<Task<Measurement>> Hours { get; } = new(() => Fixture("demo-week", new MeasurementDefinition { CustomDimensions = [Dimension.LocalHour.Code] }));

    /// <summary>The fixture week with its hours, and rows withheld.</summary>
    public static Lazy<Task<Measurement>> WithheldHours { get; } = new(() => Fixture("demo-week", new MeasurementDefinition { CustomDimensions = [Dimension.LocalHour.Code], DisclosureThreshold = 5 }));

    /// <summary>The fixture day.</summary>
    public static Lazy<Task<Measurement>> Day { get; } = new(() => Fixture("demo-day", new MeasurementDefinition()));

    /// <summary>The fixture day with rows withheld.</summary>
    public static Lazy<Task<Measurement>> Withheld { get; } = new(() => Fixture("demo-day", new MeasurementDefinition { DisclosureThreshold = 5 }));

    /// <summary>A header and no hit.</summary>
    public static Lazy<Task<Measurement>> Nothing { get; } = new(() => Of("instant,visitor\n", new MeasurementDefinition()));

    /// <summary>Ten months of four schools, of which one ends at Christmas and one begins after it.</summary>
    public static Lazy<Task<Measurement>> SchoolYear { get; } = new(() => Of(YearLog(), new MeasurementDefinition()));

    public static byte[] PageOf(Measurement measurement)
    {
        using var stream = new MemoryStream();
        measurement.WriteDashboard(stream);
        return stream.ToArray();
    }

    public static byte[] PageOf(IndicatorTable table, DashboardContext context)
    {
        using var stream = new MemoryStream();
        DashboardWriter.Write(stream, DashboardData.From(table, context));
        return stream.ToArray();
    }

    /// <summary>What somebody sees of the fixture week who may see one territory and all inside it.</summary>
    public static async Task<Measurement> Extract(TerritoryLevel level, string code, bool withHours = false) =>
        (await (withHours ? Hours : Week).Value).For(AccessGrants.Of([new AccessGrant("p", level, code, TerritoryLevel.Establishment)]), "p", new DateOnly(2022, 10, 1));

    public static async Task<Measurement> Of(string csv, MeasurementDefinition definition)
    {
        await using var engine = AudienceEngine.Create();
        return await engine.MeasureAsync(HitLog.Stream("hits.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv))), definition);
    }

    private static async Task<Measurement> Fixture(string name, MeasurementDefinition definition)
    {
        var folder = Path.Combine(Root, "data/fixtures/measure", name);
        await using var engine = AudienceEngine.Create();
        return await engine.MeasureAsync(HitLog.Files(Path.Combine(folder, "hits.log.gz")), definition with { Annuaire = await Annuaire.ReadAsync(Path.Combine(folder, "annuaire.csv")) });
    }

    private static string YearLog()
    {
        (string Uai, DateOnly From, DateOnly To)[] schools =
        [
            ("0450001A", new(2022, 9, 1), new(2023, 7, 1)), ("0370002B", new(2022, 9, 1), new(2022, 12, 17)), ("0670003C", new(2023, 1, 3), new(2023, 7, 1)), ("9740004D", new(2022, 9, 1), new(2023, 7, 1)),
        ];
        var csv = new StringBuilder("instant,visitor,uai,profile,service,device\n");
        for (var day = new DateOnly(2022, 9, 1); day < new DateOnly(2023, 7, 1); day = day.AddDays(1))
        {
            for (var school = 0; school < schools.Length; school++)
            {
                var visitors = day < schools[school].From || day >= schools[school].To ? 0 : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 3 + ((day.Month + school) % 4);
                for (var visitor = 0; visitor < visitors; visitor++)
                {
                    csv.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T1{visitor}:00:00+01:00,p{school}-{visitor},{schools[school].Uai},{(visitor % 2 == 0 ? "eleve" : "parent")},{(visitor % 3 == 0 ? "notes" : "absences")},{(visitor % 2 == 0 ? "smartphone" : "ordinateur")}\n");
                }
            }
        }

        return csv.ToString();
    }

    /// <summary>The repository, from the folder that the tests run in upwards.</summary>
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    private static string RootAbove(string folder) =>
        File.Exists(Path.Combine(folder, "Dnma.Engine.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests are not in the repository"));
}
