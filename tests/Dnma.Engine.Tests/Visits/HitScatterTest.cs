using System.Runtime.CompilerServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits;

/// <summary>What of a batch's columns goes into the core's record, and whom it is keyed by.</summary>
public class HitScatterTest
{
    private readonly HitDictionaries _dictionaries = new();
    private const long Instant = 1_662_364_800_007;
    private static readonly DeviceTraits AllTraits = new(DeviceClass.AutreAppareil, OperatingSystemFamily.AutreOs, BrowserFamily.AutreNavigateur, ConnectedObject.Wearable);

    [Fact]
    public void A_record_holds_what_the_batch_said()
    {
        var hit = Assert.Single(Scatter(Norm.Dnma, batch => Fill(batch, HitKind.Page, HitQualifier.Counted, HitFlags.Download)));
        Assert.Equal((Instant, 11, 14UL), (hit.InstantMs, hit.Place, hit.Content));
        Assert.Equal((12, 13), (_dictionaries.UsageOf(hit.Use), _dictionaries.LabelOf(hit.Use)));
        Assert.Equal((AllTraits, Profile.Collectivite, HitKind.Page), (hit.Traits, hit.Profile, hit.Kind));
        Assert.True(hit.IsCounted && hit.IsPageView && hit.IsDownload);
    }

    [Fact]
    public void A_hit_without_a_label_carries_its_usage_as_it_is()
    {
        Assert.Equal(12, Assert.Single(Scatter(Norm.Dnma, batch => Fill(batch, HitKind.Page, HitQualifier.Counted, label: 0))).Use);
    }

    [Fact]
    public void A_record_is_half_a_cache_line() => Assert.Equal(32, Unsafe.SizeOf<PackedHit>());

    [Theory]
    [InlineData(HitQualifier.FirstPlausibleMs)]
    [InlineData(Instant)]
    [InlineData(HitQualifier.EndOfPlausibleMs - 1)]
    public void Every_plausible_instant_has_room_beside_the_facts(long instant)
    {
        const uint AllFacts = (1u << 21) - 1;
        var hit = new PackedHit { Facts = AllFacts, InstantMs = instant };
        Assert.Equal((instant, AllFacts), (hit.InstantMs, hit.Facts));
        Assert.Equal((instant, AllFacts), (new PackedHit { InstantMs = instant, Facts = AllFacts }.InstantMs, hit.Facts));
        Assert.Equal(0u, (hit with { Facts = 0 }).Facts);
        Assert.True(hit.IsAtInstantOf(hit with { Facts = 0 }));
        Assert.False(hit.IsBefore(hit with { Facts = 0 }) || (hit with { Facts = 0 }).IsBefore(hit));
        var next = new PackedHit { InstantMs = instant + 1 };
        Assert.False(hit.IsAtInstantOf(next) || next.IsBefore(hit));
        Assert.True(hit.IsBefore(next));
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
        // Persons are numbered before browsers here: 0 is the person, 1 its browser.
        var client = new Pseudonym(8, 9);
        var withClient = Assert.Single(Scatter(Norm.Piano, batch => Fill(batch, HitKind.Page, HitQualifier.Counted, client: client)));
        Assert.Equal((1u, 0u), (withClient.Visitor, withClient.Person));
        Assert.Equal(0u, Assert.Single(Scatter(Norm.Piano, batch => Fill(batch, HitKind.Page, HitQualifier.Counted))).Visitor);
        Assert.Equal(0u, Assert.Single(Scatter(Norm.Dnma, batch => Fill(batch, HitKind.Page, HitQualifier.Counted, client: client))).Visitor);
    }

    [Fact]
    public void Under_Piano_persons_without_a_browser_are_visitors_of_their_own()
    {
        var hits = Scatter(Norm.Piano, batch =>
        {
            for (var person = 1u; person <= 3; person++)
            {
                Fill(batch, HitKind.Page, HitQualifier.Counted);
                batch.Person[batch.Count - 1] = new Pseudonym(person, 0);
            }

            return HitQualifier.Counted;
        });
        Assert.Equal([(0u, 0u), (1u, 1u), (2u, 2u)], hits.Select(hit => (hit.Visitor, hit.Person)));
    }

