namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// The custom dimensions of one hit: parameters whose name is, byte for byte, one that the definition asks for. The first occurrence wins.
/// Not thread safe.
/// </summary>
internal sealed class CustomParameters
{
    private readonly byte[][] _names;
    private readonly (int Start, int Length)[] _values;
    private readonly Range[] _ranges;

    /// <summary>Makes an empty set for the names that a sink asks for.</summary>
    public CustomParameters(ReadOnlySpan<byte[]> names)
    {
        _names = names.ToArray();
        _values = new (int, int)[names.Length];
        _ranges = new Range[names.Length];
    }

    /// <summary>Whether none is asked for.</summary>
    public bool IsEmpty => _names.Length == 0;

    /// <summary>Forgets the last hit.</summary>
    public void Clear() => _values.AsSpan().Fill((-1, 0));

    /// <summary>Takes a parameter if it is asked for.</summary>
    /// <param name="query">The query it stands in.</param>
    /// <param name="parameter">Where it stands.</param>
    public void Offer(ReadOnlySpan<byte> query, in QueryParameter parameter)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (_values[i].Start < 0 && parameter.NameIn(query).SequenceEqual(_names[i]))
            {
                _values[i] = (parameter.ValueStart, parameter.ValueLength);
            }
        }
    }

    /// <summary>Decodes what was taken; a value that two equal names ask for is decoded once, so no more is written than the query has.</summary>
    /// <returns>One range of <see cref="DecodeScratch.Bytes"/> for each name, in the order asked; empty where the hit has none.</returns>
    public ReadOnlySpan<Range> Decode(ReadOnlySpan<byte> query, DecodeScratch scratch)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            var (start, length) = _values[i];
            var twin = Array.IndexOf(_values, (start, length));
            _ranges[i] = start < 0 ? default : twin < i ? _ranges[twin] : scratch.Append(query.Slice(start, length));
        }

        return _ranges;
    }
}
