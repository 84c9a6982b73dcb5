using Dnma.Engine.Contracts;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>The presets hold the table of domain §3 as it stands there, and rules that make no sense are refused.</summary>
public class NormTest
{
    [Theory]
    [InlineData("dnma", VisitorKey.Person, ClickRule.ThirdPartyServices, false, false, false, true, 0, 0, DurationRule.Exact, TimedVisitRule.TwoHits, false)]
    [InlineData("acpm", VisitorKey.Person, ClickRule.None, false, false, false, false, 0, 0, DurationRule.Exact, TimedVisitRule.TwoHits, false)]
    [InlineData("piano", VisitorKey.ClientElsePerson, ClickRule.All, true, false, false, true, 0, 250_000, DurationRule.RoundedToSecond, TimedVisitRule.PositiveDuration, false)]
    [InlineData("matomo", VisitorKey.Person, ClickRule.All, true, true, true, true, 10_000, 0, DurationRule.OneSecondMore, TimedVisitRule.All, true)]
    public void Presets_are_those_of_the_field(
        string name, VisitorKey key, ClickRule clicks, bool events, bool pings, bool floors, bool midnight, int actions, long robot, DurationRule duration, TimedVisitRule timed, bool byActions)
    {
        var norm = Norm.Of(name.ToUpperInvariant());
        Assert.Equal(
            new Norm
            {
                Name = name,
                VisitsKeyedBy = key,
                Counting = new CountingRule { Clicks = clicks, CountsEvents = events, PingsExtend = pings },
                InactivityMs = 30 * 60 * 1000,
                FloorsToSecond = floors,
                CutsAtMidnight = midnight,
                CutsAfterActions = actions,
                RobotAboveHits = robot,
                Duration = duration,
                TimedVisits = timed,
                BouncesByActions = byActions,
                FlashMs = 30 * 1000,
            },
            norm);
        norm.Validate();
    }

    [Fact]
    public void An_unknown_norm_is_refused_with_the_known_ones() =>
        Assert.Contains("dnma, acpm, piano, matomo", Assert.Throws<EngineException>(() => Norm.Of("xiti")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rules_that_make_no_sense_are_refused_by_name()
    {
        AssertRefused("InactivityMs", Norm.Dnma with { InactivityMs = 0 });
        AssertRefused("InactivityMs", Norm.Matomo with { InactivityMs = 1_800_001 });
        AssertRefused("CutsAfterActions", Norm.Dnma with { CutsAfterActions = -1 });
        AssertRefused("RobotAboveHits", Norm.Dnma with { RobotAboveHits = -1 });
        AssertRefused("FlashMs", Norm.Dnma with { FlashMs = -1 });
        AssertRefused("Name", Norm.Dnma with { Name = "" });
    }

    [Fact]
    public void Limits_at_their_edge_are_accepted()
    {
        (Norm.Dnma with { InactivityMs = 1, FlashMs = 0, Name = "x" }).Validate();
        (Norm.Dnma with { InactivityMs = 1_800_001 }).Validate();
        (Norm.Matomo with { InactivityMs = 1_000 }).Validate();
    }

    private static void AssertRefused(string member, Norm norm)
    {
        var error = Assert.Throws<EngineException>(norm.Validate);
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
    }
}
