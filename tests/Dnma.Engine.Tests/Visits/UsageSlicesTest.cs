using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

public class UsageSlicesTest
{
    [Fact]
    public void Each_usage_has_one_slice_in_order_of_arrival()
    {
        // More than the sixteen that there is room for at first, with codes far apart and each used twice.
        var slices = new UsageSlices();
        for (var round = 1; round <= 2; round++)
        {
            for (var i = 40; i > 0; i--)
            {
                slices[slices.IndexOf(i * i)].Hits += i;
            }
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(i => (Usage: (40 - i) * (40 - i), Hits: 2L * (40 - i))), slices.Span.ToArray().Select(slice => (slice.Usage, slice.Hits)));
    }

    [Fact]
    public void Cleared_slices_begin_at_zero_again()
    {
        var slices = new UsageSlices();
        slices[slices.IndexOf(0)].Hits = 7;
        slices[slices.IndexOf(5)].PageViews = 8;
        slices.Clear();
        Assert.Equal(0, slices.Span.Length);
        var slice = slices[slices.IndexOf(5)];
        Assert.Equal((5, 0, 0, 0), (slice.Usage, slice.Hits, slice.PageViews, slice.DurationMs));
        Assert.Equal(1, slices.Span.Length);
    }
}
