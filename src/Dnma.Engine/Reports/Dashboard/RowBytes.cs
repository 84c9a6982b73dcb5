using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// A group of rows as bytes, column by column, each number in seven bits a byte, the lowest first: how many rows; the steps of the period's rank, the territory
/// (anew where the period steps), the modality; then the eight figures, of which those that are like another are written as the difference, sign last.
/// </summary>
internal sealed class RowBytes
{
    private readonly List<byte> _bytes = [];

    /// <summary>The bytes of some rows of a table, in its order.</summary>
    public static byte[] Of(IndicatorColumns columns, List<int> rows, Func<int, int> periodOf, Func<int, int> territoryOf, Func<int, int> modalityOf)
    {
        var written = new RowBytes();
        written.Whole((ulong)rows.Count);
        written.Steps(rows, periodOf, static _ => 0);
        written.Steps(rows, territoryOf, periodOf);
        Each(rows, row => written.Whole((ulong)modalityOf(row)));
        Each(rows, row => written.Whole((ulong)columns.Visits[row]));
        Each(rows, row => written.Signed(columns.Visits[row] - columns.Users[row]));
        Each(rows, row => written.Whole((ulong)columns.PageViews[row]));
        Each(rows, row => written.Signed(columns.Hits[row] - columns.PageViews[row]));
        Each(rows, row => written.Whole((ulong)columns.DurationMs[row]));
        Each(rows, row => written.Signed(columns.Visits[row] - columns.TimedVisits[row]));
        Each(rows, row => written.Whole((ulong)columns.Bounces[row]));
        Each(rows, row => written.Whole((ulong)columns.FlashVisits[row]));
        return [.. written._bytes];
    }

    private static void Each(List<int> rows, Action<int> write)
    {
        foreach (var row in rows)
        {
            write(row);
        }
    }

    private void Steps(List<int> rows, Func<int, int> valueOf, Func<int, int> anewWhere)
    {
        var (last, anew) = (0, -1);
        foreach (var row in rows)
        {
            var (value, group) = (valueOf(row), anewWhere(row));
            last = group == anew ? last : 0;
            Whole((ulong)(value - last));
            (last, anew) = (value, group);
        }
    }

    private void Signed(long value) => Whole(value < 0 ? ((ulong)-value << 1) - 1 : (ulong)value << 1);

    private void Whole(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.Add((byte)((value & 0x7F) | 0x80));
            value >>= 7;
        }

        _bytes.Add((byte)value);
    }
}
