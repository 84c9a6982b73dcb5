using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// A group of rows as bytes, column by column, each number in seven bits a byte, the lowest first: how many rows; the steps of the period's rank, the territory
/// (anew where the period steps), the modality; then the eight figures, of which those that are like another are written as the difference, sign last.
/// </summary>
internal sealed class RowBytes
{
    private readonly List<byte> _bytes = [];
    private readonly CancellationToken _cancellation;

    private RowBytes(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>The bytes of some rows of a table, in its order; whether it is cancelled is looked at before each column.</summary>
    public static byte[] Of(IndicatorColumns columns, List<int> rows, Func<int, int> periodOf, Func<int, int> territoryOf, Func<int, int> modalityOf, CancellationToken cancellation)
    {
        var written = new RowBytes(cancellation);
        written.Whole((ulong)rows.Count);
        written.Steps(rows, periodOf, static _ => 0);
        written.Steps(rows, territoryOf, periodOf);
        written.Each(rows, row => written.Whole((ulong)modalityOf(row)));
        written.Each(rows, row => written.Whole((ulong)columns.Visits[row]));
        written.Each(rows, row => written.Signed(columns.Visits[row] - columns.Users[row]));
        written.Each(rows, row => written.Whole((ulong)columns.PageViews[row]));
        written.Each(rows, row => written.Signed(columns.Hits[row] - columns.PageViews[row]));
        written.Each(rows, row => written.Whole((ulong)columns.DurationMs[row]));
        written.Each(rows, row => written.Signed(columns.Visits[row] - columns.TimedVisits[row]));
        written.Each(rows, row => written.Whole((ulong)columns.Bounces[row]));
        written.Each(rows, row => written.Whole((ulong)columns.FlashVisits[row]));
        return [.. written._bytes];
    }

    private void Each(List<int> rows, Action<int> write)
    {
        _cancellation.ThrowIfCancellationRequested();
        foreach (var row in rows)
        {
            write(row);
        }
    }

    private void Steps(List<int> rows, Func<int, int> valueOf, Func<int, int> anewWhere)
    {
        _cancellation.ThrowIfCancellationRequested();
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
