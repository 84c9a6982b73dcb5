using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>
/// The total order of design §7, field by field. In every case the field under test says one thing and all later fields say the contrary;
/// labels get their codes, and enumerations have their numbers, against the order of their texts.
/// </summary>
public class HitOrderTest
{
    private const int Fields = 15;
    private readonly HitDictionaries _dictionaries = new();

    public HitOrderTest()
    {
        foreach (var labels in new[]
        {
            _dictionaries.Establishments, _dictionaries.Services, _dictionaries.Types, _dictionaries.Tools, _dictionaries.Projects, _dictionaries.Platforms,
        })
        {
            labels.CodeOf("z"u8);
            labels.CodeOf("a"u8);
        }
    }

    public static TheoryData<int> EveryField() => [.. Enumerable.Range(0, Fields)];

    [Theory]
    [MemberData(nameof(EveryField))]
    public void An_earlier_field_decides_before_a_later_one(int decisive)
    {
        var less = Make(field => field < decisive || field == decisive);
        var greater = Make(field => field < decisive || field > decisive);
        var order = new HitOrder(_dictionaries);
        Assert.True(order.Compare(less, greater) < 0);
        Assert.True(order.Compare(greater, less) > 0);
        Assert.Equal(0, order.Compare(less, less));
    }

    [Fact]
    public void What_a_hit_does_not_name_comes_first()
    {
        var order = new HitOrder(_dictionaries);
        var bare = new PackedHit { Facts = PackedHit.PackFacts(default, Profile.Inconnu, HitKind.Page), Content = 2 };
        DeviceTraits[] traits =
        [
            new(DeviceClass.AutreAppareil, default, default, default), new(default, OperatingSystemFamily.Android, default, default),
            new(default, default, BrowserFamily.AutreNavigateur, default), new(default, default, default, ConnectedObject.Car),
        ];
        foreach (var trait in traits)
        {
            Assert.True(order.Compare(bare, bare with { Facts = PackedHit.PackFacts(trait, Profile.Inconnu, HitKind.Page), Content = 1 }) < 0);
        }

        Assert.True(order.Compare(bare, bare with { Facts = PackedHit.PackFacts(default, Profile.AdminVieScolTech, HitKind.Page), Content = 1 }) < 0);
    }

