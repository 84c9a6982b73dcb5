namespace Dnma.Engine.Ingest.Containers;

/// <summary>Room for what of one line must be decoded. Spans stay valid until <see cref="Reset"/>, also when the room grows.</summary>
internal sealed class LineScratch
{
    private byte[] _bytes = new byte[1024];
    private int _used;

    /// <summary>Forgets the last line.</summary>
    public void Reset() => _used = 0;

    /// <summary>Reserves room.</summary>
    public Span<byte> Take(int length)
    {
        if (_bytes.Length - _used < length)
        {
            _bytes = new byte[Math.Max(length, 2 * _bytes.Length)];
            _used = 0;
        }

        var span = _bytes.AsSpan(_used, length);
        _used += length;
        return span;
    }

    /// <summary>Gives back the end of what was reserved last.</summary>
    public void GiveBack(int length) => _used -= length;
}
