using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;

namespace Dnma.Engine.Browser.Tests.Pages;

/// <summary>A page on which every text from outside wants to be something else.</summary>
internal static class HostilePage
{
    public static string[] Texts { get; } =
    [
        "</script><script>window.taken = 1</script>", "<img src=x onerror=\"window.taken = 2\">", "\" onfocus=\"window.taken = 3\" autofocus x=\"", "'; window.taken = 4; '", "${window.taken = 5}",
        "javascript:window.taken = 6", "\u202E0001\u2066", "مدرسة", "👩‍🏫 école 🎓", "&lt;b&gt;", "a&territoire=b#c=d", "%E0%A4%A", new string('w', 300), "__proto__", "constructor", "\u0000\u001b[31m",
    ];

    public static byte[] Bytes { get; } = Measured.PageOf(Table(), Context());

    private static IndicatorTable Table()
    {
        DateOnly monday = new(2022, 9, 5);
        var rows = new RowsToTable().Add(PeriodKind.All, monday, TerritoryLevel.National, "FR", Dimension.Total, "total", 700, 70);
        for (var at = 0; at < Texts.Length; at++)
        {
            foreach (var dimension in new[] { Dimension.Service, Dimension.Tool, Dimension.Os, Dimension.Profile, Dimension.Custom(Texts[0]) })
            {
                rows.Add(PeriodKind.All, monday, TerritoryLevel.National, "FR", dimension, Texts[at], 10 + at, 5);
            }

            foreach (var level in new[] { TerritoryLevel.Platform, TerritoryLevel.Project, TerritoryLevel.Establishment })
            {
                rows.Add(PeriodKind.All, monday, level, Texts[at], Dimension.Total, "total", 10 + at, 5);
            }
        }

        return rows.Table();
    }

    private static DashboardContext Context()
    {
        var all = string.Join(" ", Texts);
        return DemoMeasurement.Context with
        {
            Title = all,
            Perimeter = all,
            Norm = Texts[0],
            TimeZone = Texts[1],
            Days = (new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 12)),
            Warnings = Texts,
            Ledger = [.. Texts.Select(text => new DashboardLedgerLine(text, 1))],
            Laws = [.. Texts.Select(text => new DashboardLawLine(text, 1, 2, false))],
            Inputs = [.. Texts.Select(text => new DashboardInputLine(text, 1, text))],
            Definition = [.. Texts.Select(text => new KeyValuePair<string, string>(text, text))],
            NameOf = (level, code) => level == TerritoryLevel.Establishment ? code : null,
        };
    }
}
