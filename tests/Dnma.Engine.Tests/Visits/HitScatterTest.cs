using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits;

/// <summary>What of a batch's columns goes into the core's record, and whom it is keyed by.</summary>
public class HitScatterTest
{
    private static readonly DeviceTraits AllBits = new(0xFFFF);

    [Fact]
    public void A_record_holds_what_the_batch_said()
    {
        var hit = Assert.Single(Scatter(Norm.Dnma, batch => Fill(batch, HitKind.Page, HitQualifier.Counted, HitFlags.Download)));
        Assert.Equal((7, 11, 12, 13, 14UL), (hit.InstantMs, hit.Place, hit.Usage, hit.Label, hit.Content));
        Assert.Equal((new Pseudonym(1, 2), new Pseudonym(1, 2)), (hit.Visitor, hit.Person));
        Assert.Equal((AllBits, Profile.Collectivite, HitKind.Page), (hit.Traits, hit.Profile, hit.Kind));
        Assert.True(hit.IsCounted && hit.IsPageView && hit.IsDownload);
    }

    [Fact]
    public void An_event_that_the_norm_does_not_count_is_kept_uncounted_and_the_dropped_are_not()
    {
        Assert.Empty(Scatter(Norm.Dnma, batch => Fill(batch, HitKind.Ping, HitQualifier.Dropped)));
        var hit = Assert.Single(Scatter(Norm.Dnma, batch => Fill(batch, HitKind.Event, HitQualifier.EventOnly)));
        Assert.Equal((false, false, false), (hit.IsCounted, hit.IsPageView, hit.IsDownload));
        Assert.Equal((HitKind.Event, Profile.Collectivite), (hit.Kind, hit.Profile));
    }

    [Theory]
    [InlineData("dnma", true)]
    [InlineData("piano", false)]
    public void A_counted_click_is_a_page_view_where_the_norm_says_so(string norm, bool isPageView)
    {
        var hit = Assert.Single(Scatter(Norm.Of(norm), batch => Fill(batch, HitKind.Click, HitQualifier.Counted)));
        Assert.Equal((true, isPageView), (hit.IsCounted, hit.IsPageView));
    }

    [Fact]
    public void Piano_keys_visits_by_the_browser_where_there_is_one()
    {
        var client = new Pseudonym(8, 9);
        var withClient = Assert.Single(Scatter(Norm.Piano, batch => Fill(batch, HitKind.Page, HitQualifier.Counted, client: client)));
        Assert.Equal((client, new Pseudonym(1, 2)), (withClient.Visitor, withClient.Person));
        Assert.Equal(new Pseudonym(1, 2), Assert.Single(Scatter(Norm.Piano, batch => Fill(batch, HitKind.Page, HitQualifier.Counted))).Visitor);
        Assert.Equal(new Pseudonym(1, 2), Assert.Single(Scatter(Norm.Dnma, batch => Fill(batch, HitKind.Page, HitQualifier.Counted, client: client))).Visitor);
    }

    [Fact]
    public void Every_combination_of_facts_is_packed_and_unpacked()
    {
        foreach (var profile in Enum.GetValues<Profile>())
        {
            foreach (var kind in Enum.GetValues<HitKind>())
            {
                var hit = new PackedHit { Facts = PackedHit.PackFacts(new DeviceTraits(0xA5C3), profile, kind) };
                Assert.Equal((0xA5C3u, profile, kind, false, false, false), (hit.Traits.Bits, hit.Profile, hit.Kind, hit.IsCounted, hit.IsPageView, hit.IsDownload));
                hit.Facts |= PackedHit.CountedBit;
                Assert.Equal((profile, kind, true, false, false), (hit.Profile, hit.Kind, hit.IsCounted, hit.IsPageView, hit.IsDownload));
            }
        }

        Assert.Equal((Profile.Inconnu, HitKind.Page), (new PackedHit { Facts = PackedHit.PackFacts(new DeviceTraits(uint.MaxValue), 0, 0) }.Profile, HitKind.Page));
    }

    private static byte Fill(HitBatch batch, HitKind kind, byte verdict, HitFlags flags = HitFlags.None, Pseudonym client = default)
    {
        var i = batch.Count++;
        batch.InstantMs[i] = 7;
        batch.Person[i] = new Pseudonym(1, 2);
        batch.Client[i] = client;
        batch.Place[i] = 11;
        batch.Usage[i] = 12;
        batch.Label[i] = 13;
        batch.Content[i] = 14;
        batch.Traits[i] = AllBits;
        batch.Profile[i] = Profile.Collectivite;
        batch.Kind[i] = kind;
        batch.Flags[i] = flags;
        return verdict;
    }

    private static List<PackedHit> Scatter(Norm norm, Func<HitBatch, byte> fill)
    {
        using var spill = new SpillFile(Path.GetTempPath());
        using var partitions = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(new HitDictionaries()), 1, new MemoryBudget(1 << 20), spill);
        var writer = partitions.OpenWriter();
        var batch = new HitBatch(4);
        new HitScatter(norm, writer).Scatter(batch, [fill(batch)]);
        writer.Complete();
        var hits = new List<PackedHit>();
        PackedHit[] scratch = [];
        for (var partition = 0; partition < partitions.Count; partition++)
        {
            partitions.Read(partition, ref scratch, span => hits.AddRange(span));
        }

        return hits;
    }
}
