using System.Globalization;
using System.Text;
using Dnma.Engine.Bench.Generation;

namespace Dnma.Engine.Bench.OpenData;

/// <summary>
/// Writes a file of one of the published data sets: the publisher's columns, rows by week and UAI, sizes and labels as they are in the field, two cells of a hundred
/// not available. The same options give the same bytes.
/// </summary>
internal sealed class PublishedFile
{
    private const int WeeksAtOnce = 8;
    private static readonly DateOnly FirstMonday = new(2019, 8, 5);

    private readonly OpenDataOptions _options;
    private readonly (string Uai, string Labels, int Size)[] _schools;

    private PublishedFile(OpenDataOptions options)
    {
        _options = options;
        _schools = [.. Enumerable.Range(0, options.Establishments).Select(SchoolOf).OrderBy(school => school.Uai, StringComparer.Ordinal)];
    }

    /// <summary>Writes it.</summary>
    public static void Write(string path, OpenDataOptions options)
    {
        var file = new PublishedFile(options);
        using var stream = File.Create(path, 1 << 20);
        stream.Write(Encoding.UTF8.GetBytes(string.Join(';', options.Set.ColumnNames) + "\n"));
        var weeks = (options.Rows + options.Establishments - 1) / options.Establishments;
        var texts = new MemoryStream[WeeksAtOnce];
        for (var first = 0; first < weeks; first += WeeksAtOnce)
        {
            var count = Math.Min(WeeksAtOnce, weeks - first);
            var start = first;
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, at =>
            {
                (texts[at] ??= new MemoryStream()).SetLength(0);
                file.WriteWeek(texts[at], start + at);
            });
            foreach (var text in texts.AsSpan(0, count))
            {
                text.WriteTo(stream);
            }
        }
    }

    private void WriteWeek(MemoryStream text, int week)
    {
        var set = _options.Set;
        var date = FirstMonday.AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var leads = set.ColumnNames[2] == "académie";
        var line = new StringBuilder();
        var rows = Math.Min(_schools.Length, _options.Rows - (week * _schools.Length));
        for (var school = 0; school < rows; school++)
        {
            var dice = new SplitMix64(SplitMix64.Mix(1, (ulong)week, (ulong)school));
            var (uai, labels, size) = _schools[school];
            line.Clear().Append(date).Append(';').Append(uai);
            line.Append(leads ? ";" : "").Append(leads ? labels : "");
            var visits = size + dice.Below(size);
            foreach (var _ in set.Measures)
            {
                AppendCells(line, ref dice, set.Measures.Count <= 5 ? visits / (1 + dice.Below(4)) : dice.Below(3) > 0 ? 0 : visits / (1 + dice.Below(30)));
            }

            line.Append(leads ? "" : ";").Append(leads ? "" : labels).Append('\n');
            foreach (var chunk in line.GetChunks())
            {
                text.Write(Encoding.UTF8.GetBytes(chunk.ToString()));
            }
        }
    }

    private static void AppendCells(StringBuilder line, ref SplitMix64 dice, int visits)
    {
        if (dice.Chance(200))
        {
            line.Append(";N/A;N/A;N/A");
            return;
        }

        var seconds = visits == 0 ? 0 : 60 + dice.Below(1_800);
        line.Append(';').Append(visits).Append(';').Append((visits + 2) / 3);
        line.Append(";00:").Append((char)('0' + (seconds / 600))).Append((char)('0' + (seconds / 60 % 10))).Append(':').Append((char)('0' + (seconds % 60 / 10))).Append((char)('0' + (seconds % 10)));
    }

    private static (string Uai, string Labels, int Size) SchoolOf(int number)
    {
        var dice = new SplitMix64(SplitMix64.Mix(2, 0, (ulong)number));
        var academy = Academy.All[number % Academy.All.Count];
        var department = academy.Departments[number / Academy.All.Count % academy.Departments.Length];
        var prefix = department switch { "2A" => "620", "2B" => "720", { Length: 2 } => "0" + department, _ => department };
        var digits = prefix + (number / Academy.All.Count).ToString("0000", CultureInfo.InvariantCulture);
        var isFirst = dice.Below(100) < 75;
        var labels = $"{academy.Name};Commune-{dice.Below(9_000)};Département {department};Région;MENJ;{(isFirst ? $"Circonscription {dice.Below(1_300)}" : "")};"
            + $"{(isFirst ? "ECOLE PRIMAIRE" : dice.Below(3) > 0 ? "COLLEGE" : "LYCEE D ENSEIGNEMENT GENERAL")};{(dice.Below(6) == 0 ? "PR" : "PU")}";
        return (digits + (char)References.Uai.ExpectedLetter(Encoding.ASCII.GetBytes(digits)), labels, isFirst ? 20 + dice.Below(200) : 400 + dice.Below(3_000));
    }
}
