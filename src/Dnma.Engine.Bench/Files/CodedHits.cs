using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Bench.Files;

/// <summary>
/// Canonical CSV that engine and SQL read the same way: hits without noise, codes as they are published, devices named rather than user agents, instants
/// in milliseconds. Of two hits of one person and millisecond but the first is written, so that the order of hits is told by their instants
/// alone and SQL need not know the rule for ties, nor look for duplicates; both flatter it.
/// </summary>
internal sealed class CodedHits
{
    private static readonly byte[] Header = "instant,visitor,client,uai,profile,service,type,tool,project,platform,kind,page,device,os,browser\n"u8.ToArray();
    private static readonly byte[][] Kinds = ["page"u8.ToArray(), "click"u8.ToArray(), "event"u8.ToArray(), "ping"u8.ToArray()];
    private static readonly byte[][] Profiles = [.. Enum.GetValues<Profile>().Select(profile => CodeOf((int)profile, profile.Code()))];
    private static readonly byte[][] Services = [.. Vocabulary.Services.Select(service => Vocabulary.Ascii(service.Tag.ToLowerInvariant()))];
    private static readonly byte[][] Types = [.. Vocabulary.Types.Select(Lower)];
    private static readonly byte[][] Tools = [.. Vocabulary.Tools.Select(Lower)];
    private static readonly byte[][][] Agents = [.. UserAgentCatalogue.Entries.Select(entry => CodesOf(DeviceRules.Default.Classify(entry.Bytes, default).Traits))];
    private static readonly byte[][] NoAgent = [[], [], []];
    private readonly HashSet<(ulong, long)> _ofThisSecond = [];
    private long _second;

    /// <summary>Writes one week of hits to a file, as CSV or by its name as Parquet; returns how many they are.</summary>
    public static long Write(string path, long hits)
    {
        if (path.EndsWith(".parquet", StringComparison.Ordinal))
        {
            var csv = path + ".csv";
            var written = Write(csv, hits);
            DuckDbFile.ToParquet(csv, path);
            File.Delete(csv);
            return written;
        }

        var options = new GenerationOptions { Hits = hits, Days = 7, Noise = NoiseShares.None };
        var world = new World(options);
        using var file = File.Create(path);
        return new CodedHits().Write(new HitGenerator(options, world), new HitTexts(world), new RecordBuffer(file));
    }

    private long Write(HitGenerator generator, HitTexts texts, RecordBuffer buffer)
    {
        var written = 0L;
        buffer.Append(Header);
        while (generator.TryNext(out var hit))
        {
            if (IsFirst(hit))
            {
                buffer.Begin();
                Append(buffer, texts, hit);
                written++;
            }
        }

        buffer.Flush();
        return written;
    }

    /// <summary>The generator goes from second to second, so that only hits of one second can be of one millisecond.</summary>
    private bool IsFirst(in GeneratedHit hit)
    {
        var second = hit.StampMs / 1000;
        if (second != _second)
        {
            _second = second;
            _ofThisSecond.Clear();
        }

        return _ofThisSecond.Add((hit.Person, hit.StampMs));
    }

    private static void Append(RecordBuffer buffer, HitTexts texts, in GeneratedHit hit)
    {
        var agent = hit.UserAgent < 0 ? NoAgent : Agents[hit.UserAgent];
        buffer.AppendNumber(hit.StampMs);
        buffer.Append((byte)',');
        texts.AppendPerson(buffer, hit);
        buffer.Append((byte)',');
        buffer.AppendHex(hit.Client);
        Next(buffer, texts.UaiOf(hit));
        Next(buffer, Profiles[(int)hit.Profile]);
        Next(buffer, hit.Service < 0 ? default : Services[hit.Service]);
        Next(buffer, Types[hit.Type]);
        Next(buffer, Tools[hit.Tool]);
        Next(buffer, texts.Project[hit.Establishment]);
        Next(buffer, texts.Platform[hit.Establishment]);
        Next(buffer, Kinds[(int)hit.Kind]);
        Next(buffer, Vocabulary.PageLabel(hit));
        Next(buffer, agent[0]);
        Next(buffer, agent[1]);
        Next(buffer, agent[2]);
        buffer.Append((byte)'\n');
    }

    private static void Next(RecordBuffer buffer, ReadOnlySpan<byte> value)
    {
        buffer.Append((byte)',');
        buffer.Append(value);
    }

    private static byte[][] CodesOf(DeviceTraits traits) =>
    [
        CodeOf((int)traits.Device, traits.Device.Code()),
        CodeOf((int)traits.Os, traits.Os.Code()),
        CodeOf((int)traits.Browser, traits.Browser.Code()),
    ];

    /// <summary>The unknown is told by nothing.</summary>
    private static byte[] CodeOf(int value, string code) => value == 0 ? [] : Vocabulary.Ascii(code);

    private static byte[] Lower(byte[] tag) => Vocabulary.Ascii(System.Text.Encoding.UTF8.GetString(tag).ToLowerInvariant());
}
