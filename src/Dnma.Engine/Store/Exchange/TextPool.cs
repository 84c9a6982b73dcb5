using System.Text;

namespace Dnma.Engine.Store.Exchange;

/// <summary>Makes texts of bytes, the same one for the same bytes, as far as they are short: codes repeat. Not thread safe.</summary>
internal sealed class TextPool
{
    private const int ShortBytes = 256;
    private const int MostTexts = 1 << 18;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _byChars;
    private readonly char[] _buffer = new char[ShortBytes];
    private string _last = "";

    public TextPool() => _byChars = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text of UTF-8; what is no UTF-8 becomes U+FFFD.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > ShortBytes)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ReadOnlySpan<char> text = _buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, _buffer));

        // Tables are sorted: most often it is the text of the row before.
        if (text.SequenceEqual(_last))
        {
            return _last;
        }

        if (!_byChars.TryGetValue(text, out var known))
        {
            known = text.ToString();
            if (_texts.Count < MostTexts)
            {
                _ = _texts.Add(known);
            }
        }

        return _last = known;
    }
}
