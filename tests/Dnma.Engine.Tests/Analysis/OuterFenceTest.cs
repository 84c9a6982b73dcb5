using Dnma.Engine.Analysis.Observed;

namespace Dnma.Engine.Tests.Analysis;

public class OuterFenceTest
{
    [Fact]
    public void The_fence_is_three_interquartile_ranges_above_the_upper_quartile()
    {
        // Of 1 to 9 the quartiles are 3 and 7: 7 + 3 × 4.
        double[] values = [9, 1, 8, 2, 7, 3, 6, 4, 5];
        Assert.Equal(19, OuterFence.Of(values)!.Value, 1e-9);
        Assert.True(OuterFence.Of(values) > 19);
    }

    [Fact]
    public void Quartiles_lie_between_values()
    {
        // Of 0, 1, …, 7 they are 1.75 and 5.25: 5.25 + 3 × 3.5.
        Assert.Equal(15.75, OuterFence.Of([0, 1, 2, 3, 4, 5, 6, 7])!.Value, 1e-9);
        Assert.Null(OuterFence.Of([0, 1, 2, 3, 4, 5, 6]));
    }

    [Fact]
    public void A_quarter_of_the_values_may_be_anything()
    {
        double[] calm = [0.01, 0.01, 0.02, 0.02, 0.02, 0.03, 0.03, 0.03, 0.03];
        Assert.Equal(OuterFence.Of([.. calm])!.Value, OuterFence.Of([.. calm[..7], 0.9, 1])!.Value);
    }
}
