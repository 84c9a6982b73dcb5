using System.Text;
using System.Text.Json;
using Dnma.Engine.Analysis;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>The order of findings, and what they look like in files.</summary>
public class FindingTableTest
{
    private static readonly DateOnly Monday = new(2025, 9, 1);

    // In the order in which they must stand.
    private static readonly Finding[] Ordered =
    [
        new(SeriesControls.FeedSilent, TerritoryLevel.National, "FR", PeriodKind.Week, Monday, "service:notes", 0, 197_500_000.4, 1e-12),
        new(TotalControls.PartsNotTotal, TerritoryLevel.National, "FR", PeriodKind.All, Monday, "visits:profile", 648_563_478, 649_492_449),
        new(UaiControls.LetterWrong, TerritoryLevel.Establishment, "0410892Y", PeriodKind.All, Monday, "visits", 12, null),
        new(SeriesControls.SchoolSilent, TerritoryLevel.Establishment, "0010024W", PeriodKind.Week, Monday, "service:notes", 0, 12.3456789, 0.00123456789),
        new(SeriesControls.SchoolSilent, TerritoryLevel.Establishment, "0010024W", PeriodKind.Week, Monday, "visits", 0, 3, 0.001),
        new(SeriesControls.SchoolSilent, TerritoryLevel.Establishment, "0220158C", PeriodKind.Week, null, "visits", 0, 3, 0.001),
        new(ShareControls.PageEntShare, TerritoryLevel.Platform, "une \"plateforme\", dit-on", PeriodKind.Week, Monday, "page_ent", 0.9, 0.7),
    ];

    [Fact]
    public void The_severest_come_first_whatever_the_order_they_were_found_in()
    {
        Assert.Equal(Ordered, FindingTable.Of([], Ordered.Reverse()));
        Assert.Equal(Ordered, FindingTable.Of([], Ordered[3..]).And(FindingTable.Of([], Ordered[..5])));
        Assert.Equal((2, 4, 1), (Count(ControlSeverity.Alarm), Count(ControlSeverity.Warning), Count(ControlSeverity.Notice)));

        static int Count(ControlSeverity severity) => FindingTable.Of([], Ordered).CountOf(severity);
    }

    [Fact]
    public void Every_control_is_in_the_catalogue_once_and_says_what_to_do_in_both_languages()
    {
        Assert.Equal(ControlCatalogue.All.Count, ControlCatalogue.All.Select(control => control.Id).Distinct().Count());
        Assert.All(ControlCatalogue.All, control =>
        {
            Assert.Same(control, ControlCatalogue.Find(control.Id));
            Assert.InRange(control.Family, 1, 14);
            Assert.Matches("^[a-z][a-z-]+$", control.Id);
            Assert.All(new[] { control.Meaning.French, control.Meaning.English, control.Remedy.French, control.Remedy.English }, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        });
        Assert.Null(ControlCatalogue.Find("nothing"));
    }

    [Fact]
    public void Lines_hold_whole_numbers_exactly_and_others_with_six_digits() => Assert.Equal(
        """
        control,family,severity,level,code,period,period_start,subject,figure,expected,chance
        feed-silent,8,alarm,national,FR,week,2025-09-01,service:notes,0,197500000,1E-12
        parts-not-total,12,alarm,national,FR,all,2025-09-01,visits:profile,648563478,649492449,
        uai-letter-wrong,1,warning,establishment,0410892Y,all,2025-09-01,visits,12,,
        school-silent,8,warning,establishment,0010024W,week,2025-09-01,service:notes,0,12.3457,0.00123457
        school-silent,8,warning,establishment,0010024W,week,2025-09-01,visits,0,3,0.001
        school-silent,8,warning,establishment,0220158C,week,,visits,0,3,0.001
        page-ent-share,7,notice,platform,"une ""plateforme"", dit-on",week,2025-09-01,page_ent,0.9,0.7,

        """.ReplaceLineEndings("\n"),
        Written(stream => ControlCsv.Write(stream, FindingTable.Of([], Ordered))));

    [Fact]
    public void Json_says_which_controls_were_asked_and_what_each_found()
    {
        using var json = JsonDocument.Parse(Written(stream => ControlJson.Write(stream, FindingTable.Of([VolumeControls.WeekHigh], Ordered))));
        Assert.Equal("dnma-engine/controls/0", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(
            ["uai-letter-wrong 1", "page-ent-share 1", "feed-silent 1", "school-silent 3", "week-high 0", "parts-not-total 1"],
            json.RootElement.GetProperty("controls").EnumerateArray().Select(control => $"{control.GetProperty("id")} {control.GetProperty("findings")}"));
        Assert.Equal(UaiControls.LetterWrong.Remedy.French, json.RootElement.GetProperty("controls")[0].GetProperty("remedy").GetProperty("fr").GetString());
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToArray();
        Assert.Equal(Ordered.Length, findings.Length);
        Assert.Equal((12.3457, 0.00123457), (findings[3].GetProperty("expected").GetDouble(), findings[3].GetProperty("chance").GetDouble()));
        Assert.False(findings[2].TryGetProperty("expected", out _));
        Assert.False(findings[5].TryGetProperty("period_start", out _));
    }

    [Fact]
    public void A_data_frame_has_the_columns_of_the_file()
    {
        var frame = FindingTable.Of([], Ordered).ToDataFrame();
        Assert.Equal(ControlCsv.Header.Split(','), frame.Columns.Select(column => column.Name));
        Assert.Equal(
            ["parts-not-total", 12L, "alarm", "national", "FR", "all", new DateTime(2025, 9, 1), "visits:profile", 648_563_478.0, 649_492_449.0, null],
            frame.Rows[1].ToArray());
        Assert.IsType<DoubleDataFrameColumn>(frame["figure"]);
        Assert.Null(frame["period_start"][5]);
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
