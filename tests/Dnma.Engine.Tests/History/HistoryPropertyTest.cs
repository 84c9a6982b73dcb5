using System.Globalization;
using System.Text;
using Dnma.Engine.History;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Indicators;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.History;

/// <summary>Files read against a naive oracle, and the engine's own tables read back.</summary>
public class HistoryPropertyTest
{
    private static readonly string[] Schools = ["0010024W", "0220158C", "0040533H", "0450822X", "SANS", "6200001A"];
    private static readonly string[] Texts = ["0;0;00:00:00", "7;3;00:00:09", "N/A;N/A;N/A", "300;20;01:02:03:004", "70000;69000;26:00:00", ";;", "4294967294;1;00:00:00:001"];
    private static readonly PublishedCell[] Meanings =
        [new(0, 0, 0), new(7, 3, 9_000), new(null, null, null), new(300, 20, 3_723_004), new(70_000, 69_000, 93_600_000), new(null, null, null), new(4_294_967_294, 1, 1)];

    /// <summary>Weeks in any order, rows twice, two files: the last row read of a week and a school stands, whatever the threads and wherever blocks are cut.</summary>
    [Property(MaxTest = 40)]
    public async Task Files_are_read_as_a_naive_reader_reads_them(byte[] choices, bool isCut, byte blockBytes)
    {
        (DateOnly Week, string School, int[] Cells)[] rows =
        [
            .. Enumerable.Range(0, choices.Length * 3).Select(i =>
            {
                var dice = choices[i % choices.Length] + (i / choices.Length * 31);
                return (new DateOnly(2025, 9, 1).AddDays(7 * (dice % 5)), Schools[dice / 5 % Schools.Length], Enumerable.Range(0, 5).Select(cell => (dice + (cell * dice) + cell) % Texts.Length).ToArray());
            }),
        ];
        var cut = isCut ? rows.Length / 2 : 0;
        using var folder = new HistoryFolder();
        folder.Add(TextOf(rows[..cut])).Add(TextOf(rows[cut..]));
        var expected = new SortedDictionary<(DateOnly, string), int[]>(Comparer<(DateOnly Week, string School)>.Create(
            (left, right) => left.Week == right.Week ? string.CompareOrdinal(left.School, right.School) : left.Week.CompareTo(right.Week)));
        var contradicted = 0;
        foreach (var (week, school, cells) in rows)
        {
            contradicted += expected.TryGetValue((week, school), out var before) && !before.Select(cell => Meanings[cell]).SequenceEqual(cells.Select(cell => Meanings[cell])) ? 1 : 0;
            expected[(week, school)] = cells;
        }

        foreach (var threads in new[] { 1, 3 })
        {
            var table = (await folder.ReadAsync(threads, 64 + blockBytes)).Tables[0];
            Assert.Equal(
                expected.Select(row => (row.Key.Item1, row.Key.Item2, string.Join('|', row.Value.Select(cell => Meanings[cell])))),
                Enumerable.Range(0, table.Count).Select(row => (table.WeekStart(row), table.Uai(row), string.Join('|', Enumerable.Range(0, 5).Select(measure => table.Cell(row, measure))))));
            Assert.Equal((contradicted, rows.Length - expected.Count), (table.ContradictedRows, table.ContradictedRows + table.RepeatedRows));
            Assert.Equal(Enumerable.Range(1, Math.Max(0, rows.Length - 1)).Count(row => row < rows.Length && row != cut && Order(rows[row]).CompareTo(Order(rows[row - 1])) < 0), table.UnorderedRows);
            foreach (var measure in new[] { 0, 4 })
            {
                Assert.Equal(
                    expected.Sum(row => Meanings[row.Value[measure]].Visits ?? 0),
                    table.Years(measure).Sum(year => year.Visits));
                Assert.Equal(expected.Count(row => Meanings[row.Value[measure]].Visits is null), table.Years(measure).Sum(year => year.AbsentCells));
            }
        }
    }

    /// <summary>What the engine writes is read back as it was: cells, labels, what is withheld.</summary>
    [Property(MaxTest = 40)]
    public async Task The_engines_own_tables_are_read_back(byte[] choices, byte suppressed)
    {
        var rows = new List<IndicatorRow>();
        for (var i = 0; i < choices.Length; i++)
        {
            var (week, school) = (new DateOnly(2025, 9, 1).AddDays(7 * (choices[i] % 3)), Schools[choices[i] / 3 % 4]);
            foreach (var measure in OpenDataSet.All.SelectMany(set => set.Measures).Where((_, index) => (index + i) % 4 > 0))
            {
                var visits = 1 + (choices[i] * measure.Modality.Length);
                rows.Add(TableOfRows.Row(measure.Dimension, measure.Modality, visits, (visits + 1) / 2, durationMs: visits * 61_234L * (1 + choices[^1]), timedVisits: visits - (i % 2), start: week, code: school));
            }
        }

        var table = TableOfRows.Of([.. rows.DistinctBy(row => (row.PeriodStart, row.Code, row.Dimension, row.Modality))]);
        using var folder = new HistoryFolder();
        OpenDataTable[] written = [.. OpenDataSet.All.Select(set => OpenDataTable.Of(set, table, new OddLabels(), row => row.Visits % 7 == suppressed % 7))];
        foreach (var one in written)
        {
            using var file = new MemoryStream();
            OpenDataCsv.Write(file, one);
            folder.Add(file.ToArray());
        }

        var history = await folder.ReadAsync(blockBytes: 300);
        Assert.Equal(OpenDataSet.All, history.Tables.Select(one => one.Set));
        Assert.Equal(written.Select(Describe), history.Tables.Select(Describe));
    }

    private static string Describe(OpenDataTable table) => string.Join('\n', Enumerable.Range(0, table.Count).Select(row =>
        $"{table.WeekStart(row)} {table.Uai(row)} {table.Labels(row)} " + string.Join('|', Enumerable.Range(0, table.Set.Measures.Count).Select(measure =>
            table.Cell(row, measure) is { IsSuppressed: false } cell ? new PublishedCell(cell.Visits, cell.Users, cell.DurationSeconds * 1_000) : default))));

    private static string Describe(PublishedTable table) => string.Join('\n', Enumerable.Range(0, table.Count).Select(row =>
        $"{table.WeekStart(row)} {table.Uai(row)} {table.Labels(row)} " + string.Join('|', Enumerable.Range(0, table.Measures.Count).Select(measure => table.Cell(row, measure)))));

    private static string Order((DateOnly Week, string School, int[] Cells) row) => row.Week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " " + string.Concat(row.School.Select(letter => $"{(int)letter:000}"));

    private static byte[] TextOf(IEnumerable<(DateOnly Week, string School, int[] Cells)> rows) => Encoding.UTF8.GetBytes(
        string.Join(';', OpenDataSet.Profiles.ColumnNames) + "\n"
        + string.Concat(rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Week:yyyy-MM-dd};{(row.School == "SANS" ? row.School : row.School.ToLowerInvariant())};a;\"b;\"\"c\";d;e;f;g;h;PU;{string.Join(';', row.Cells.Select(cell => Texts[cell]))}\n"))));

    /// <summary>Labels of all that a label may hold but a line break.</summary>
    private sealed class OddLabels : IEstablishmentLabels
    {
        public EstablishmentLabels LabelsOf(string uai) => new("L'Haÿ;les \"Roses\"", $"\"{uai}", ";", " espace ", "=1+1", "é\t", "\"\"", uai[^1] > 'M' ? "PU" : "");
    }
}
