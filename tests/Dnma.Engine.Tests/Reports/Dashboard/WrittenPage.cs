using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>A page as it was written, its directory and its rows as a browser would read them: by the words of docs/dashboard.md, and none of the writer's code.</summary>
internal sealed partial class WrittenPage
{
    private readonly Dictionary<int, byte[]> _chunks = [];

    private WrittenPage(byte[] bytes)
    {
        Bytes = bytes;
        Html = new UTF8Encoding(false, true).GetString(bytes);
        DataText = Between(Html, "id=\"donnees\">", "</script");
        Data = JsonDocument.Parse(DataText).RootElement;
        foreach (Match chunk in Chunks().Matches(Html))
        {
            using var inflated = new MemoryStream();
            using (var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(chunk.Groups[2].Value)), CompressionMode.Decompress))
            {
                deflate.CopyTo(inflated);
            }

            _chunks.Add(int.Parse(chunk.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), inflated.ToArray());
        }
    }

    public byte[] Bytes { get; }

    public string Html { get; }

    public string DataText { get; }

    public JsonElement Data { get; }

    /// <summary>Everything that a reader can find in the page: its text, and that of its chunks.</summary>
    public string AllText => Html + string.Concat(_chunks.Values.Select(Encoding.UTF8.GetString));

    public int ChunkCount => _chunks.Count;

    public static WrittenPage Of(IndicatorTable table, DashboardContext context, int mostRows = DashboardData.MostRows)
    {
        using var stream = new MemoryStream();
        DashboardWriter.Write(stream, DashboardData.From(table, context, mostRows));
        return new WrittenPage(stream.ToArray());
    }

    public static WrittenPage Of(byte[] bytes) => new(bytes);

    public JsonElement Block(string id) => Blocks().Single(block => block.GetProperty("id").GetString() == id);

    public IEnumerable<JsonElement> Blocks() => Data.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("blocks").EnumerateArray());

    public bool HasBlock(string id) => Blocks().Any(block => block.GetProperty("id").GetString() == id);

    public string[] Texts(string list) => [.. Data.GetProperty(list).EnumerateArray().Select(text => text.GetString()!)];

    public static string TextOf(JsonElement cell) => (cell.ValueKind == JsonValueKind.String ? cell : cell[1]).GetString()!;

    public static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    /// <summary>Codes of a level: in the directory, or in a chunk.</summary>
    public string[] Codes(string level) => Strings(Level(level), "codes");

    /// <summary>A list of a level's territories: codes, names, academy, department, region.</summary>
    public string[] Strings(JsonElement level, string list) =>
        [.. (level.GetProperty("chunk").GetInt32() is var chunk and >= 0 ? JsonDocument.Parse(_chunks[chunk]).RootElement : level).GetProperty(list).EnumerateArray().Select(text => text.GetString()!)];

    public JsonElement Level(string code) => Data.GetProperty("levels").EnumerateArray().Single(level => level.GetProperty("code").GetString() == code);

    public JsonElement Dimension(string code) => Data.GetProperty("dimensions").EnumerateArray().Single(dimension => dimension.GetProperty("code").GetString() == code);

    /// <summary>Every row that the page holds, by its six keys.</summary>
    public Dictionary<string, long[]> Rows()
    {
        var rows = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var group in Data.GetProperty("groups").EnumerateArray())
        {
            var (kind, start, level, dimension) = (group[0].GetString()!, group[1].GetInt32(), group[2].GetString()!, group[3].GetString()!);
            var starts = start >= 0 ? [start] : Data.GetProperty("periods").EnumerateArray().Where(period => period[0].GetString() == kind).Select(period => period[1].GetInt32()).ToArray();
            var (codes, modalities) = (Codes(level), Dimension(dimension).GetProperty("codes").EnumerateArray().Select(code => code.GetString()!).ToArray());
            foreach (var (period, territory, modality, figures) in Decode(_chunks[group[4].GetInt32()]))
            {
                rows.Add(Key(kind, LocalCalendar.DateOf(starts[period]), level, codes[territory], dimension, modalities[modality]), figures);
            }
        }

        return rows;
    }

    public static string Key(IndicatorRow row) => Key(row.Period.Code(), row.PeriodStart, row.Level.Code(), row.Code, row.Dimension.Code, row.Modality);

    public static long[] FiguresOf(IndicatorRow row) => [row.Visits, row.Users, row.PageViews, row.Hits, row.DurationMs, row.TimedVisits, row.Bounces, row.FlashVisits];

    private static string Key(string period, DateOnly start, string level, string code, string dimension, string modality) => $"{period}\0{start:yyyy-MM-dd}\0{level}\0{code}\0{dimension}\0{modality}";

    private static IEnumerable<(int Period, int Territory, int Modality, long[] Figures)> Decode(byte[] bytes)
    {
        var at = 0;
        long Next()
        {
            var (value, shift) = (0L, 0);
            while (true)
            {
                var octet = bytes[at++];
                value |= (long)(octet & 0x7F) << shift;
                if (octet < 0x80)
                {
                    return value;
                }

                shift += 7;
            }
        }

        long Signed() => Next() is var coded && coded % 2 == 0 ? coded / 2 : -(coded + 1) / 2;
        var count = (int)Next();
        long[] Column(Func<int, long> read)
        {
            var column = new long[count];
            for (var row = 0; row < count; row++)
            {
                column[row] = read(row);
            }

            return column;
        }

        var periods = new long[count];
        for (var row = 0; row < count; row++)
        {
            periods[row] = Next() + (row > 0 ? periods[row - 1] : 0);
        }

        var territories = new long[count];
        for (var row = 0; row < count; row++)
        {
            territories[row] = Next() + (row > 0 && periods[row] == periods[row - 1] ? territories[row - 1] : 0);
        }

        var modalities = Column(_ => Next());
        var visits = Column(_ => Next());
        var users = Column(row => visits[row] - Signed());
        var pages = Column(_ => Next());
        var hits = Column(row => pages[row] + Signed());
        var duration = Column(_ => Next());
        var timed = Column(row => visits[row] - Signed());
        var bounces = Column(_ => Next());
        var flash = Column(_ => Next());
        Assert.Equal(bytes.Length, at);
        return Enumerable.Range(0, count).Select(row =>
            ((int)periods[row], (int)territories[row], (int)modalities[row], new[] { visits[row], users[row], pages[row], hits[row], duration[row], timed[row], bounces[row], flash[row] }));
    }

    [GeneratedRegex("<script type=\"text/plain\" id=\"c(\\d+)\">([A-Za-z0-9+/=]*)</script>")]
    private static partial Regex Chunks();
}
