using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Report;

/// <summary>What more breakdowns cost. A grouping set is a kind of period, a level and a dimension, as SQL's GROUPING SETS would name it, with exact users.</summary>
internal static class BreakdownTimings
{
    /// <summary>Of a measurement without custom ones: those that divide visits, and services, types, tools.</summary>
    private const int Dimensions = ModalitySlots.PerVisit + 3;

    public static Section Run(ReportOptions options)
    {
        var input = EncodedHits.Generate(new GenerationOptions { Hits = options.IsQuick ? 1_000_000 : 10_000_000, Days = 7 }, Norm.Dnma);
        using var core = new CoreRun(input, options.Threads, ByteSize.GiB(16));
        var bytes = input.Count * 32;
        var one = Timing.Of("1 grouping set: the nation's total", input.Count, bytes, options.Runs, () => core.National().Clock.Total);
        var plans = new[] { CountingPlan.OpenData, new CountingPlan([], []), new CountingPlan(Enum.GetValues<PeriodKind>(), TerritoryLevels.Standard) };
        string[] names = ["weeks of establishments (the four tables)", "the least that the public face counts", "every period and level"];
        var timings = plans.Select((plan, i) => Timing.Of(
            $"{SetsOf(plan)} grouping sets: {names[i]}", input.Count, bytes, options.Runs, () => core.FourTables(plan).Clock.Total)).ToArray();
        var openData = timings[0];
        return new Section(
            "What breakdowns cost",
            "A grouping set is a kind of period × a level × a dimension, with exact users. A plan chooses periods and levels, and always counts every dimension of them; none has 20 sets, "
            + "so that the plans beside 20 are held against one. Building the rows and the tables is part of all but the first.",
            [one, .. timings],
            [
                Target.Within($"{SetsOf(plans[0])} grouping sets beside one", openData.NanosecondsPerHit, one.NanosecondsPerHit, 2.5),
                Target.Within($"{SetsOf(plans[1])} grouping sets beside one", timings[1].NanosecondsPerHit, one.NanosecondsPerHit, 2.5),
                Target.Beside($"{SetsOf(plans[2])} grouping sets beside {SetsOf(plans[0])}", timings[2].NanosecondsPerHit, openData.NanosecondsPerHit),
            ]);
    }

    private static int SetsOf(CountingPlan plan)
    {
        var pairs = 0;
        foreach (var period in Enum.GetValues<PeriodKind>())
        {
            pairs += Enum.GetValues<TerritoryLevel>().Count(level => plan.Counts(period, level));
        }

        return pairs * Dimensions;
    }
}
