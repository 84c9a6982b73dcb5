using System.Runtime.InteropServices;

namespace Dnma.Engine.History.Reading;

/// <summary>
/// Some hundreds or thousands of neighbouring rows, column by column, each cell in as few bytes as the greatest one of its column here needs. A cell is coded
/// as 0 where there is no figure, else as one more than its figure: nothing can be taken for a zero that is none. Immutable once its codes are final.
/// </summary>
internal sealed class RowBlock
{
    /// <summary>What stands for a figure that is not there.</summary>
    public const long Absent = -1;

    private readonly byte[] _bytes;
    private readonly PackedColumn[] _columns;

    private RowBlock(FileLayout layout, int ordinal, long line, int[] weeks, int[] establishments, int[] labels, byte[] bytes, PackedColumn[] columns, TextColumns? texts)
    {
        (Layout, Ordinal, Line, Weeks, Establishments, Labels, Texts) = (layout, ordinal, line, weeks, establishments, labels, texts);
        (_bytes, _columns) = (bytes, columns);
    }

    /// <summary>The columns of the file that it is of.</summary>
    public FileLayout Layout { get; }

    /// <summary>The file's place among those that were read.</summary>
    public int Ordinal { get; }

    /// <summary>Where it begins in the file.</summary>
    public long Line { get; }

    /// <summary>The first days of the rows' weeks.</summary>
    public int[] Weeks { get; }

    /// <summary>The numbers of their establishments.</summary>
    public int[] Establishments { get; }

    /// <summary>The numbers of their labels.</summary>
    public int[] Labels { get; }

    /// <summary>What no data set has; null where the file has no such column.</summary>
    public TextColumns? Texts { get; }

    public int Count => Weeks.Length;

    /// <summary>Packs rows.</summary>
    /// <param name="layout">Their file's columns.</param>
    /// <param name="ordinal">Their file.</param>
    /// <param name="line">Their first line.</param>
    /// <param name="rows">The rows.</param>
    public static RowBlock Of(FileLayout layout, int ordinal, long line, RowScratch rows)
    {
        var columns = new PackedColumn[layout.CellCount];
        var bytes = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = Plan(rows, column, layout.IsDuration(column), bytes);
            bytes += columns[column].Width * rows.Count;
        }

        var packed = GC.AllocateUninitializedArray<byte>(bytes);
        for (var column = 0; column < columns.Length; column++)
        {
            Pack(rows, column, columns[column], packed.AsSpan(columns[column].Offset, columns[column].Width * rows.Count));
        }

        return new RowBlock(layout, ordinal, line, [.. rows.Weeks], [.. rows.Establishments], [.. rows.Labels], packed, columns, rows.TakeTexts());
    }

    /// <summary>One cell: its figure (times in milliseconds), or <see cref="Absent"/>.</summary>
    public long Cell(int row, int column)
    {
        if (column < 0)
        {
            return Absent;
        }

        var at = _columns[column];
        var code = at.Width switch
        {
            0 => at.Constant,
            1 => _bytes[at.Offset + row],
            2 => MemoryMarshal.Read<ushort>(_bytes.AsSpan(at.Offset + (2 * row))),
            4 => MemoryMarshal.Read<uint>(_bytes.AsSpan(at.Offset + (4 * row))),
            _ => MemoryMarshal.Read<long>(_bytes.AsSpan(at.Offset + (8 * row))),
        };
        return code == 0 ? Absent : (code - 1) * at.Unit;
    }

    private static PackedColumn Plan(RowScratch rows, int column, bool isDuration, int offset)
    {
        var (least, most, isInSeconds) = (long.MaxValue, long.MinValue, isDuration);
        for (var row = 0; row < rows.Count; row++)
        {
            var value = rows.Cell(row, column);
            least = Math.Min(least, value);
            most = Math.Max(most, value);
            isInSeconds = isInSeconds && (value % 1_000 == 0 || value == Absent);
        }

        var unit = isInSeconds ? 1_000 : 1;
        var greatest = CodeOf(most, unit);
        var width = least == most ? 0 : greatest <= byte.MaxValue ? 1 : greatest <= ushort.MaxValue ? 2 : greatest <= uint.MaxValue ? 4 : 8;
        return new PackedColumn(offset, width, unit, width == 0 ? greatest : 0);
    }

    private static void Pack(RowScratch rows, int column, PackedColumn plan, Span<byte> packed)
    {
        for (var row = 0; plan.Width > 0 && row < rows.Count; row++)
        {
            var code = CodeOf(rows.Cell(row, column), plan.Unit);
            switch (plan.Width)
            {
                case 1: packed[row] = (byte)code; break;
                case 2: MemoryMarshal.Write(packed[(2 * row)..], (ushort)code); break;
                case 4: MemoryMarshal.Write(packed[(4 * row)..], (uint)code); break;
                default: MemoryMarshal.Write(packed[(8 * row)..], code); break;
            }
        }
    }

    private static long CodeOf(long value, int unit) => value == Absent ? 0 : (value / unit) + 1;
}
