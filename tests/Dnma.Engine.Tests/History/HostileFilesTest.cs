using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.History.PublishedText;

namespace Dnma.Engine.Tests.History;

/// <summary>What is no published table is refused in one clear line; what is one but for some rows is read without them, and they are counted.</summary>
public class HostileFilesTest
{
    private static readonly DateOnly Monday = new(2025, 9, 1);

    private static PublishedText Good => new PublishedText(OpenDataSet.Profiles).Row(Monday, School, Part("globales", 100));

    public static TheoryData<string, ErrorId, string> Refusals() => new()
    {
        { "", ErrorId.UndecidedFormat, "it has no header" },
        { "\n\n", ErrorId.UndecidedFormat, "it has no header" },
        { "bonjour", ErrorId.UndecidedFormat, "line 1: it has no column of visits" },
        { "debutSemaine;UAI;commune\n2025-09-01;0010024W;X\n", ErrorId.UndecidedFormat, "line 1: it has no column of visits" },
        { Good.ToString().Replace(';', ','), ErrorId.UndecidedFormat, "line 1: its columns are not separated by semicolons" },
        { Good.ToString().Replace(';', '\t'), ErrorId.UndecidedFormat, "line 1: its columns are not separated by semicolons" },
        { Good.ToString().Replace("UAI", "code"), ErrorId.InvalidReference, "line 1: the column UAI is missing" },
        { Good.ToString().Replace("debutSemaine", "semaine"), ErrorId.InvalidReference, "line 1: the column debutSemaine is missing" },
        { Good.ToString().Replace("visites_parent", "Visites_Eleve"), ErrorId.InvalidReference, "line 1: the column Visites_Eleve is there twice" },
        { Good.ToString().Replace("commune", "\"commune"), ErrorId.InvalidReference, "line 1: a quote is not closed" },
        { Good.ToString().Replace("100;34", "-100;34"), ErrorId.NothingAccepted, "none of its 1 rows can be read; line 2: its visites_globales is no count" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_published_table_is_refused(string text, ErrorId id, string problem)
    {
        var refused = await HistoryFolder.RefusedAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(id, refused.Id);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Contains("0.csv", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latin_1_is_named_as_such()
    {
        Assert.Contains("line 1: it is not UTF-8", (await HistoryFolder.RefusedAsync(Encoding.Latin1.GetBytes(Good.ToString()))).Message, StringComparison.Ordinal);
        var plain = Good.ToString().Replace("académie", "academie").Replace("département", "departement").Replace("région", "region").Replace("ministère", "ministere");
        Assert.Contains("line 2: a label is not UTF-8", (await HistoryFolder.RefusedAsync(Encoding.Latin1.GetBytes(plain))).Message, StringComparison.Ordinal);
        Assert.Equal(ErrorId.UndecidedFormat, (await HistoryFolder.RefusedAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good.ToString())).ToArray())).Id);
    }

    public static TheoryData<string, string> BadRows() => new()
    {
        { "-1;1;00:00:00", "its visites_globales is no count" },
        { "1;1.5;00:00:00", "its utilisateurs_globales is no count" },
        { "99999999999999999999999;1;00:00:00", "its visites_globales is no count" },
        { "4294967295;1;00:00:00", "its visites_globales is no count" },
        { "1e3;1;00:00:00", "its visites_globales is no count" },
        { "n/a;1;00:00:00", "its visites_globales is no count" },
        { "1;1;00:60:00", "its duree_globales is no time" },
        { "1;1;00:00:00:12", "its duree_globales is no time" },
        { "1;1;-01:00:00", "its duree_globales is no time" },
        { "1;1;123456789012345678901:00:00", "its duree_globales is no time" },
        { "1;1", "it has fewer fields than the header" },
        { "1;1;00:00:00;7", "it has more fields than the header" },
        { "\"1;1;00:00:00", "its visites_globales is no count" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_row_that_cannot_be_read_is_skipped_and_told_with_its_line(string cells, string reason)
    {
        // The globales come last, so that a field more or less is one at the end.
        string[] names = [.. OpenDataSet.Profiles.ColumnNames.Take(10), .. OpenDataSet.Profiles.ColumnNames.Skip(13), .. OpenDataSet.Profiles.ColumnNames.Skip(10).Take(3)];
        var row = $"2025-09-01;{School};a;b;c;d;e;f;g;PU;{string.Join(';', Enumerable.Repeat("0;0;00:00:00", 4))}";
        var text = $"{string.Join(';', names)}\n{row};5;2;00:00:09\n{row.Replace("09-01", "09-08")};{cells}\n{row.Replace("09-01", "09-15")};6;2;00:00:09\n";
        using var folder = new HistoryFolder();
        var history = await folder.Add(Encoding.UTF8.GetBytes(text)).ReadAsync();
        Assert.Equal(new SkippedRow(3, reason), Assert.Single(history.Files[0].Skipped));
        Assert.Equal((2L, 1L), (history.Files[0].Rows, history.Files[0].SkippedRows));
        Assert.Equal([5L, 6L], Enumerable.Range(0, 2).Select(at => history.Tables[0].Cell(at, 0).Visits));
    }

    [Theory]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-30")]
    [InlineData("01/09/2025")]
    [InlineData("2004-12-27")]
    [InlineData("2100-01-04")]
    [InlineData("")]
    public async Task Weeks_that_cannot_be_are_skipped(string week)
    {
        var history = await HistoryFolder.ReadAsync(Good.Row(week, School, Part("globales", 5)));
        Assert.Equal(new SkippedRow(3, "its debutSemaine is no date from 2005 to 2099"), Assert.Single(history.Files[0].Skipped));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_line_alone()
    {
        var history = await HistoryFolder.ReadAsync(Good.Line($"2025-09-08;{School};\"Lyon;a;b").Row(Monday.AddDays(14), School, Part("globales", 3)));
        Assert.Equal(new SkippedRow(3, "a quote is not closed"), Assert.Single(history.Files[0].Skipped));
        Assert.Equal(2, history.Tables[0].Count);
    }

    [Fact]
    public async Task A_line_without_end_is_passed_over_in_bounded_memory()
    {
        var text = Good.Line(new string('x', 3 << 20)).Row(Monday.AddDays(14), School, Part("globales", 3));
        var history = await HistoryFolder.ReadAsync(text);
        Assert.Equal(new SkippedRow(3, "it is longer than 1048576 bytes"), Assert.Single(history.Files[0].Skipped));
        Assert.Equal(2, history.Tables[0].Count);
    }

    [Fact]
    public async Task A_gzip_that_ends_too_soon_gives_its_whole_rows_and_says_so()
    {
        var text = new PublishedText(OpenDataSet.Profiles);
        for (var week = 0; week < 2_000; week++)
        {
            text.Row(new DateOnly(2010, 1, 4).AddDays(7 * (week % 900)), week < 900 ? School : Other, Part("globales", 1 + (week * 7919 % 1000)));
        }

        var packed = HistoryFolder.Gzip(text.Bytes());
        using var folder = new HistoryFolder();
        var history = await folder.Add(packed[..(packed.Length / 2)], "csv.gz").ReadAsync();
        var file = history.Files[0];
        Assert.True(file.IsTruncated);
        Assert.Contains("truncated", file.Note, StringComparison.Ordinal);
        Assert.InRange(file.Rows, 100, 1_900);
        Assert.All(file.Skipped, row => Assert.Equal("the file ends within it", row.Reason));
    }

    [Fact]
    public async Task The_first_thousand_bad_rows_are_told_and_all_are_counted()
    {
        var text = Good;
        for (var i = 0; i < 3_000; i++)
        {
            text.Line("2025-09-08;" + School);
        }

        var file = (await HistoryFolder.ReadAsync(text)).Files[0];
        Assert.Equal(3_000, file.SkippedRows);
        Assert.Equal(Enumerable.Range(3, 1_000).Select(line => (long)line), file.Skipped.Select(row => row.Line));
    }

    [Fact]
    public async Task Folders_and_missing_files_are_named()
    {
        using var folder = new HistoryFolder();
        var missing = Path.Join(folder.Path, "none.csv");
        var refused = await Assert.ThrowsAsync<EngineException>(() => Engine.History.PublishedHistory.ReadAsync([missing], cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal((ErrorId.UnreadableInput, missing), (refused.Id, refused.Subject));
    }

    /// <summary>Bytes of any kind behind a header, and in place of one: rows or skips or a clear error, never anything else.</summary>
    [Property(MaxTest = 60)]
    public async Task Any_bytes_are_read_or_refused(byte[] noise, bool hasHeader, int seed)
    {
        var good = Good.Row(Monday.AddDays(7), Other, Part("eleve", 3)).Bytes();
        var start = hasHeader ? Array.IndexOf(good, (byte)'\n') + 1 : 0;
        for (var i = 0; i < noise.Length; i++)
        {
            good[start + (int)((((long)i * 7919) + Math.Abs((long)seed)) % (good.Length - start))] = noise[i];
        }

        using var folder = new HistoryFolder();
        try
        {
            var history = await folder.Add(good).ReadAsync();
            Assert.Equal(history.Files[0].Rows, history.Tables.Sum(table => table.Count + table.RepeatedRows + table.ContradictedRows));
        }
        catch (EngineException refused)
        {
            Assert.Contains(refused.Id, new[] { ErrorId.UndecidedFormat, ErrorId.InvalidReference, ErrorId.NothingAccepted });
        }
    }
}
