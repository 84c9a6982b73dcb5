using System.Globalization;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Frames;

/// <summary>A table of indicators of any size: weeks of establishments by service, sorted, some rows withheld.</summary>
internal static class BenchTable
{
    private const int Services = 27;
    private const int Establishments = 4_000;
    private const long Spread = 0x4F1B_BCDC_BFA5_3E0B;

    public static IndicatorTable Of(int rows)
    {
        var columns = IndicatorColumns.Allocate(rows);
        var modalities = Enumerable.Range(0, Services).Select(service => string.Create(CultureInfo.InvariantCulture, $"service_{service:00}")).ToArray();
        var codes = Enumerable.Range(0, Establishments).Select(school => string.Create(CultureInfo.InvariantCulture, $"{100_000 + (school * 17):0000000}A")).ToArray();
        var monday = LocalCalendar.DayOf(new DateOnly(2022, 9, 5));
        var withheld = new bool[rows];
        for (var row = 0; row < rows; row++)
        {
            var (school, service) = Math.DivRem(row, Services);
            columns.Period[row] = PeriodKind.Week;
            columns.PeriodStart[row] = monday + (7 * (school / Establishments));
            columns.Level[row] = TerritoryLevel.Establishment;
            columns.Code[row] = codes[school % Establishments];
            columns.Dimension[row] = Dimension.Service;
            columns.Modality[row] = modalities[service];
            var visits = unchecked(row * Spread) >> 52 & 0x7FF;
            columns.Visits[row] = visits + 1;
            columns.Users[row] = (visits / 3) + 1;
            columns.PageViews[row] = visits * 5;
            columns.Hits[row] = visits * 6;
            columns.DurationMs[row] = visits * 181_237;
            columns.TimedVisits[row] = visits;
            columns.Bounces[row] = visits / 7;
            columns.FlashVisits[row] = visits / 9;
            withheld[row] = row % 101 == 0;
        }

        return new IndicatorTable(columns.Without(withheld));
    }
}
