using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Qualification;

/// <summary>The exclusions in their order (design §3): a hit has the first that applies.</summary>
public class HitQualifierTest
{
    private static readonly long Noon = DateTimeOffset.Parse("2022-09-05T12:00:00Z", null).ToUnixTimeMilliseconds();
    private readonly HitDictionaries _dictionaries = new();
    private readonly HitBatch _batch = new(16);

    [Fact]
    public void The_first_reason_that_applies_counts()
    {
        // Each hit has one fault more than the one before it, and the newest always comes first in the order.
        var faults = HitFlags.None;
        Add(instant: 0, person: default(Pseudonym), site: "365203");
        foreach (var flag in new[] { HitFlags.OptOut, HitFlags.Prefetch, HitFlags.Monitor, HitFlags.Robot })
        {
            faults |= flag;
            Add(instant: 0, person: default(Pseudonym), site: "365203", flags: faults);
        }

        Add(instant: 0, site: "365203");
        Add(instant: 0);
        var ledger = Qualify(Norm.Dnma, out _);
        foreach (var reason in new[]
        {
            ExclusionReason.Anonymous, ExclusionReason.OptOut, ExclusionReason.Prefetch, ExclusionReason.Monitor, ExclusionReason.Robot,
            ExclusionReason.TestSite, ExclusionReason.ImplausibleInstant,
        })
        {
            Assert.Equal(1, ledger[reason]);
        }

        Assert.Equal((7, 7, 0), (ledger.Accepted, ledger.Excluded, ledger.Qualified));
    }

    [Theory]
    [InlineData("2004-12-31T23:59:59.999Z", false)]
    [InlineData("2005-01-01T00:00:00.000Z", true)]
    [InlineData("2099-12-31T23:59:59.999Z", true)]
    [InlineData("2100-01-01T00:00:00.000Z", false)]
    public void Instants_are_plausible_from_2005_to_before_2100(string instant, bool isPlausible)
    {
        Add(instant: DateTimeOffset.Parse(instant, null).ToUnixTimeMilliseconds());
        Assert.Equal(isPlausible ? 0 : 1, Qualify(Norm.Dnma, out _)[ExclusionReason.ImplausibleInstant]);
    }

    [Theory]
    [InlineData("dnma", HitKind.Page, "", "", HitQualifier.Counted)]
    [InlineData("dnma", HitKind.Click, "notes", "tiers", HitQualifier.Counted)]
    [InlineData("dnma", HitKind.Click, "notes", "", HitQualifier.Counted)]
    [InlineData("dnma", HitKind.Click, "notes", "natif", HitQualifier.EventOnly)]
    [InlineData("dnma", HitKind.Click, "", "tiers", HitQualifier.EventOnly)]
    [InlineData("dnma", HitKind.Event, "notes", "tiers", HitQualifier.EventOnly)]
    [InlineData("dnma", HitKind.Ping, "notes", "", HitQualifier.Dropped)]
    [InlineData("acpm", HitKind.Page, "", "", HitQualifier.Counted)]
    [InlineData("acpm", HitKind.Click, "notes", "tiers", HitQualifier.EventOnly)]
    [InlineData("piano", HitKind.Click, "", "natif", HitQualifier.Counted)]
    [InlineData("piano", HitKind.Event, "", "", HitQualifier.Counted)]
    [InlineData("piano", HitKind.Ping, "", "", HitQualifier.Dropped)]
    [InlineData("matomo", HitKind.Click, "", "natif", HitQualifier.Counted)]
    [InlineData("matomo", HitKind.Event, "", "", HitQualifier.Counted)]
    [InlineData("matomo", HitKind.Ping, "", "", HitQualifier.Counted)]
    public void Each_norm_counts_its_kinds(string norm, HitKind kind, string service, string type, byte verdict)
    {
        Add(kind: kind, service: service, type: type);
        var ledger = Qualify(Norm.Of(norm), out var verdicts);
        Assert.Equal(verdict, verdicts[0]);
        Assert.Equal(verdict == HitQualifier.Counted ? 0 : 1, ledger[ExclusionReason.NotCountedByNorm]);
    }

    [Theory]
    [InlineData("dnma", HitKind.Page, true)]
    [InlineData("dnma", HitKind.Click, true)]
    [InlineData("acpm", HitKind.Page, true)]
    [InlineData("piano", HitKind.Click, false)]
    [InlineData("piano", HitKind.Event, false)]
    [InlineData("matomo", HitKind.Click, false)]
    [InlineData("matomo", HitKind.Ping, false)]
    public void Page_views_are_pages_and_what_stands_for_one(string norm, HitKind kind, bool isPageView) =>
        Assert.Equal(isPageView, Norm.Of(norm).Counting.IsPageView(kind));

    private void Add(
        long? instant = null, Pseudonym? person = null, string site = "", HitFlags flags = HitFlags.None, HitKind kind = HitKind.Page, string service = "", string type = "")
    {
        var i = _batch.Count++;
        _batch.InstantMs[i] = instant ?? Noon;
        _batch.Person[i] = person ?? new Pseudonym(1, 1);
        _batch.Collectivity[i] = _dictionaries.Collectivities.CodeOf(System.Text.Encoding.UTF8.GetBytes(site));
        _batch.Flags[i] = flags;
        _batch.Kind[i] = kind;
        _batch.Usage[i] = _dictionaries.Usages.CodeOf(new Usage(
            _dictionaries.Services.CodeOf(System.Text.Encoding.UTF8.GetBytes(service)), _dictionaries.Types.CodeOf(System.Text.Encoding.UTF8.GetBytes(type)), 0));
    }

    private QualificationLedger Qualify(Norm norm, out byte[] verdicts)
    {
        var qualifier = new HitQualifier(norm.Counting, _dictionaries);
        verdicts = new byte[_batch.Capacity];
        qualifier.Qualify(_batch, verdicts);
        return qualifier.Ledger;
    }
}
