using System.Buffers;
using System.Globalization;

namespace Dnma.Engine.Contracts;

/// <summary>A number of bytes, said in binary units: 1 KiB is 1024 bytes. A value, thread safe.</summary>
/// <param name="Bytes">The number.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>A number of mebibytes.</summary>
    public static ByteSize MiB(long count) => new(count << 20);

    /// <summary>A number of gibibytes.</summary>
    public static ByteSize GiB(long count) => new(count << 30);

    /// <summary>Reads <c>2GiB</c>, <c>512 MiB</c>, <c>1.5GiB</c>, <c>1048576</c>; <c>GB</c> and <c>G</c> mean GiB, any case.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: not a size.</exception>
    public static ByteSize Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExcept(Digits);
        digits = digits < 0 ? trimmed.Length : digits;
        var unit = trimmed[digits..].Trim();
        var power = unit.Length == 0 ? 0 : "BKMGT".IndexOf(char.ToUpperInvariant(unit[0]), StringComparison.Ordinal);
        var isUnit = unit.Length <= 1
            || unit[1..].Equals("iB", StringComparison.OrdinalIgnoreCase)
            || unit[1..].Equals("B", StringComparison.OrdinalIgnoreCase);
        if (power < 0 || !isUnit
            || !decimal.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > long.MaxValue >> (10 * power))
        {
            throw new EngineException(ErrorId.InvalidOption, "size", $"\"{text}\" is not a number of bytes", "write for example 512MiB or 2GiB");
        }

        return new ByteSize((long)(number * (1L << (10 * power))));
    }

    /// <inheritdoc />
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Whether one size is smaller than another.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Whether one size is larger than another.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Whether one size is at most another.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether one size is at least another.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <summary>For example <c>1.5 GiB</c>.</summary>
    public override string ToString()
    {
        var (value, unit) = ((double)Bytes, 0);
        while (value >= 1024 && unit < Units.Length - 1)
        {
            (value, unit) = (value / 1024, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Units[unit]}");
    }
}
