namespace Dnma.Engine.References.Devices;

/// <summary>How the bytes of agents and rules are compared: ASCII letters in either case are one, a plus sign or a tab is a space.</summary>
internal static class AgentText
{
    private static readonly byte[] Folded = MakeFolded();
    private static readonly bool[] Word = MakeWord();

    /// <summary>The byte that stands for <paramref name="value"/> in comparisons. IIS writes the spaces of an agent as plus signs.</summary>
    public static byte Fold(byte value) => Folded[value];

    /// <summary>Whether a byte belongs to a word: an ASCII letter or digit, or a part of any character beyond ASCII.</summary>
    public static bool IsWord(byte value) => Word[value];

    /// <summary>Whether a byte is an ASCII digit.</summary>
    public static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    /// <summary>Whether <paramref name="text"/> is <paramref name="folded"/>, or begins with it when <paramref name="isPrefix"/>.</summary>
    /// <param name="text">Any bytes.</param>
    /// <param name="folded">Bytes already folded.</param>
    /// <param name="isPrefix">Whether more may follow.</param>
    public static bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> folded, bool isPrefix)
    {
        if (isPrefix ? text.Length < folded.Length : text.Length != folded.Length)
        {
            return false;
        }

        for (var i = 0; i < folded.Length; i++)
        {
            if (Folded[text[i]] != folded[i])
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] MakeFolded()
    {
        var folded = new byte[256];
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = i switch
            {
                >= 'A' and <= 'Z' => (byte)(i + ('a' - 'A')),
                '+' or '\t' => (byte)' ',
                _ => (byte)i,
            };
        }

        return folded;
    }

    private static bool[] MakeWord()
    {
        var word = new bool[256];
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = i >= 0x80 || char.IsAsciiLetterOrDigit((char)i);
        }

        return word;
    }
}
