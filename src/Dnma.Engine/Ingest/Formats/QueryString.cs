namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Walks the parameters of a query string <c>a=b&amp;c=d</c> in one pass, without decoding and without allocation. Only <c>&amp;</c>
/// separates (<c>;</c> is an ordinary character); empty parameters (<c>&amp;&amp;</c>) are skipped; a parameter without <c>=</c> has a name and
/// an empty value. Names come as written: every repetition is shown, and the reader decides which one wins (by rule the first).
/// </summary>
internal ref struct QueryString(ReadOnlySpan<byte> query)
{
    private readonly ReadOnlySpan<byte> _query = query;
    private int _next;
    private int _nameStart;
    private int _nameLength;

    /// <summary>The name, undecoded.</summary>
    public readonly ReadOnlySpan<byte> Name => _query.Slice(_nameStart, _nameLength);

    /// <summary>Where the value begins in the query.</summary>
    public int ValueStart { get; private set; }

    /// <summary>How many bytes the value has.</summary>
    public int ValueLength { get; private set; }

    /// <summary>Whether the parameter has an equals sign.</summary>
    public bool HasEquals { get; private set; }

    /// <summary>The value, undecoded.</summary>
    public readonly ReadOnlySpan<byte> Value => _query.Slice(ValueStart, ValueLength);

    /// <summary>Goes to the next parameter; false at the end.</summary>
    public bool MoveNext()
    {
        while (_next < _query.Length)
        {
            var rest = _query[_next..];
            var end = rest.IndexOfAny((byte)'=', (byte)'&');
            _nameStart = _next;
            HasEquals = end >= 0 && rest[end] == (byte)'=';
            _nameLength = end < 0 ? rest.Length : end;
            ValueStart = _next + _nameLength;
            ValueLength = 0;
            if (HasEquals)
            {
                ValueStart++;
                var length = rest[(end + 1)..].IndexOf((byte)'&');
                ValueLength = length < 0 ? _query.Length - ValueStart : length;
            }

            _next = ValueStart + ValueLength + 1;
            if (HasEquals || _nameLength > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets the current value reach to the end of the query, separators included: there is no parameter after it.</summary>
    public void TakeRest()
    {
        ValueLength = _query.Length - ValueStart;
        _next = _query.Length;
    }
}