    [Fact]
    public void Two_persons_at_one_browser_and_instant_are_ordered_by_what_does_not_depend_on_arrival()
    {
        ulong[] Contents(params ulong[] persons) =>
        [
            .. Scatter(Norm.Piano, batch =>
            {
                foreach (var person in persons)
                {
                    Fill(batch, HitKind.Page, HitQualifier.Counted, client: new Pseudonym(8, 9));
                    batch.Person[batch.Count - 1] = new Pseudonym(person, 0);
                }

                return HitQualifier.Counted;
            }).Select(hit => hit.Content),
        ];

        Assert.Equal(Contents(5, 7), Contents(7, 5));
        Assert.Equal(2, Contents(5, 7).Distinct().Count());
    }

    [Fact]
    public void Every_combination_of_facts_is_packed_and_unpacked()
    {
        foreach (var profile in Enum.GetValues<Profile>())
        {
            foreach (var kind in Enum.GetValues<HitKind>())
            {
                var hit = new PackedHit { Facts = PackedHit.PackFacts(AllTraits, profile, kind) };
                Assert.Equal((AllTraits, profile, kind, false, false, false), (hit.Traits, hit.Profile, hit.Kind, hit.IsCounted, hit.IsPageView, hit.IsDownload));
                hit.Facts |= PackedHit.CountedBit;
                Assert.Equal(kind == HitKind.Page, hit.IsCountedPage);
                Assert.Equal((profile, kind, true, false, false), (hit.Profile, hit.Kind, hit.IsCounted, hit.IsPageView, hit.IsDownload));
            }
        }

        foreach (var bits in new[] { new DeviceTraits(DeviceClass.Tablette, 0, 0, 0), new(0, OperatingSystemFamily.ChromeOs, 0, 0), new(0, 0, BrowserFamily.Edge, 0), new(0, 0, 0, ConnectedObject.Tv) })
        {
            Assert.Equal(bits, new PackedHit { Facts = PackedHit.PackFacts(bits, 0, 0) }.Traits);
        }
    }

    private static byte Fill(HitBatch batch, HitKind kind, byte verdict, HitFlags flags = HitFlags.None, Pseudonym client = default, int label = 13)
    {
        var i = batch.Count++;
        batch.InstantMs[i] = Instant;
        batch.Person[i] = new Pseudonym(1, 2);
        batch.Client[i] = client;
        batch.Place[i] = 11;
        batch.Usage[i] = 12;
        batch.Label[i] = label;
        batch.Content[i] = 14;
        batch.Traits[i] = AllTraits;
        batch.Profile[i] = Profile.Collectivite;
        batch.Kind[i] = kind;
        batch.Flags[i] = flags;
        return verdict;
    }

    private List<PackedHit> Scatter(Norm norm, Func<HitBatch, byte> fill)
    {
        using var slabs = new SlabStore();
        using var spill = new SpillFile(Path.GetTempPath());
        var budget = new MemoryBudget(1 << 20);
        using var partitions = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(_dictionaries), budget, slabs, spill);
        var writer = partitions.OpenWriter();
        var batch = new HitBatch(4);
        var verdict = fill(batch);
        using var visitors = new VisitorIndex(new VisitorHomes(1, VisitorCode.LocalCount), budget);
        new HitScatter(new HitPacker(norm, _dictionaries, visitors), writer).Scatter(batch, Enumerable.Repeat(verdict, batch.Count).ToArray());
        writer.Complete();
        var hits = new List<PackedHit>();
        var workspace = new PartitionWorkspace<PackedHit>();
        for (var partition = 0; partition < partitions.Count; partition++)
        {
            partitions.Read(partition, workspace, span => hits.AddRange(span));
        }

        return hits;
    }
}
