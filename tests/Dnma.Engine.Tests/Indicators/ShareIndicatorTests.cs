using System.Numerics;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;
using FsCheck;
using FsCheck.Xunit;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Indicators;

public class ShareIndicatorTests
{
    [Fact]
    public void Service_Shares_Are_Among_Published_Services()
    {
        var shares = ShareIndicators.ServiceShare.Of(
        [
            Row(Dimension.Total, "total", 60),
            Row(Dimension.Service, "courrier_electronique", 22),
            Row(Dimension.Service, "services_vie_scolaire", 31),
            Row(Dimension.Service, "inconnu", 5),
            Row(Dimension.Service, "moodle", 2),
            Row(Dimension.Service, "page_ent", 40),
        ]);
        var coverage = new Ratio(53, 100);
        Assert.Equal(
            [
                new Share("courrier_electronique", new Rate(new Ratio(22, 53), coverage)),
                new Share("services_vie_scolaire", new Rate(new Ratio(31, 53), coverage)),
            ],
            shares);
    }

    [Fact]
    public void Mobile_Share_Is_Of_Visits_With_Known_Device()
    {
        // 2025-26, parents (domain §2): 22 096 691 ordinateur, 101 170 716 smartphone, 585 539 tablette of 243 368 682 visits.
        var share = Assert.Single(ShareIndicators.MobileShare.Of(
        [
            Row(Dimension.Device, "ordinateur", 22_096_691),
            Row(Dimension.Device, "smartphone", 101_170_716),
            Row(Dimension.Device, "tablette", 585_539),
            Row(Dimension.Device, "inconnu", 243_368_682 - 22_096_691 - 101_170_716 - 585_539),
        ]));
        Assert.Equal("total", share.Modality);
        Assert.Equal(new Ratio(101_756_255, 123_852_946), share.Rate.Value);
        Assert.Equal(new Ratio(123_852_946, 243_368_682), share.Rate.Coverage);
        Assert.StartsWith("0.50", share.Rate.Coverage.ToString()); // "device known for only 51 %"
    }

    [Fact]
    public void Mobile_Share_Has_No_Value_Where_No_Device_Is_Known()
    {
        var share = Assert.Single(ShareIndicators.MobileShare.Of([Row(Dimension.Device, "inconnu", 7)]));
        Assert.Equal(new Rate(new Ratio(0, 0), new Ratio(0, 7)), share.Rate);
    }

    [Fact]
    public void Connected_Objects_Without_Devices_Have_No_Coverage()
    {
        var shares = ShareIndicators.ConnectedObjectShare.Of([Row(Dimension.ConnectedObject, "aucun", 9), Row(Dimension.ConnectedObject, "fridge", 1)]);
        Assert.Equal(new Rate(new Ratio(1, 10), default), shares[1].Rate);
    }

    [Fact]
    public void A_Dimension_That_Was_Not_Measured_Has_No_Share()
    {
        Assert.All(ShareIndicators.All, indicator => Assert.Empty(indicator.Of([Row(Dimension.Total, "total", 3)])));
        Assert.All(ShareIndicators.All, indicator => Assert.Empty(indicator.Of([])));
    }

    [Fact]
    public void Rows_Of_Two_Keys_Are_Refused()
    {
        var row = Row(Dimension.Profile, "eleve", 1);
        Assert.All(
            [
                row with { Period = PeriodKind.Month },
                row with { PeriodStart = Monday.AddDays(7) },
                row with { Level = TerritoryLevel.Project },
                row with { Code = "0220158C" },
            ],
            other => Assert.Throws<EngineException>(() => ShareIndicators.ProfileShare.Of([row, other])));
    }

    [Property]
    public void Shares_Sum_To_Exactly_One(NonNegativeInt[] counts)
    {
        string[] services = ["absences", "accueil", "inconnu", "notes", "page_ent", "Un; label, inconnu"];
        var rows = counts.Take(services.Length).Select((count, i) => Row(Dimension.Service, services[i], count.Get)).ToArray();
        AssertWhole(ShareIndicators.ServiceShare.Of(rows));
        string[] profiles = ["autre", "eleve", "enseignant", "inconnu", "parent"];
        AssertWhole(ShareIndicators.ProfileShare.Of(
            counts.Take(profiles.Length).Select((count, i) => Row(Dimension.Profile, profiles[i], count.Get))));
    }

    [Property]
    public void Device_Shares_Of_Phones_And_Tablets_Are_The_Mobile_Share(NonNegativeInt[] counts)
    {
        string[] devices = ["autreappareil", "inconnu", "ordinateur", "smartphone", "tablette"];
        var rows = counts.Take(devices.Length).Select((count, i) => Row(Dimension.Device, devices[i], count.Get)).ToArray();
        var mobile = ShareIndicators.MobileShare.Of(rows);
        Assert.Equal(rows.Length > 0 ? 1 : 0, mobile.Count);
        var parts = ShareIndicators.DeviceShare.Of(rows).Where(share => share.Modality is "smartphone" or "tablette").ToArray();
        Assert.All(parts, part => Assert.Equal(mobile[0].Rate.Value.Denominator, part.Rate.Value.Denominator));
        Assert.All(parts, part => Assert.Equal(mobile[0].Rate.Coverage, part.Rate.Coverage));
        Assert.Equal(parts.Sum(part => part.Rate.Value.Numerator), mobile.Sum(share => share.Rate.Value.Numerator));
    }

    private static void AssertWhole(IReadOnlyList<Share> shares)
    {
        var sum = shares.Aggregate(BigInteger.Zero, (total, share) => total + share.Rate.Value.Numerator);
        Assert.All(shares, share => Assert.Equal(sum, share.Rate.Value.Denominator));
        Assert.All(shares, share => Assert.True(share.Rate.Coverage.Numerator <= share.Rate.Coverage.Denominator));
    }
}
