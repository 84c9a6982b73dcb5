using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>A growing run of bytes. Not thread safe.</summary>
internal sealed class RecordBytes
{
    private byte[] _bytes = [];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; good until the next growth.</summary>
    public Span<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Adds room for some bytes at the end.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.MemoryLimitTooLow"/>: it would be more than one array can hold.</exception>
    public Span<byte> Grow(int count)
    {
        var length = (long)Length + count;
        if (length > Array.MaxLength)
        {
            throw new EngineException(
                ErrorId.MemoryLimitTooLow,
                "split hits",
                "parts that claim to be of the same few hits take more than 2 GiB",
                "look for a script that repeats one part, or measure fewer files at a time");
        }

        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(length, 2L * _bytes.Length), Array.MaxLength));
        }

        Length = (int)length;
        return _bytes.AsSpan(Length - count, count);
    }

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Grow(bytes.Length));

    /// <summary>Forgets the bytes but keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets the bytes and gives the room back.</summary>
    public void Release()
    {
        _bytes = [];
        Length = 0;
    }
}
