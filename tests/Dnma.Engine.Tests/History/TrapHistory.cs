using Dnma.Engine.History;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Analysis;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.History.PublishedText;

namespace Dnma.Engine.Tests.History;

/// <summary>Two whole school years of twelve schools of three académies, profiles and services, in which nothing is wrong; then one trap of domain §2 is laid.</summary>
internal static class TrapHistory
{
    private static readonly string[] Departments = ["069", "035", "067"];
    private static readonly DateOnly First = new(2023, 8, 7);
    private static readonly DateOnly Second = new(2024, 8, 5);
    private static readonly DateOnly Last = new(2025, 7, 28);

    public static async Task<PublishedHistory> ReadAsync(string trap)
    {
        using var folder = new HistoryFolder();
        var (profiles, services) = (new PublishedText(OpenDataSet.Profiles), new PublishedText(OpenDataSet.Services));
        for (var week = First; week <= Last; week = week.AddDays(7))
        {
            if (IsLeftOut(trap, week))
            {
                continue;
            }

            foreach (var (department, number) in Departments.SelectMany(department => Enumerable.Range(1, 4).Select(number => (department, number))).OrderBy(school => school.department, StringComparer.Ordinal))
            {
                AddRow(trap, week, department, number, profiles, services);
            }
        }

        var text = profiles.ToString();
        text = trap switch
        {
            "unknown column" => Each(text, (line, isHeader) => line + (isHeader ? ";remarque" : ";x")),
            "subset of modalities" => Each(text, (line, _) => line[..line.LastIndexOf(';', line.LastIndexOf(';', line.LastIndexOf(';') - 1) - 1)]),
            "unreadable" => text + "2025-07-28;0690009Z;panne\n",
            _ => text,
        };
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        folder.Add(trap == "truncated" ? HistoryFolder.Gzip(bytes)[..^40] : bytes);
        return await folder.Add(services).ReadAsync();
    }

    private static bool IsLeftOut(string trap, DateOnly week) => trap switch
    {
        "unfinished" => week >= new DateOnly(2025, 4, 7),
        "calendar year" => week < new DateOnly(2024, 1, 1) || week > new DateOnly(2024, 12, 29),
        _ => false,
    };

    private static void AddRow(string trap, DateOnly week, string department, int number, PublishedText profiles, PublishedText services)
    {
        var uai = WeeklyTable.Uai(number, department);
        if (trap == "perimeter" && number == 1 && week < Second)
        {
            return;
        }

        var start = LocalCalendar.DayOf(week);
        var days = SchoolCalendar.BuiltIn.CountSchoolDays(new DayRange(start, start + 7), SchoolZone.B);
        var visits = (10L * number * (8 + (8 * days))) / (trap == "académie" && department == "067" && week >= Second ? 50 : 1);
        var (pupils, parents, teachers) = (visits / 2, visits / 4, visits - (visits / 2) - (visits / 4));
        var isOdd = number == 2 && department == "035" && week == new DateOnly(2025, 3, 3);
        var shown = trap switch
        {
            "not a Monday" when isOdd => week.AddDays(-1),
            "future" when isOdd => new DateOnly(2030, 3, 4),
            _ => week,
        };
        uai = trap switch { "wrong letter" when isOdd => uai[..7] + (uai[7] == 'A' ? 'B' : 'A'), "no UAI" when isOdd => "RENNES", _ => uai };
        var mean = trap == "totals as means" && isOdd ? "310:00:00" : "00:10:00";
        var users = trap switch { "more users than visits" when isOdd => visits + 1, "added users" when isOdd => visits, _ => (visits + 2) / 3 };
        (string, string)[] cells =
        [
            Part("globales", visits, users, mean), trap == "withheld" && isOdd ? ("eleve", "N/A;N/A;N/A") : Part("eleve", pupils), Part("parent", parents),
            Part("enseignant", teachers - (trap == "parts" && isOdd ? 5 : 0)),
        ];
        profiles.Row(shown, uai, cells);
        if (trap is "twice" or "contradicted" && isOdd)
        {
            profiles.Row(shown, uai, trap == "twice" ? cells : [Part("globales", 1)]);
        }

        if (trap == "order" && isOdd)
        {
            profiles.Row(week.AddDays(-7), WeeklyTable.Uai(99, department));
        }

        services.Row(shown, uai, Part("courrier_electronique", visits / 2), Part("notes", trap == "dead column" && week >= new DateOnly(2025, 1, 6) ? number / 4 : visits / 3), Part("accueil", visits / 3));
    }

    private static string Each(string text, Func<string, bool, string> change) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select((line, index) => change(line, index == 0) + "\n"));
}
