using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.Qualification;
using Dnma.Engine.Qualification.Observations;
using Dnma.Engine.References;
using Dnma.Engine.References.Devices;
using Dnma.Engine.Tests.Allocations;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Observations;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Ingest.Canonical;

/// <summary>Once warm, the way of a hit from its fields to a visit allocates nothing.</summary>
public class AllocationTest : IHitConsumer, IVisitSink
{
    private const int Hits = 4_096;
    private static readonly byte[][] Visitors = [.. Enumerable.Range(0, 64).Select(i => Encoding.ASCII.GetBytes($"user-{i}"))];
    private readonly HitDictionaries _dictionaries = new();
    private HitBatch _batch = new();
    private long _visits;

    [Fact]
    public void Encoding_allocates_nothing()
    {
        var encoder = new HitEncoder(_dictionaries, new Pseudonymizer("secret"u8), DeviceRules.Default, needsClients: true, contentSeed: 1, this);
        AssertNoAllocation(() => Encode(encoder));
        Assert.Equal(Hits, _batch.Capacity);
    }

    [Fact]
    public unsafe void Encoding_coded_hits_allocates_nothing()
    {
        var encoder = new HitEncoder(_dictionaries, new Pseudonymizer("secret"u8), DeviceRules.Default, needsClients: true, contentSeed: 1, this);
        var codes = new ulong[Hits + 1];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = encoder.CodeOf(CodedColumn.Service, i % 2 == 0 ? "NOTES"u8 : "something unheard of"u8);
        }

        fixed (ulong* services = codes)
        {
            var columns = new CodedColumns();
            columns.Set(CodedColumn.Service, services);
            AssertNoAllocation(() =>
            {
                var hit = new CodedHit(columns);
                for (hit.Row = 0; hit.Row <= Hits; hit.Row++)
                {
                    hit.Visitor = Visitors[hit.Row % Visitors.Length];
                    hit.Client = Visitors[(hit.Row + 1) % Visitors.Length];
                    hit.Label = "a label"u8;
                    encoder.Encode(hit);
                }
            });
        }

        Assert.Equal(Hits, _batch.Capacity);
        Assert.Contains(_batch.Flags, flags => (flags & HitFlags.ServiceUnknown) != 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Qualifying_allocates_nothing(bool isObserved)
    {
        var qualifier = new HitQualifier(Norm.Dnma.Counting, _dictionaries, isObserved ? new HitObserver(_dictionaries) : null);
        var verdicts = new byte[FilledBatch().Count];
        AssertNoAllocation(() => qualifier.Qualify(_batch, verdicts));
        Assert.True(qualifier.Ledger.Qualified > 0 && qualifier.Ledger.Excluded > 0);
    }

    /// <summary>What the core does for every hit, spilling included: scattered, spilled, read again, sorted; a second round finds all buffers made.</summary>
    [Fact]
    public void Scattering_spilling_and_sorting_allocate_nothing_for_a_hit()
    {
        using var slabs = new SlabStore();
        using var spill = new SpillFile(Path.GetTempPath());
        var budget = new MemoryBudget(1 << 18);
        var scatter = new HitBatch(Hits) { Count = Hits };
        for (var i = 0; i < Hits; i++)
        {
            scatter.InstantMs[i] = 1_662_364_800_000 + (i % 64 * 600_000L);
            scatter.Person[i] = new Pseudonym((ulong)(i / 64) + 1, 0);
        }

        var verdicts = new byte[Hits];
        using var visitors = new VisitorIndex(new VisitorHomes(4, 16), budget);
        var workspace = new PartitionWorkspace<PackedHit>();
        long Bytes(int rounds)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var partitions = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(_dictionaries), budget, slabs, spill);
            var writer = partitions.OpenWriter();
            var hits = new HitScatter(new HitPacker(Norm.Dnma, _dictionaries, visitors), writer);
            for (var i = 0; i < rounds; i++)
            {
                hits.Scatter(scatter, verdicts);
            }

            writer.Complete();
            var read = 0;
            for (var partition = 0; partition < partitions.Count; partition++)
            {
                partitions.Read(partition, workspace, span => read += span.Length);
            }

            Assert.Equal(rounds * Hits, read);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Bytes(50);
        Assert.True(spill.Length > 0);

        // Caches and slabs are made once; what grows is the lists of chunks and runs: far below a byte a hit.
        Assert.InRange(Bytes(50) - Bytes(10), -40 * Hits, 40 * Hits / 4);
    }