    [Fact]
    public void Kinds_are_ordered_by_their_names()
    {
        var order = new HitOrder(_dictionaries);
        HitKind[] byName = [HitKind.Click, HitKind.Event, HitKind.Page, HitKind.Ping];
        for (var i = 1; i < byName.Length; i++)
        {
            Assert.True(order.Compare(OfKind(byName[i - 1]), OfKind(byName[i])) < 0);
        }

        static PackedHit OfKind(HitKind kind) => new() { Facts = PackedHit.PackFacts(default, Profile.Inconnu, kind) };
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Duplicates_are_ordered_by_custom_values_then_label_then_facts(int custom)
    {
        var dictionaries = new HitDictionaries(2);
        foreach (var labels in new[] { dictionaries.Custom[0], dictionaries.Custom[1], dictionaries.Labels })
        {
            labels.CodeOf("z"u8);
            labels.CodeOf("a"u8);
        }

        var order = new HitOrder(dictionaries);
        var (a, z) = (2, 1);
        var first = custom == 0 ? new Usage(0, 0, 0, a, z) : new Usage(0, 0, 0, a, a);
        var last = custom == 0 ? new Usage(0, 0, 0, z, a) : new Usage(0, 0, 0, a, z);
        var less = new PackedHit { Use = dictionaries.UseOf(dictionaries.Usages.CodeOf(first), z), Facts = PackedHit.DownloadBit };
        var greater = new PackedHit { Use = dictionaries.UseOf(dictionaries.Usages.CodeOf(last), a) };
        Assert.True(order.Compare(less, greater) < 0);
        Assert.True(order.Compare(greater, less) > 0);
        Assert.True(HitOrder.AreSame(less, greater));

        Assert.True(order.Compare(new PackedHit { Use = dictionaries.UseOf(0, a), Facts = PackedHit.DownloadBit }, new PackedHit { Use = dictionaries.UseOf(0, z) }) < 0);
        Assert.True(order.Compare(new PackedHit(), new PackedHit { Facts = PackedHit.DownloadBit }) < 0);
    }

    [Fact]
    public void Hits_that_differ_in_one_code_alone_are_ordered_by_its_text()
    {
        var order = new HitOrder(_dictionaries);
        var (a, z) = (2, 1);
        AssertBefore(
            new PackedHit { Place = _dictionaries.Places.CodeOf(new Place(a, 0, 0)), Content = 2 },
            new PackedHit { Place = _dictionaries.Places.CodeOf(new Place(z, 0, 0)), Content = 1 });
        AssertBefore(
            new PackedHit { Use = _dictionaries.Usages.CodeOf(new Usage(a, 0, 0)), Content = 2 },
            new PackedHit { Use = _dictionaries.Usages.CodeOf(new Usage(z, 0, 0)), Content = 1 });
        AssertBefore(new PackedHit { Content = 1 }, new PackedHit { Content = 2 });

        void AssertBefore(PackedHit less, PackedHit greater)
        {
            Assert.True(order.Compare(less, greater) < 0);
            Assert.True(order.Compare(greater, less) > 0);
        }
    }

    [Fact]
    public void One_hit_is_the_same_instant_content_visitor_and_person()
    {
        var hit = new PackedHit { InstantMs = HitQualifier.FirstPlausibleMs + 1, Content = 2, Visitor = 3, Person = 5 };
        Assert.True(HitOrder.AreSame(hit, hit with { Use = 9, Place = 9, Facts = PackedHit.DownloadBit }));
        Assert.False(HitOrder.AreSame(hit, hit with { InstantMs = HitQualifier.FirstPlausibleMs + 2 }));
        Assert.False(HitOrder.AreSame(hit, hit with { Content = 9 }));
        Assert.False(HitOrder.AreSame(hit, hit with { Visitor = 9 }));
        Assert.False(HitOrder.AreSame(hit, hit with { Person = 9 }));
    }

    /// <summary>A hit whose fields are low where <paramref name="isLow"/> says so, high elsewhere.</summary>
    private PackedHit Make(Func<int, bool> isLow)
    {
        int Label(LabelDictionary labels, int field) => labels.CodeOf(Encoding.UTF8.GetBytes(isLow(field) ? "a" : "z"));
        T Pick<T>(int field, T low, T high) => isLow(field) ? low : high;

        var place = new Place(Label(_dictionaries.Establishments, 2), Label(_dictionaries.Projects, 7), Label(_dictionaries.Platforms, 8));
        var usage = new Usage(Label(_dictionaries.Services, 4), Label(_dictionaries.Types, 5), Label(_dictionaries.Tools, 6));
        var traits = new DeviceTraits(
            Pick(10, DeviceClass.AutreAppareil, DeviceClass.Ordinateur),
            Pick(11, OperatingSystemFamily.AutreOs, OperatingSystemFamily.Windows),
            Pick(12, BrowserFamily.AutreNavigateur, BrowserFamily.Safari),
            Pick(13, ConnectedObject.Car, ConnectedObject.Speaker));
        return new PackedHit
        {
            Visitor = Pick(0, 1U, uint.MaxValue),
            InstantMs = HitQualifier.FirstPlausibleMs + Pick(1, 1L, 2L),
            Place = _dictionaries.Places.CodeOf(place),
            Use = _dictionaries.Usages.CodeOf(usage),
            Facts = PackedHit.PackFacts(traits, Pick(3, Profile.AdminVieScolTech, Profile.Eleve), Pick(9, HitKind.Click, HitKind.Page)),
            Content = Pick(14, 1UL, ulong.MaxValue),
        };
    }
}
