using System.Text;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// The values of one row's custom dimensions, copied side by side as <see cref="HitFields.CustomBytes"/> wants them. Reused row by row; not thread safe.
/// </summary>
internal sealed class CustomValues(int count)
{
    private readonly Range[] _ranges = new Range[count];
    private byte[] _bytes = new byte[count == 0 ? 0 : 256];
    private int _used;

    /// <summary>How many custom dimensions are asked for.</summary>
    public int Count => _ranges.Length;

    /// <summary>Where <see cref="Ranges"/> point into.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _used);

    /// <summary>One range a dimension, in the order asked.</summary>
    public ReadOnlySpan<Range> Ranges => _ranges;

    /// <summary>The dimension called <paramref name="name"/>, in any case; −1 where none is.</summary>
    public static int IndexOf(ReadOnlySpan<byte[]> names, ReadOnlySpan<byte> name)
    {
        name = name.Trim(" \t"u8);
        for (var i = 0; i < names.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        if (_ranges.Length != 0)
        {
            _used = 0;
            Array.Clear(_ranges);
        }
    }

    /// <summary>Whether a dimension has a value in this row.</summary>
    public bool Has(int index) => _ranges[index].End.Value > _ranges[index].Start.Value;

    /// <summary>Sets a dimension's value; the first one that is not empty stays.</summary>
    public void Set(int index, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || Has(index))
        {
            return;
        }

        if (_bytes.Length - _used < value.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + value.Length));
        }

        value.CopyTo(_bytes.AsSpan(_used));
        _ranges[index] = _used..(_used + value.Length);
        _used += value.Length;
    }
}
