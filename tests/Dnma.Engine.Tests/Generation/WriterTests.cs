using System.Text;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Generation;

/// <summary>Each form read back by a plain reader gives the hits that were generated, as far as the form can tell them.</summary>
public class WriterTests
{
    private static readonly GenerationOptions Options = new()
    {
        Seed = 11,
        Hits = 1_500,
        Visitors = 300,
        Establishments = 12,
        Academies = 4,
        Events = true,
        Pings = true,
        Noise = NoiseShares.Realistic with { Split = 0, Broken = 0, OptOut = 0, SkewedClock = 400, NoEstablishment = 300 },
    };

    public static TheoryData<string> Forms => [.. HitForm.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_reads_back_as_what_happened(string name)
    {
        var form = HitForm.Find(name)!;

        // Without the browser's own line time, a bare query's clock must be believed; a table of codes tells no robots and no objects.
        var noise = name is "smarttag-query" ? Options.Noise with { SkewedClock = 0 } : Options.Noise;
        var options = Options with { Noise = noise };
        var (files, summary) = Write(options, form);
        var world = new World(options);
        var expected = OracleHitsOf.Log(options, form).Select(h => h with { Flag = "", ConnectedObject = name == "matomo-tables" ? "" : h.ConnectedObject }).ToList();
        var found = NaiveFormReader.Read(form, files, GeneratedReferences.Structures(world));
        Assert.Equal(1_500, summary.Hits);
        Assert.Equal(expected.Count, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.Equal(Anonymous(pair.First), Anonymous(pair.Second)));
    }

    [Fact]
    public void Opt_outs_say_so_in_a_tag_and_are_nobody_elsewhere()
    {
        var options = Options with { Hits = 200, Noise = NoiseShares.None with { OptOut = 5_000 } };
        var tag = Write(options, HitForm.Find("smarttag-log")!).Files[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var csv = Write(options with { Events = false, Pings = false }, HitForm.Find("csv")!).Files[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        var nobody = csv.Count(l => l.Split(',')[1] == "" && l.Split(',')[2] == "");
        Assert.InRange(nobody, 50, 150);
        Assert.Equal(nobody, tag.Count(l => l.Contains("&idclient=OPT-OUT&", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_split_hit_is_two_requests_that_share_site_browser_and_id()
    {
        var options = Options with { Hits = 100, Noise = NoiseShares.None with { Split = 10_000 } };
        var lines = Write(options, HitForm.Find("smarttag-query")!).Files[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(200, lines.Length);
        string Value(string line, string name) => line.Split('&').Single(p => p.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
        for (var i = 0; i < lines.Length; i += 2)
        {
            var (first, second) = (lines[i], lines[i + 1]);
            Assert.Equal((Value(first, "s"), Value(first, "idclient"), Value(first, "mh")[4..]), (Value(second, "s"), Value(second, "idclient"), Value(second, "mh")[4..]));
            Assert.StartsWith("1-2-", Value(first, "mh"), StringComparison.Ordinal);
            Assert.StartsWith("2-2-", Value(second, "mh"), StringComparison.Ordinal);
            Assert.Contains("&at=", first, StringComparison.Ordinal);
            Assert.Contains("&service=", second, StringComparison.Ordinal);
            Assert.True(first.Length + second.Length > 2_000);
        }

        Assert.Equal(100, lines.Select(l => (Value(l, "idclient"), Value(l, "mh")[4..])).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Broken_records_are_written_besides_the_hits_and_counted(string name)
    {
        var form = HitForm.Find(name)!;
        var noise = NoiseShares.None with { Broken = 2_000 };
        var (files, summary) = Write(Options with { Hits = 400, Noise = noise }, form);
        var (clean, _) = Write(Options with { Hits = 400, Noise = noise with { Broken = 0 } }, form);
        var broken = summary.Rejects.Values.Sum();
        Assert.InRange(broken, 50, 110);
        var index = form.Outputs.Length > 1 ? 1 : 0;
        if (name != "matomo-bulk")
        {
            Assert.Equal(broken, files[index].Count(c => c == '\n') - clean[index].Count(c => c == '\n'));
        }
    }

    [Fact]
    public void Long_ids_are_the_character_codes_of_a_UUID()
    {
        var options = Options with { Noise = NoiseShares.None, Academies = 3 };
        var ids = OracleHitsOf.Log(options, HitForm.All[0]).Select(h => h.Visitor).Where(v => v.Length > 16).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.InRange(id.Length, 72, 90));
    }

    [Fact]
    public void Figures_of_a_generated_log_obey_the_laws()
    {
        var hits = OracleHitsOf.Log(Options with { Noise = NoiseShares.Realistic }, HitForm.All[0]).ToList();
        foreach (var norm in Enum.GetValues<OracleNorm>())
        {
            var (visits, excluded) = OracleVisits.Of(hits, norm);
            Assert.Equal(hits.Count, visits.Sum(v => v.Hits.Count) + excluded.Values.Sum());
            Assert.All(visits, v => Assert.Equal(v.DurationMs, v.Hits.Select(h => h.Service).Distinct().Sum(s => v.TimeIn(h => h.Service == s))));
        }
    }

    /// <summary>Without the browser's id where there is no person: some forms then leave it out, and the hit is excluded all the same.</summary>
    private static OracleHit Anonymous(OracleHit hit) => hit.Visitor == "" ? hit with { Client = "" } : hit;

    private static (string[] Files, LogSummary Summary) Write(GenerationOptions options, HitForm form)
    {
        var streams = Array.ConvertAll(form.Outputs, _ => new MemoryStream());
        var summary = LogGeneration.Write(options, form, streams);
        return (Array.ConvertAll(streams, s => Encoding.UTF8.GetString(s.ToArray())), summary);
    }
}
