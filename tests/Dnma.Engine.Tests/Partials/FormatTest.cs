using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Partials;

/// <summary>The bytes are those that docs/partials.md describes: a reader made from the page alone understands them, and they say what is known by heart.</summary>
public class FormatTest
{
    [Fact]
    public async Task A_small_file_says_what_its_page_says()
    {
        const string Log = "instant,visitor,uai,profile,service,kind,page,collectivity\n2022-09-05T10:00:00+02:00,a,0010024W,eleve,notes,,,400001\n2022-09-05T10:00:07+02:00,a,0010024W,eleve,notes,event,Été,400001\nnever,b,,,,,,\n";
        var definition = new MeasurementDefinition { Levels = [Engine.Indicators.TerritoryLevel.National], Periods = [Engine.Time.PeriodKind.All] };
        using var folder = new TemporaryFolder();
        var path = (await ShardedRun.WriteShards(folder, () => ShardedRun.Csv(Log), definition, 1))[0];
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(SHA256.HashData(bytes.AsSpan(..^32)), bytes[^32..]);

        using var file = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - 32));
        Assert.Equal("DNMAPART", Encoding.ASCII.GetString(file.ReadBytes(8)));
        Assert.Equal(3u, file.ReadUInt32());
        Assert.Equal("0.1.0", file.ReadString());
        Assert.Equal((1, 1), (file.Read7BitEncodedInt64(), file.Read7BitEncodedInt64()));
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(ShardedRun.Secret, "dnma-engine: which secret"u8))[..32], file.ReadString());
        var asked = List(() => (file.ReadString(), file.ReadString())).ToDictionary();
        Assert.Equal(("dnma", "all", "national", ""), (asked["norm"], asked["periods"], asked["levels"], asked["from"]));
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Log)));
        Assert.Equal(
            [("hits.csv", Encoding.UTF8.GetByteCount(Log), sha, 4L, 3L, "")],
            List(() => (file.ReadString(), file.Read7BitEncodedInt64(), file.ReadString(), file.Read7BitEncodedInt64(), file.Read7BitEncodedInt64(), file.ReadString() == "" ? "no layout" : "", file.ReadString())).Select(input => (input.Item1, (int)input.Item2, input.Item3, input.Item4, input.Item5, input.Item7)));
        Assert.Equal((3, 0), (file.Read7BitEncodedInt64(), file.Read7BitEncodedInt64()));
        Assert.Equal(1, Lines()["bad-instant"]);
        Assert.All(Lines(), line => Assert.Equal(0, line.Value));
        Assert.Equal([(0, 4, "bad-instant")], List(() => (Count(), Count(), Signed(), file.ReadString(), file.ReadString())).Select(reject => ((int)reject.Item1, (int)reject.Item2, reject.Item4)));
        Assert.Equal((0, 2), (Count(), Count()));
        Assert.Equal((1, 1), Lines() is var excluded ? ((int)excluded["not-counted-by-norm"], (int)excluded.Values.Sum()) : default);
        Assert.Equal((1, 1, 0, 0, 0, 0, 0), (Count(), Count(), Count(), Count(), Count(), Count(), Count()));

        // 2022-09-05 is day 19 240 from 1970.
        Assert.Equal((19_240, 19_240), (Signed(), Signed()));
        Assert.Equal([("action-limit", 0L), ("inactivity", 0L), ("last-hit", 1L), ("midnight", 0L)], Lines().OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => (line.Key, line.Value)));

        // One visit of one user, one page, one hit, 0 ms, not timed, a bounce and a flash: the same in every row of its visit.
        long[] once = [1, 1, 1, 1, 0, 0, 1, 1];
        var indicators = Table();
        var slots = indicators.Where(row => !row.Modality.StartsWith("service=", StringComparison.Ordinal) && !row.Modality.StartsWith("tool=", StringComparison.Ordinal) && !row.Modality.StartsWith("type=", StringComparison.Ordinal)).ToList();
        Assert.Equal(["profile=eleve", "total=total"], slots.Select(row => row.Modality).Where(name => name.StartsWith("profile=", StringComparison.Ordinal) || name.StartsWith("total", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(indicators, row => Assert.Equal(once, row.Figures));
        Assert.Contains(slots, row => row is { Period: 4, Start: 0, Level: 0, Code: "", Modality: "total=total" });
        Assert.Contains(slots, row => row is { Period: 0, Start: 19_240, Level: 0, Code: "" });
        Assert.Contains(slots, row => row is { Period: 1, Start: 19_240, Level: 5, Code: "0010024W" });
        Assert.Contains(slots, row => row is { Period: 3, Start: 19_205, Level: 0 });
        Assert.Equal(["service=notes", "tool=", "type="], indicators.Except(slots).Select(row => row.Modality).Distinct().Order(StringComparer.Ordinal));
        var events = Table();
        Assert.NotEmpty(events);
        Assert.All(events, row => Assert.Equal(("event=Été", "0,1,0,1,0,0,0,0"), (row.Modality, string.Join(',', row.Figures))));

        // One place: two hits accepted, one counted; one visit of one page; no offset of a clock, and one collectivity. One person there, and in the nation.
        Assert.Equal(1, Count());
        Assert.Equal(["0010024W", "", ""], Enumerable.Range(0, 3).Select(_ => file.ReadString()));
        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], Enumerable.Range(0, 15).Select(_ => Count()));
        Assert.Equal([1, 1, 0, 0, 0, 0], Enumerable.Range(0, 6).Select(_ => Count()));
        Assert.Equal(0, Count());
        Assert.Equal([(0, "400001", 2L)], List(() => ((int)file.ReadByte(), file.ReadString(), Count())));
        Assert.Equal([("0010024W", "1,0,0,0,0")], List(() => (file.ReadString(), string.Join(',', Enumerable.Range(0, 5).Select(_ => Count())))));
        Assert.Equal([1, 0, 0, 0, 0], Enumerable.Range(0, 5).Select(_ => Count()));
        Assert.Equal(0, file.ReadByte());
        Assert.Equal(file.BaseStream.Length, file.BaseStream.Position);

        long Count() => file.Read7BitEncodedInt64();
        long Signed() => Count() is var value && value % 2 == 0 ? value / 2 : -(value / 2) - 1;
        List<T> List<T>(Func<T> read) => [.. Enumerable.Range(0, (int)Count()).Select(_ => read())];
        Dictionary<string, long> Lines() => List(() => (file.ReadString(), Count())).ToDictionary();
        List<(int Period, int Start, int Level, string Code, string Modality, long[] Figures)> Table()
        {
            var modalities = List(() => file.ReadString() is var dimension ? List(() => $"{dimension}={file.ReadString()}") : []).SelectMany(names => names).ToArray();
            var territories = Enumerable.Range(0, 11).Select(_ => List(file.ReadString)).ToArray();
            var rows = new List<(int, int, int, string, string, long[])>();
            for (var blocks = Count(); blocks > 0; blocks--)
            {
                var (period, start, level) = (file.ReadByte(), (int)Signed(), file.ReadByte());
                var code = territories[level][(int)Count()];
                var next = 0;
                for (var left = Count(); left > 0; left--)
                {
                    next += (int)Count();
                    rows.Add((period, start, level, code, modalities[next++], [.. Enumerable.Range(0, 8).Select(_ => Count())]));
                }
            }

            return rows;
        }
    }

    [Fact]
    public async Task Users_of_a_norm_of_browsers_are_written_as_the_page_says()
    {
        const string Log = "instant,visitor,client,uai,profile,service\n2022-09-05T10:00:00+02:00,a,b,0010024W,eleve,notes\n2022-09-06T10:00:00+02:00,a,b,0010024W,eleve,notes\n";
        using var folder = new TemporaryFolder();
        var path = (await ShardedRun.WriteShards(folder, () => ShardedRun.Csv(Log), MeasurementDefinition.Of(Norm.Piano), 1))[0];
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var pseudonym = HMACSHA256.HashData(ShardedRun.Secret, (byte[])[(byte)'s', 0, 0, 0, 0, (byte)'a']);
        var start = bytes.AsSpan().IndexOf((byte[])[.. pseudonym[8..12], .. pseudonym[..8]]);
        Assert.Equal(1, bytes[start - 1]);
        using var file = new BinaryReader(new MemoryStream(bytes, start + 12, bytes.Length - 32 - start - 12));
        Assert.Equal(4, file.Read7BitEncodedInt64());

        // A visit and a usage on each of the days 19 240 and 19 241; places, facts and usages in full where they are new.
        Assert.Equal((19_240 * 2, 0), (file.Read7BitEncodedInt64(), file.Read7BitEncodedInt64()));
        Assert.Equal(["0010024W", "", "", "", ""], Texts(5));
        Assert.Equal((0, 0L), ((int)file.ReadByte(), file.Read7BitEncodedInt64()));
        Assert.Equal(["eleve", "inconnu", "inconnu", "inconnu", "aucun"], Texts(5));
        Assert.Equal((19_240 * 2L, 1L, 1, 0L), (file.Read7BitEncodedInt64(), file.Read7BitEncodedInt64(), (int)file.ReadByte(), file.Read7BitEncodedInt64()));
        Assert.Equal(["notes", "", ""], Texts(3));
        Assert.Equal((19_241 * 2L, 1L, 0, 1L), (file.Read7BitEncodedInt64(), file.Read7BitEncodedInt64(), (int)file.ReadByte(), file.Read7BitEncodedInt64()));
        Assert.Equal((19_241 * 2L, 1L, 1, 1L), (file.Read7BitEncodedInt64(), file.Read7BitEncodedInt64(), (int)file.ReadByte(), file.Read7BitEncodedInt64()));
        Assert.Equal(0, file.ReadByte());
        Assert.Equal(file.BaseStream.Length, file.BaseStream.Position);

        string[] Texts(int count) => [.. Enumerable.Range(0, count).Select(_ => file.ReadString())];
    }
}
