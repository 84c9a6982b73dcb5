using System.Globalization;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Browser.Tests.Pages;

/// <summary>A national week of 30 000 establishments, by total, profile, level of school and device: the rows that the engine would publish of them.</summary>
internal static class NationalWeek
{
    public const int Establishments = 30_000;

    private static readonly DateOnly Monday = new(2022, 9, 5);
    private static readonly (string Code, int Weight)[] Profiles = [("eleve", 52), ("parent", 30), ("enseignant", 15), ("admin_vie_scol_tech", 3)];
    private static readonly (string Code, int Weight)[] Devices = [("ordinateur", 45), ("smartphone", 48), ("tablette", 6), ("autreappareil", 1)];

    public static Lazy<IndicatorTable> Table { get; } = new(Rows);

    public static Lazy<byte[]> Page { get; } = new(() => Measured.PageOf(Table.Value, DemoMeasurement.Context with
    {
        Days = (Monday, Monday.AddDays(7)),
        NameOf = (level, code) => level switch
        {
            TerritoryLevel.Establishment => $"Collège {code[3..7]}",
            TerritoryLevel.Academy => Territories.FindAcademy(code)?.Name,
            TerritoryLevel.Department => Territories.FindDepartment(code)?.Name,
            _ => null,
        },
    }));

    public static string Uai(int number)
    {
        var departments = Territories.Departments.Where(department => department.Code.Length == 2 && char.IsAsciiDigit(department.Code[1])).ToArray();
        var digits = string.Create(CultureInfo.InvariantCulture, $"0{departments[number % departments.Length].Code}{number / departments.Length:0000}");
        return digits + "ABCDEFGHJKLMNPRSTUVWXYZ"[int.Parse(digits, CultureInfo.InvariantCulture) % 23];
    }

    public static long VisitsOf(int number) => 40 + (number * 7_919L % 4_001);

    private static IndicatorTable Rows()
    {
        var rows = new RowsToTable();
        var sums = new Dictionary<(TerritoryLevel, string), long>();
        for (var number = 0; number < Establishments; number++)
        {
            var (uai, visits) = (Uai(number), VisitsOf(number));
            var place = Annuaire.Empty.Describe(uai);
            foreach (var territory in new[] { (TerritoryLevel.National, "FR"), (TerritoryLevel.Academy, place.AcademyCode), (TerritoryLevel.Department, place.DepartmentCode) })
            {
                sums[territory] = sums.GetValueOrDefault(territory) + visits;
            }

            Territory(rows, TerritoryLevel.Establishment, uai, visits, number);
        }

        foreach (var ((level, code), visits) in sums)
        {
            Territory(rows, level, code, visits, code.Length);
            for (var day = 0; day < 7; day++)
            {
                Row(rows, PeriodKind.Day, Monday.AddDays(day), level, code, Dimension.Total, "total", visits / 7, day);
            }
        }

        return rows.Table();
    }

    private static void Territory(RowsToTable rows, TerritoryLevel level, string code, long visits, int salt)
    {
        foreach (var (kind, start) in new[] { (PeriodKind.All, Monday), (PeriodKind.Week, Monday), (PeriodKind.Month, new DateOnly(2022, 9, 1)), (PeriodKind.SchoolYear, new DateOnly(2022, 8, 1)) })
        {
            Row(rows, kind, start, level, code, Dimension.Total, "total", visits, salt);
            Row(rows, kind, start, level, code, Dimension.SchoolLevel, "2d", visits, salt);
            foreach (var (dimension, parts) in new[] { (Dimension.Profile, Profiles), (Dimension.Device, Devices) })
            {
                var left = visits;
                foreach (var (modality, weight) in parts[1..])
                {
                    var part = visits * weight / 100;
                    left -= part;
                    Row(rows, kind, start, level, code, dimension, modality, part, salt);
                }

                Row(rows, kind, start, level, code, dimension, parts[0].Code, left, salt);
            }
        }
    }

    private static void Row(RowsToTable rows, PeriodKind period, DateOnly start, TerritoryLevel level, string code, Dimension dimension, string modality, long visits, int salt)
    {
        if (visits > 0)
        {
            var pages = visits * (3 + (salt % 4)) + (salt * 31 % 17);
            rows.Add(period, start, level, code, dimension, modality, visits, 1 + (visits / (2 + (salt % 3))), pages, pages, visits * (240_000 + (salt * 7_907L % 90_001)), visits * 8 / 10, visits / 5, visits / 7);
        }
    }
}
