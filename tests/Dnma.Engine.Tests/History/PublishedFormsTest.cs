using System.Text;
using Dnma.Engine.History;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Ingest.Sources;
using static Dnma.Engine.Tests.History.PublishedText;

namespace Dnma.Engine.Tests.History;

/// <summary>The forms in which published files are met (domain §5): all say the same.</summary>
public class PublishedFormsTest
{
    private static readonly DateOnly Monday = new(2025, 9, 1);

    private static PublishedText Week => new PublishedText(OpenDataSet.Profiles)
        .Row(Monday, School, Part("globales", 100, 40), Part("eleve", 60, 20), ("parent", "N/A;N/A;N/A"))
        .Row(Monday.AddDays(7), School, Part("globales", 7));

    public static TheoryData<string> Forms() => ["plain", "mark", "crlf", "gzip", "zstd", "no end", "blank lines", "quoted", "accents", "case"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_file_says_the_same_in_every_form(string form)
    {
        var text = Week.ToString();
        var bytes = form switch
        {
            "mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            "crlf" => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n")),
            "gzip" => HistoryFolder.Gzip(Encoding.UTF8.GetBytes(text)),
            "zstd" => CompressedBytes.Zstd(Encoding.UTF8.GetBytes(text)),
            "no end" => Encoding.UTF8.GetBytes(text.TrimEnd('\n')),
            "blank lines" => Encoding.UTF8.GetBytes($"\n{text.Replace("\n", "\n\n")}"),
            "quoted" => Encoding.UTF8.GetBytes(string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : string.Join(';', line.Split(';').Select(field => $"\"{field}\""))))),
            "accents" => Encoding.UTF8.GetBytes(text.Replace("académie", "academie").Replace("département", "departement").Replace("région", "re\u0301gion")),
            "case" => Encoding.UTF8.GetBytes(text.Replace("debutSemaine;UAI", "debutsemaine;uai").Replace("visites_eleve", "Visites_Élève")),
            _ => Encoding.UTF8.GetBytes(text),
        };
        using var folder = new HistoryFolder();
        var history = await folder.Add(bytes).ReadAsync();
        var table = Assert.Single(history.Tables);
        Assert.Equal(OpenDataSet.Profiles, table.Set);
        Assert.Empty(history.Files[0].UnknownColumns);
        Assert.Empty(history.Files[0].MissingColumns);
        Assert.Equal((0L, false, 2L), (history.Files[0].SkippedRows, history.Files[0].IsTruncated, history.Files[0].Rows));
        Assert.Equal([(Monday, School), (Monday.AddDays(7), School)], Enumerable.Range(0, table.Count).Select(row => (table.WeekStart(row), table.Uai(row))));
        Assert.Equal(new EstablishmentLabels("Lyon", "Ambérieu", "Ain", "Auvergne-Rhône-Alpes", "MENJ", "", "COLLEGE", "PU"), table.Labels(1));
        Assert.Equal(
            [new PublishedCell(100, 40, 600_000), new PublishedCell(60, 20, 600_000), new PublishedCell(null, null, null), new PublishedCell(0, 0, 0)],
            Enumerable.Range(0, 4).Select(measure => table.Cell(0, measure)));
    }

    [Theory]
    [InlineData("00:10:00", 600_000)]
    [InlineData("00:10:00:123", 600_123)]
    [InlineData("27:00:01", 97_201_000)]
    [InlineData("1234:00:00", 4_442_400_000)]
    [InlineData("1234:00:00:001", 4_442_400_001)]
    [InlineData("0:00:07", 7_000)]
    public async Task Times_are_read_as_they_are_met(string text, long milliseconds)
    {
        var table = (await HistoryFolder.ReadAsync(new PublishedText(OpenDataSet.Profiles).Row(Monday, School, Part("globales", 3, 2, text)))).Tables[0];
        Assert.Equal(milliseconds, table.Cell(0, 0).MeanDurationMs);
    }

    [Theory]
    [InlineData("N/A;4;00:00:01", null, 4L, 1_000L)]
    [InlineData(";N/A;", null, null, null)]
    [InlineData("12.0; 4 ;N/A", 12L, 4L, null)]
    [InlineData("0;0;00:00:00", 0L, 0L, 0L)]
    public async Task What_is_not_available_is_not_zero(string cells, long? visits, long? users, long? mean)
    {
        var table = (await HistoryFolder.ReadAsync(new PublishedText(OpenDataSet.Profiles).Row(Monday, School, ("globales", cells)))).Tables[0];
        Assert.Equal(new PublishedCell(visits, users, mean), table.Cell(0, 0));
    }

    [Theory]
    [InlineData("autreappareil;utilisateurs_autreAppareil")]
    [InlineData("autreAppareil;utilisateurs_autreappareil")]
    [InlineData("autresappareil;utilisateurs_autresAppareil")]
    public async Task Other_devices_are_spelled_in_three_ways(string spelling)
    {
        var text = new PublishedText(OpenDataSet.Devices) { Header = string.Join(';', OpenDataSet.Devices.ColumnNames).Replace("autreappareil;utilisateurs_autreAppareil", spelling) };
        var history = await HistoryFolder.ReadAsync(text.Row(Monday, School, Part("autreappareil", 9, 3)));
        Assert.Empty(history.Files[0].UnknownColumns);
        Assert.Equal(9, history.Tables[0].Cell(0, 3).Visits);
    }

    [Fact]
    public async Task A_file_of_24_services_and_81_columns_lacks_one_and_says_so()
    {
        string[] left = ["visites_notes", "utilisateurs_notes", "duree_notes", "circonscription"];
        var columns = OpenDataSet.Services.ColumnNames;
        var kept = Enumerable.Range(0, columns.Count).Where(column => !left.Contains(columns[column])).ToArray();
        var lines = new PublishedText(OpenDataSet.Services).Row(Monday, School, Part("accueil", 5), Part("notes", 6)).ToString().TrimEnd('\n').Split('\n');
        using var folder = new HistoryFolder();
        var history = await folder.Add(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => string.Join(';', kept.Select(column => line.Split(';')[column])))))).ReadAsync();
        Assert.Equal(81, kept.Length);
        Assert.Equal(left, history.Files[0].MissingColumns);
        Assert.Equal(new PublishedCell(null, null, null), history.Tables[0].Cell(0, 17));
        Assert.Equal(5, history.Tables[0].Cell(0, 0).Visits);
        Assert.Equal(("", "COLLEGE"), (history.Tables[0].Labels(0).Circonscription, history.Tables[0].Labels(0).Nature));
    }

    [Fact]
    public async Task Unknown_columns_are_kept_as_modalities_or_as_texts()
    {
        using var folder = new HistoryFolder();
        var lines = new PublishedText(OpenDataSet.Services).Row(Monday, School, Part("accueil", 5)).ToString().TrimEnd('\n').Split('\n');
        folder.Add(Encoding.UTF8.GetBytes($"{lines[0]};visites_agenda;utilisateurs_agenda;duree_agenda;note;visites_eleve\n{lines[1]};8;2;00:01:00;à voir;3"));
        folder.Add(new PublishedText(OpenDataSet.Services).Row(Monday, Other, Part("accueil", 1)));
        var history = await folder.ReadAsync();
        var table = history.Tables[0];
        Assert.Equal(["visites_agenda", "utilisateurs_agenda", "duree_agenda", "note", "visites_eleve"], history.Files[0].UnknownColumns);
        Assert.Equal((Dimension.Service, "agenda"), (table.Measures[25].Dimension, table.Measures[25].Modality));
        Assert.Equal([new PublishedCell(8, 2, 60_000), new PublishedCell(null, null, null)], new[] { table.Cell(0, 25), table.Cell(1, 25) });
        Assert.Equal(["note", "visites_eleve"], table.TextColumns);
        Assert.Equal(["à voir", "3", "", ""], new[] { table.Text(0, 0), table.Text(0, 1), table.Text(1, 0), table.Text(1, 1) });
    }

    [Fact]
    public async Task Four_sets_make_four_tables_whatever_the_files_are_called()
    {
        var history = await HistoryFolder.ReadAsync([.. OpenDataSet.All.Reverse().Select(set => new PublishedText(set).Row(Monday, School))]);
        Assert.Equal(OpenDataSet.All, history.Tables.Select(table => table.Set));
        Assert.Equal(OpenDataSet.All.Reverse(), history.Files.Select(file => file.Set));
    }
}