    [Fact]
    public void Sessionizing_allocates_nothing()
    {
        AssertScanAllocatesNothing(this);
        Assert.True(_visits > 64);
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var everything = new CountingPlan(Enum.GetValues<PeriodKind>(), Enum.GetValues<TerritoryLevel>());
        var counter = new IndicatorCounter(everything, _dictionaries, new TerritoryIndex(_dictionaries, Annuaire.Empty), deferred: null);
        AssertScanAllocatesNothing(counter);
        counter.Complete();
        Assert.True(counter.Atoms[0].Of(ModalitySlots.Total).Measures.Visits > 64);
    }

    [Fact]
    public void Observing_visitors_allocates_nothing()
    {
        var observer = new VisitorObserver(VisitorKey.Person, _dictionaries, CivilZone.Paris);
        AssertScanAllocatesNothing(this, observer);
        Assert.True(observer.Nation[(int)PersonFact.Persons] > 64 && observer.Nation[(int)PersonFact.TwoProfiles] > 64);
    }

    private void AssertScanAllocatesNothing(IVisitSink sink, VisitorObserver? observer = null)
    {
        var hits = new PackedHit[Hits];
        var service = _dictionaries.Services.CodeOf("notes"u8);
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = new PackedHit
            {
                Visitor = (uint)(i / 64),
                Person = (uint)(i / 64),
                InstantMs = 1_662_364_800_000 + (i % 64 * 600_000L),
                Content = (ulong)(i / 2),
                Use = _dictionaries.Usages.CodeOf(new Usage(i % 3 == 0 ? service : 0, 0, i % 20)),
                Place = observer is null ? 0 : _dictionaries.Places.CodeOf(new Place(i % 7, 0, i % 2)),
                Facts = PackedHit.PackFacts(default, i % 30 == 0 ? Profile.Parent : Profile.Eleve, HitKind.Page) | PackedHit.CountedBit | PackedHit.PageViewBit,
            };
        }

        var sessionizer = new Sessionizer(Norm.Dnma, _dictionaries, CivilZone.Paris, null, sink, observer: observer);
        AssertNoAllocation(() =>
        {
            sessionizer.Push(hits);
            sessionizer.Finish();
        });
    }

    void IHitConsumer.Consume(HitBatch batch) => _batch = batch;

    void IVisitSink.BeginVisitor()
    {
    }

    void IVisitSink.Accept(in Visit visit, ReadOnlySpan<UsageSlice> slices) => _visits++;

    void IVisitSink.AcceptEvent(in PackedHit hit, int day)
    {
    }

    private static void AssertNoAllocation(Action work) => Assert.Equal(0, SteadyAllocation.Of(work));

    private HitBatch FilledBatch()
    {
        Encode(new HitEncoder(_dictionaries, new Pseudonymizer("secret"u8), DeviceRules.Default, needsClients: true, contentSeed: 1, this));
        _batch.Count = Hits;
        return _batch;
    }

    /// <summary>One batch and one hit more, so that the batch is handed over.</summary>
    private static void Encode(HitEncoder encoder)
    {
        for (var i = 0; i <= Hits; i++)
        {
            encoder.Encode(new HitFields
            {
                InstantMs = 1_662_364_800_000 + i,
                Visitor = i % 10 == 0 ? default : Visitors[i % Visitors.Length],
                Client = Visitors[(i + 1) % Visitors.Length],
                Uai = "0450822X"u8,
                Profile = "ELEVE"u8,
                Service = i % 2 == 0 ? "NOTES"u8 : "something unheard of"u8,
                Type = "TIERS"u8,
                Tool = "MOODLE"u8,
                Project = "ent"u8,
                Platform = "p"u8,
                Collectivity = "365204"u8,
                Page = "accueil::page"u8,
                UserAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:104.0) Gecko/20100101 Firefox/104.0"u8,
                Device = "tablet"u8,
                Kind = (HitKind)(i % 4),
            });
        }
    }
}
