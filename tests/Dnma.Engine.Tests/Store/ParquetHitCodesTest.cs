using System.Globalization;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Rejects;
using Dnma.Engine.References.Devices;
using Dnma.Engine.Store;
using FsCheck;
using FsCheck.Fluent;

namespace Dnma.Engine.Tests.Store;

/// <summary>Whether texts are coded before rows are made of them, or row by row, the same hits and rejects come of a file.</summary>
public sealed class ParquetHitCodesTest : IDisposable
{
    private static readonly string[] Columns =
        ["client", "uai", "profile", "service", "type", "tool", "project", "operator", "platform", "collectivity", "kind", "page", "label", "user_agent", "device", "os", "browser", "class"];

    /// <summary>What stands in a column: real values, things near them, blanks, nothing, long texts, bytes that are no UTF-8.</summary>
    private static readonly string[] Values =
    [
        "NULL", "''", "' '", "'0450822X'", "' 0450822x '", "'0450822A'", "'450822X'", "'ELEVE'", "'enseignant'", "'nobody'", "'NOTES'", "'notes'", "'unheard of'", "'TIERS'", "'natif'",
        "'MOODLE'", "'365203'", "'click'", "'EVENT '", "'ping'", "'page'", "'other'", "'télécharger'", "'OPT-OUT'", "'Consent-NO'", "'x-NO '", "'tablet'", "'Windows 10'", "'chrome'", "'UNK'",
        "'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:104.0) Gecko/20100101 Firefox/104.0'", "'Googlebot/2.1 (+http://www.google.com/bot.html)'", "repeat('long ', 300)", "'a' || chr(0) || 'b'", "'7'",
    ];

    private readonly ParquetScratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Coded_texts_give_the_same_hits(bool needsClients) =>
        Prop.ForAll(
            Arb.From(Gen.Choose(0, int.MaxValue)),
            seed =>
            {
                var path = _scratch.Write(Table(new Random(seed)), options: seed % 2 == 0 ? "FORMAT parquet, ROW_GROUP_SIZE 2048" : "FORMAT parquet, DICTIONARY_SIZE_LIMIT 2");
                var world = new World(needsClients);
                var (texts, coded) = (world.Read(path, inTexts: true), world.Read(path, inTexts: false));
                Assert.Equal(texts, coded);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void Blobs_numbers_and_enumerations_are_coded_as_their_texts()
    {
        var path = _scratch.Write(
            """
            SELECT 1662372000 + range AS instant, range % 7 AS visitor, 'NOTES'::BLOB AS service, 45 AS collectivity, range % 3 AS device, (['page', 'click'][range % 2 + 1])::ENUM('page', 'click') AS kind,
              encode('à') AS page, range::DOUBLE AS client, true AS tool, [1] AS type FROM range(3000)
            """);
        var world = new World(needsClients: true);
        var texts = world.Read(path, inTexts: true);
        Assert.Equal((3001, "3000 read"), (texts.Count, texts[^1]));
        Assert.Equal(texts, world.Read(path, inTexts: false));
    }

    /// <summary>What it is for: of rows without end, only the entries of their dictionaries are looked up.</summary>
    [Fact]
    public void An_entry_of_a_dictionary_is_coded_once()
    {
        var path = _scratch.Write(
            "SELECT 1662372000 + range AS instant, 'v' || (range % 5000) AS visitor, ['NOTES', 'AGENDA', NULL, 'unheard of'][range % 4 + 1] AS service FROM range(100000)",
            options: "FORMAT parquet, ROW_GROUP_SIZE 100000");
        var world = new World(needsClients: false);
        world.Read(path, inTexts: false);
        Assert.InRange(world.Coded, 4, 100);
    }

    private static string Table(Random random)
    {
        // A few values a column, so that files hold dictionaries, and every so often a value of its own, so that some hold none.
        var columns = Columns.Where(_ => random.Next(5) != 0).Select(column =>
        {
            var values = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Values[random.Next(Values.Length)]);
            return $"CASE WHEN range % {random.Next(3, 50)} = 0 THEN '{column}' || range ELSE [{string.Join(", ", values)}][range % {random.Next(1, 8)} + 1] END AS {column}";
        });
        return $"SELECT CASE WHEN range % 100 = 50 THEN NULL ELSE 1662372000000 + range END AS instant, 'v' || (range % 20) AS visitor, {string.Join(", ", columns)} FROM range({random.Next(1, 5000)})";
    }

    /// <summary>One run's dictionaries and secret, under which a file is read in two ways.</summary>
    private sealed class World(bool needsClients) : IHitConsumer
    {
        private readonly HitDictionaries _dictionaries = new(1) { KeepsOperators = true };
        private readonly List<string> _hits = [];

        public int Coded { get; private set; }

        public List<string> Read(string path, bool inTexts)
        {
            _hits.Clear();
            using var pseudonymizer = new Pseudonymizer("secret"u8);
            using var parts = new SplitHitStore(1 << 20, Path.GetTempPath());
            var encoder = new HitEncoder(_dictionaries, pseudonymizer, DeviceRules.Default, needsClients, contentSeed: 1, this);
            var encoding = new EncodingSink(encoder, parts, new RejectLedger(100), ["class"u8.ToArray()], 0);
            RecordSink sink = inTexts ? new TextSink(encoding) : new CountingSink(encoding, this);
            ParquetHitReader.Read(path, 3, sink, CancellationToken.None);
            encoder.Flush();
            return [.. _hits, .. encoding.Rejects.Samples(["", "", "", "file"]).Select(sample => sample.ToString()), $"{encoding.Read} read"];
        }

        public void Consume(HitBatch batch)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                // A hit of someone who opted out is excluded: what else it says does not matter.
                var content = (batch.Flags[i] & HitFlags.OptOut) == 0 ? batch.Content[i] : 0;
                _hits.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{batch.InstantMs[i]} {batch.Person[i]} {batch.Client[i]} {batch.Place[i]} {_dictionaries.Usages[batch.Usage[i]]} {batch.Collectivity[i]} {_dictionaries.Labels.Text(batch.Label[i])} {batch.Traits[i]} {batch.Profile[i]} {batch.Kind[i]} {batch.Flags[i]} {batch.ClockOffset[i]} {content}"));
            }
        }

        /// <summary>Passes on what it is given, and cannot take codes.</summary>
        private class TextSink(EncodingSink to) : RecordSink
        {
            public override ReadOnlySpan<byte[]> CustomNames => to.CustomNames;

            public override long ClockToleranceMs => to.ClockToleranceMs;

            public override void Accept(scoped in HitFields hit) => to.Accept(hit);

            public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) => to.Reject(reason, position, sample);

            public override void AcceptPart(in SplitHitPart part) => to.AcceptPart(part);
        }

        /// <summary>Takes codes alone, and counts how often it is asked for one.</summary>
        private sealed class CountingSink(EncodingSink to, World world) : TextSink(to), ICodedSink
        {
            private readonly EncodingSink _to = to;

            public bool NeedsClients => _to.NeedsClients;

            public ulong CodeOf(CodedColumn column, ReadOnlySpan<byte> text)
            {
                world.Coded++;
                return _to.CodeOf(column, text);
            }

            public void Accept(scoped in CodedHit hit) => _to.Accept(hit);

            public override void Accept(scoped in HitFields hit) => Assert.Fail("texts were handed over");
        }
    }
}
