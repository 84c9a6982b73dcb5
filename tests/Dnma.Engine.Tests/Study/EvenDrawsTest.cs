using Dnma.Engine.Study2022.Behaviour;
using FsCheck;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Study;

/// <summary>What lets a small world show the shares of a large one: draws that are spread evenly.</summary>
public sealed class EvenDrawsTest
{
    [Property]
    public void A_quota_is_never_one_away_from_what_was_expected(byte start, NonNegativeInt[] thousandths)
    {
        var (expected, taken) = (start / 256.0, 0L);
        var quota = new Quota(expected);
        foreach (var chance in thousandths.Select(one => one.Get % 5000 / 1000.0))
        {
            expected += chance;
            taken += quota.Take(chance);

            // What is left over, but for the last bits of the sum.
            Assert.InRange(expected - taken, -1e-9, 1 + 1e-9);
        }
    }

    [Property(MaxTest = 50)]
    public void An_even_sequence_fills_every_interval_by_its_length(ulong start, byte below)
    {
        const int Draws = 1000;
        var (sequence, bound) = (new EvenSequence(start), below / 255.0);
        var share = Enumerable.Range(0, Draws).Count(_ => sequence.Next() < bound);

        // The discrepancy of multiples of the golden ratio grows with the logarithm; random draws would miss by 16 as often as not.
        Assert.InRange(share, (Draws * bound) - 5, (Draws * bound) + 5);
    }

    [Fact]
    public void Keyed_draws_depend_on_the_key_alone()
    {
        var draws = new KeyedDraws(3);
        var first = draws.Unit(Draw.Page, 1, 2, 3);
        _ = draws.Bits(Draw.Slot, 9);
        Assert.Equal(first, draws.Unit(Draw.Page, 1, 2, 3));
        Assert.InRange(first, 0, 1 - double.Epsilon);
        Assert.Distinct([first, draws.Unit(Draw.Page, 2, 1, 3), draws.Unit(Draw.Slot, 1, 2, 3), new KeyedDraws(4).Unit(Draw.Page, 1, 2, 3)]);
    }
}
