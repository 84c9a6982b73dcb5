using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Time;
using FsCheck;
using FsCheck.Xunit;

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

    // Student's table, two-sided; and the normal one.
    [Theory]
    [InlineData(12.7062, 1, 0.05)]
    [InlineData(4.0321, 5, 0.01)]
    [InlineData(2.2281, 10, 0.05)]
    [InlineData(4.5869, 10, 0.001)]
    [InlineData(1.95996, 1e9, 0.05)]
    public void Deviations_by_an_estimated_variance_are_as_probable_as_in_the_table(double deviations, double degrees, double chance)
    {
        Assert.Equal(chance, StudentTail.TwoSided(deviations, degrees), 5);
        Assert.Equal(chance, StudentTail.TwoSided(-deviations, degrees), 5);
    }

    [Fact]
    public void A_chance_by_a_known_variance_is_greater_where_the_variance_is_an_estimate()
    {
        // 1.95996 deviations are 5 % of a normal distribution; of Student's with 10 degrees that is 0.0785.
        Assert.Equal(0.0785, StudentTail.Of(0.05, 10), 3);
        Assert.Equal(0.05, StudentTail.Of(0.05, 1e9), 9);
        Assert.Equal(1, StudentTail.Of(1, 10));
        Assert.InRange(StudentTail.Of(0, 10), double.Epsilon, 1e-9);
    }

    [Fact]
    public void Weeks_that_resemble_their_neighbours_tell_less_of_a_level()
    {
        // Of three weeks with a correlation of 0.3: 1 + 2 (2/3 · 0.3 + 1/3 · 0.09).
        Assert.Equal(1.46, new SeriesNoise(0.01, 0.3, 20).OfSum(3), 9);
        Assert.Equal(1, new SeriesNoise(0.01, 0, 20).OfSum(3), 9);
        Assert.Equal(80, new SeriesNoise(0.01, 0.3, 20).DegreesOf(0.01, 0.02), 9);
    }

    [Property]
    public void What_is_selected_is_where_sorting_puts_it(double[] some, PositiveInt place)
    {
        double[] values = [.. some.Where(value => !double.IsNaN(value)), 1, 1, 1];
        var rank = place.Get % values.Length;
        var sorted = values.Order().ToArray();
        Assert.Equal(sorted[rank], Medians.OfRank((double[])values.Clone(), rank));
        var median = Medians.Of((double[])values.Clone());
        Assert.Equal(sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2, median);
    }

    [Fact]
    public void The_group_tells_how_much_its_series_differ_and_resemble_their_neighbours()
    {
        // A hundred alike: 1 % beyond chance, and 13 % of it more two weeks apart than one.
        OwnNoise[] alike = [.. Enumerable.Repeat(new OwnNoise(0.012, 0.015, 0.002, 20), 100)];
        var noise = GroupNoise.Of(alike).NoiseOf(alike[0]);
        Assert.Equal(0.3, noise.Correlation, 9);
        Assert.Equal(0.01 / 0.7, noise.Dispersion, 9);

        // Alike as they are, they are worth the most; those that differ by ten times are worth next to nothing.
        OwnNoise[] apart = [.. alike.Select((own, i) => own with { Near = i % 2 == 0 ? 0.005 : 0.05 })];
        Assert.Equal(220, noise.Degrees, 9);
        Assert.InRange(GroupNoise.Of(apart).NoiseOf(apart[0]).Degrees, 20, 25);
    }
}
