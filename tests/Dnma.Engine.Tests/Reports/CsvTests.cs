using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using FsCheck;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports;

public class CsvTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Fact]
    public void Indicators_Golden()
    {
        var table = Of(
            Row(Dimension.Total, "total", 4, 3, 10, 12, 185_000, 2, 1, 3),
            Row(Dimension.Total, "total", 0, 0, level: TerritoryLevel.National, code: "FR", period: PeriodKind.Day, start: new DateOnly(2022, 9, 1)),
            Row(Dimension.Service, "ma, page", long.MaxValue, 1, level: TerritoryLevel.Academy, code: "10", period: PeriodKind.SchoolYear, start: new DateOnly(2022, 8, 1)));
        Assert.Equal(
            """
            period,period_start,level,code,dimension,modality,visits,users,page_views,hits,duration_ms,timed_visits,bounces,flash_visits
            day,2022-09-01,national,FR,total,total,0,0,0,0,0,0,0,0
            school-year,2022-08-01,academy,10,service,"ma, page",9223372036854775807,1,0,0,0,0,0,0
            week,2022-09-05,establishment,0010024W,total,total,4,3,10,12,185000,2,1,3

            """.ReplaceLineEndings("\n"),
            Text(stream => IndicatorCsv.Write(stream, table)));
    }

    [Fact]
    public void Indicators_Of_Nothing_Are_A_Header() =>
        Assert.Equal(IndicatorCsv.Header + "\n", Text(stream => IndicatorCsv.Write(stream, Of())));

    [Fact]
    public void Filter_Keeps_The_Order_Of_What_Stays()
    {
        var table = Of(Row(Dimension.Profile, "eleve", 1), Row(Dimension.Profile, "parent", 2), Row(Dimension.Total, "total", 3));
        var lines = Text(stream => IndicatorCsv.Write(stream, table, row => row.Visits != 2)).Split('\n');
        Assert.Equal(["week,2022-09-05,establishment,0010024W,profile,eleve,1,1,0,0,0,0,0,0", "week,2022-09-05,establishment,0010024W,total,total,3,1,0,0,0,0,0,0", ""], lines[1..]);
    }

    [Theory]
    [InlineData("simple", "simple")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("\"\"", "\"\"\"\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData(" leading", " leading")] // RFC 4180: spaces are part of a field, which needs no quotes for them
    [InlineData("a;b", "a;b")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("", "")]
    [InlineData("éà\U0001F600", "éà\U0001F600")]
    public void Labels_Are_Quoted_When_They_Must_Be(string label, string expected)
    {
        var table = Events(new EventRow(PeriodKind.Day, Monday, TerritoryLevel.National, "FR", EventKind.Download, label, 7, 2));
        Assert.Equal(
            $"period,period_start,level,code,kind,label,events,users\nday,2022-09-05,national,FR,download,{expected},7,2\n",
            Text(stream => EventCsv.Write(stream, table)));
    }

    [Fact]
    public void Rates_Golden()
    {
        var table = Of(
            Row(Dimension.Total, "total", 3, 2, 10, 12, 185_000, 2, 1, 3),
            Row(Dimension.Device, "inconnu", 3, 2));
        Assert.Equal(
            """
            period,period_start,level,code,indicator,modality,numerator,denominator,value,coverage_numerator,coverage_denominator,coverage
            week,2022-09-05,establishment,0010024W,bounce_rate,total,1,3,0.333333,3,3,1.000000
            week,2022-09-05,establishment,0010024W,flash_share,total,3,3,1.000000,3,3,1.000000
            week,2022-09-05,establishment,0010024W,mobile_share,total,0,0,,0,3,0.000000
            week,2022-09-05,establishment,0010024W,pages_per_visit,total,10,3,3.333333,3,3,1.000000
            week,2022-09-05,establishment,0010024W,time_over_all_visits_ms,total,185000,3,61666.666667,3,3,1.000000
            week,2022-09-05,establishment,0010024W,time_per_visit_ms,total,185000,2,92500.000000,2,3,0.666667
            week,2022-09-05,establishment,0010024W,visits_per_user,total,3,2,1.500000,3,3,1.000000

            """.ReplaceLineEndings("\n"),
            Text(stream => RateCsv.Write(stream, RateTable.Of(table))));
    }

    [Fact]
    public void Rejects_Golden()
    {
        RejectRow[] rows = [new("logs/a.log.gz", 1, 0, "too-long", "GET \"/hit"), new("b,c.csv", long.MaxValue, 12, "bad-instant", "x")];
        Assert.Equal(
            "file,line,byte_offset,reason,sample\nlogs/a.log.gz,1,0,too-long,\"GET \"\"/hit\"\n"
            + "\"b,c.csv\",9223372036854775807,12,bad-instant,x\n",
            Text(stream => RejectCsv.Write(stream, rows)));
    }

    [Fact]
    public void There_Is_No_Byte_Order_Mark()
    {
        using var stream = new MemoryStream();
        RejectCsv.Write(stream, []);
        Assert.Equal((byte)'f', stream.ToArray()[0]);
        Assert.True(stream.CanWrite); // the writer does not close what it did not open
    }

    [Fact]
    public void Rows_Are_In_The_Order_Of_Utf8_Bytes()
    {
        // As UTF-16, U+1F600 (D83D DE00) comes before U+FF5E; as UTF-8, F0… comes after EF….
        string[] inOrder = ["plateforme z", "plateforme é", "plateforme \uFF5E", "plateforme \U0001F600"];
        var table = Of([.. inOrder.Reverse().Select(code => Row(Dimension.Total, "total", 1, level: TerritoryLevel.Platform, code: code))]);
        var codes = Text(stream => IndicatorCsv.Write(stream, table)).Split('\n')[1..^1].Select(line => line.Split(',')[3]);
        Assert.Equal(inOrder, codes);
        Assert.All(inOrder, code => Assert.NotNull(table.Find(PeriodKind.Week, Monday, TerritoryLevel.Platform, code, Dimension.Total, "total")));
    }

    [Theory]
    [InlineData(21_000)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public void Labels_Longer_Than_The_Buffer_Stay_Whole(int length)
    {
        var label = new string('é', length) + "\"," + new string('\U0000FF5E', length);
        var table = Events(new EventRow(PeriodKind.Day, Monday, TerritoryLevel.National, "FR", EventKind.Click, label, 1, 1));
        Assert.Contains("\"" + label.Replace("\"", "\"\"") + "\",1,1\n", Text(stream => EventCsv.Write(stream, table)));
    }

    [Fact]
    public void Rows_Stay_Whole_Where_The_Buffer_Ends()
    {
        var rows = Enumerable.Range(0, 5_000).Select(i => Row(Dimension.Total, "total", i, i, code: $"é{i:D4}", durationMs: 7L * i, timedVisits: 3)).ToArray();
        var expected = rows.Select(row => $"week,2022-09-05,establishment,{row.Code},total,total,{row.Visits},{row.Visits},0,0,{7 * row.Visits},3,0,0\n");
        Assert.Equal(IndicatorCsv.Header + "\n" + string.Concat(expected), Text(stream => IndicatorCsv.Write(stream, Of(rows))));

        var means = rows.Where(row => row.Visits % 3 == 0).Select(row => $",{row.DurationMs},3,{row.DurationMs / 3}.000000,3,{row.Visits},");
        var rates = Text(stream => RateCsv.Write(stream, RateTable.Of(Of(rows)), row => row.Indicator == RatioIndicators.TimePerVisit));
        var lines = rates.Split('\n')[1..^1];
        Assert.Equal(5_000, lines.Length);
        Assert.All(means.Zip(lines.Where((_, i) => i % 3 == 0)), pair => Assert.Contains(pair.First, pair.Second));
    }

    [Property]
    public void What_Is_Written_Reads_Back(NonNull<string>[] fields)
    {
        var samples = fields.Select(field => field.Get.Replace('\uFFFD', '?')).Where(IsText).ToArray();
        var csv = Text(stream => RejectCsv.Write(stream, samples.Select((sample, i) => new RejectRow(sample, i, -i, "malformed", sample))));
        var expected = samples.Select((sample, i) => new[] { sample, $"{i}", $"{-i}", "malformed", sample });
        Assert.Equal(expected, Parse(csv).Skip(1));
    }

    private static bool IsText(string text) => !text.Any(char.IsSurrogate);

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Strict.GetString(stream.ToArray());
    }

    // A reader of RFC 4180 of its own, one character at a time.
    private static List<string[]> Parse(string csv)
    {
        var (records, record, field, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
            {
                field.Append(csv[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c is ',' or '\n'))
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    records.Add([.. record]);
                    record.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }

        Assert.False(quoted);
        Assert.Empty(record);
        return records;
    }
}
