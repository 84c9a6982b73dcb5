using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>The statistics under the series, against sums and numbers by hand.</summary>
public class StatisticsTest
{
    [Theory]
    [InlineData(3, 10.0, 0.3)]
    [InlineData(0, 2.5, 0.5)]
    [InlineData(25, 12.0, 0.2)]
    [InlineData(140, 100.0, 0.05)]
    [InlineData(60, 100.0, 0.05)]
    public void Tails_are_the_sums_of_the_negative_binomial(int count, double mean, double relativeVariance)
    {
        // P(k+1) = P(k) · (k + size) / (k + 1) · q, from P(0) = (size / (size + mean))^size.
        var size = 1 / (relativeVariance - (1 / mean));
        var (probability, lower) = (Math.Pow(size / (size + mean), size), 0.0);
        for (var k = 0; k <= count; k++)
        {
            lower += probability;
            probability *= (k + size) / (k + 1) * (mean / (size + mean));
        }

        var atCount = probability / ((count + size) / (count + 1) * (mean / (size + mean)));
        Assert.Equal(lower, CountTail.Lower(count, mean, relativeVariance), 9);
        Assert.Equal(1 - lower + atCount, CountTail.Upper(count, mean, relativeVariance), 9);
    }

    [Fact]
    public void Where_the_mean_is_large_tails_go_on_without_a_step()
    {
        Assert.Equal(CountTail.Lower(1_500, 1_999, 0.01), CountTail.Lower(1_500, 2_001, 0.01), 0.0015);
        Assert.Equal(CountTail.Upper(2_400, 1_999, 0.01), CountTail.Upper(2_400, 2_001, 0.01), 0.0015);
    }

    [Fact]
    public void Small_tails_stay_above_zero_and_are_in_order()
    {
        Assert.InRange(CountTail.Lower(0, 500, 0.02), 1e-60, 1e-9);
        Assert.True(CountTail.Upper(50_000, 100, 0.1) <= CountTail.Upper(5_000, 100, 0.1));
        Assert.True(CountTail.Upper(5_000, 100, 0.1) < 1e-12);
        Assert.Equal(1, CountTail.Upper(0, 100, 0.1));
    }

    [Fact]
    public void No_count_at_all_is_the_lower_tail_of_nothing() =>
        Assert.Equal(CountTail.Lower(0, 20, 0.25 + (1 / 20.0)), CountTail.Zero(20, 0.25), 12);

    [Fact]
    public void Chances_are_adjusted_as_by_Benjamini_and_Hochberg()
    {
        // Five of ten tests: 10 · p / rank, and never more than what follows.
        double[] chances = [0.04, 0.001, 0.008, 0.039, 0.0085];
        FalseDiscovery.Adjust(chances, 10);
        Assert.Equal([0.08, 0.01, 0.0283333, 0.08, 0.0283333], chances.Select(chance => Math.Round(chance, 7)));
    }

    [Fact]
    public void Medians_do_not_move_with_what_lies_far_out()
    {
        Assert.Equal(3, Medians.Of([9_999, 1, 2, 3, 4]));
        Assert.Equal(2.5, Medians.Of([4, 1, 3, 2]));
        Assert.Equal(1.4826, Medians.Spread([9_999, 1, 2, 3, 4], 3), 9); // |6|…, deviations 9 996, 2, 1, 0, 1: the median is 1.
        Assert.True(double.IsNaN(Medians.Of([])));
    }

    [Fact]
    public void Whole_weeks_are_those_that_a_range_holds_to_the_end()
    {
        // Wednesday 2025-09-03 to Monday 2025-09-22: the weeks of the 8th and the 15th.
        var grid = WeekGrid.Of([DayRange.Of(new(2025, 9, 3), new(2025, 9, 22)), DayRange.Of(new(2025, 9, 1), new(2025, 9, 15))]);
        Assert.Equal([new(2025, 9, 1), new(2025, 9, 8), new(2025, 9, 15)], grid.Starts.Select(LocalCalendar.DateOf));
        Assert.Equal([1, 0, 0], grid.Sources);
        Assert.Equal((1, 2, -1), (grid.FirstOwn, grid.IndexOf(LocalCalendar.DayOf(new(2025, 9, 15))), grid.IndexOf(LocalCalendar.DayOf(new(2025, 9, 22)))));
    }

    [Fact]
    public void Weeks_are_as_long_as_the_school_in_them()
    {
        // Zone B: the week of Ascension 2026 (Thursday 14 May) has three days; the first week of February 2026 five; that of 16 February is holiday.
        var calendar = new WeekCalendar(WeekGrid.Of([DayRange.Of(new(2026, 2, 2), new(2026, 5, 18))]));
        var exposure = calendar.ExposureOf(SchoolZone.B)!;
        Assert.Equal((5.25, 0.875, 3.5), (exposure[0], exposure[2], exposure[^1]));
        Assert.Null(calendar.ExposureOf(SchoolZone.Corse));
        Assert.Null(calendar.ExposureOf(null));
        Assert.Equal(0, calendar.CommonExposure()[2]);
        Assert.Equal(3.5, calendar.CommonExposure()[^1]);
    }

    [Fact]
    public void What_befalls_less_than_half_is_not_in_the_profile()
    {
        var set = new SeriesSet(10);
        for (var series = 0; series < 9; series++)
        {
            set.Add();
            for (var week = 0; week < 10; week++)
            {
                // All halve in week 4; four of nine vanish in week 7.
                set.Put(series, week, 1_000 * (series + 1) / (week == 4 ? 2 : 1) / (week == 7 && series < 4 ? 100 : 1));
            }
        }

        var profile = PooledProfile.Of(set, [.. Enumerable.Range(0, 9)], null);
        Assert.Equal(0.5, profile[4] / profile[3], 2);
        Assert.Equal(1, profile[7] / profile[3], 2);
    }
}
