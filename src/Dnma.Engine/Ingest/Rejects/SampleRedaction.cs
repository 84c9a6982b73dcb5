using System.Buffers;
using System.Text;

namespace Dnma.Engine.Ingest.Rejects;

/// <summary>
/// Makes of a rejected record a text that shows its shape and nobody's identity: what is not known to be harmless is masked (domain §8). Letters
/// become <c>x</c> and digits <c>9</c>, save for words of <see cref="HarmlessWords"/>, dates, and short numbers of a few parameters;
/// punctuation stays. Control characters are shown as their pictures, bytes that are no UTF-8 as U+FFFD. Pure.
/// </summary>
internal static class SampleRedaction
{
    /// <summary>The longest sample, in characters; a longer one is cut and ends with an ellipsis.</summary>
    public const int MaxLength = 160;

    /// <summary>A masked word longer than this is shown cut, since its length tells nothing: room for what comes behind it.</summary>
    private const int MaxMask = 12;

    /// <summary>The longest number that is shown; of an identifier it would be a crumb.</summary>
    private const int MaxShortNumber = 5;

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789."u8);

    /// <summary>Redacts a record.</summary>
    public static string Redact(ReadOnlySpan<byte> record)
    {
        var sample = new StringBuilder(MaxLength + 64);
        for (var at = 0; at < record.Length && sample.Length <= MaxLength;)
        {
            var rest = record[at..];
            var date = at > 0 && JoinsWords(record[at - 1]) ? 0 : DatePattern.Measure(rest);
            at += date > 0 ? AppendPlain(sample, rest[..date])
                : IsWord(rest[0]) ? AppendWord(sample, rest)
                : rest[0] < 0x80 ? AppendPunctuation(sample, rest)
                : AppendNonAscii(sample, rest);
        }

        if (sample.Length > MaxLength)
        {
            sample.Length = MaxLength - 1;
            sample.Append('…');
        }

        return sample.ToString();
    }

    private static int AppendWord(StringBuilder sample, ReadOnlySpan<byte> rest)
    {
        var length = 1;
        while (length < rest.Length && IsWord(rest[length]))
        {
            length++;
        }

        var word = rest[..length];
        var behind = rest[length..];
        if (length <= HarmlessWords.MaxLength)
        {
            Span<char> characters = stackalloc char[length];
            Encoding.ASCII.GetChars(word, characters);
            if (HarmlessWords.Contains(characters, behind.StartsWith("="u8) || behind.StartsWith("\":"u8)))
            {
                AppendPlain(sample, word);
                return length + (HarmlessWords.NamesShortNumber(characters) ? AppendShortNumber(sample, behind) : 0);
            }
        }

        foreach (var symbol in word[..Math.Min(length, MaxMask)])
        {
            sample.Append(Mask(symbol));
        }

        if (length > MaxMask)
        {
            sample.Append('…');
        }

        return length;
    }

    /// <summary>Appends an equals sign and the number behind it, when that is all there is up to the next parameter.</summary>
    private static int AppendShortNumber(StringBuilder sample, ReadOnlySpan<byte> behind)
    {
        if (!behind.StartsWith("="u8))
        {
            return 0;
        }

        var value = behind[1..];
        var end = value.IndexOfAny("& \t\""u8);
        value = end < 0 ? value : value[..end];
        return value.Length is 0 or > MaxShortNumber || value.ContainsAnyExcept(NumberBytes)
            ? 0
            : AppendPlain(sample, behind[..(value.Length + 1)]);
    }

    private static int AppendPunctuation(StringBuilder sample, ReadOnlySpan<byte> rest)
    {
        var symbol = rest[0];
        sample.Append(symbol switch
        {
            < 0x20 => (char)('\u2400' + symbol),
            0x7F => '\u2421',
            _ => (char)symbol,
        });
        if (symbol != '%' || rest.Length < 3 || !char.IsAsciiHexDigit((char)rest[1]) || !char.IsAsciiHexDigit((char)rest[2]))
        {
            return 1;
        }

        // An escape is masked by itself, so that the word behind it is seen as a word.
        sample.Append(Mask(rest[1])).Append(Mask(rest[2]));
        return 3;
    }

    private static int AppendNonAscii(StringBuilder sample, ReadOnlySpan<byte> rest)
    {
        var isText = Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done;
        sample.Append(isText ? 'x' : '\uFFFD');
        return length;
    }

    private static int AppendPlain(StringBuilder sample, ReadOnlySpan<byte> ascii)
    {
        foreach (var symbol in ascii)
        {
            sample.Append((char)symbol);
        }

        return ascii.Length;
    }

    private static char Mask(byte symbol) => symbol == '_' ? '_' : char.IsAsciiDigit((char)symbol) ? '9' : 'x';

    private static bool IsWord(byte symbol) => char.IsAsciiLetterOrDigit((char)symbol) || symbol == '_';

    /// <summary>Whether a date behind this byte may be the tail of something longer: an address, a UUID, a path.</summary>
    private static bool JoinsWords(byte symbol) => IsWord(symbol) || symbol >= 0x80 || "-.:/@%+"u8.Contains(symbol);
}
