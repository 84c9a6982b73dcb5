using System.Text;

namespace Dnma.Engine.References.Devices;

/// <summary>One token of the rules (the language is told at the head of <c>device-rules.txt</c>), ready to be matched.</summary>
/// <param name="Anchor">The folded bytes up to the first <c>#</c>: what the automaton finds.</param>
/// <param name="Tail">The folded bytes from the first <c>#</c> on, where <c>#</c> is any digit; usually empty.</param>
/// <param name="AtStart">Whether it must stand at the very beginning.</param>
/// <param name="AtEnd">Whether it must stand at the very end.</param>
/// <param name="OpensWord">Whether no letter or digit may come just before.</param>
/// <param name="ClosesWord">Whether no letter or digit may come just after.</param>
internal readonly record struct TokenPattern(byte[] Anchor, byte[] Tail, bool AtStart, bool AtEnd, bool OpensWord, bool ClosesWord)
{
    /// <summary>The shortest anchor: a shorter one would be found nearly everywhere.</summary>
    private const int ShortestAnchor = 2;

    /// <summary>Reads a token, its quotes already removed.</summary>
    /// <returns><see langword="null"/>, or what is wrong with it.</returns>
    public static string? TryParse(string token, out TokenPattern pattern)
    {
        var text = token.AsSpan();
        var atStart = text.StartsWith('^');
        text = atStart ? text[1..] : text;
        var atEnd = text.EndsWith('$');
        text = atEnd ? text[..^1] : text;
        var isOpenBefore = text.StartsWith('*');
        text = isOpenBefore ? text[1..] : text;
        var isOpenAfter = text.EndsWith('*');
        text = isOpenAfter ? text[..^1] : text;

        pattern = default;
        if ((atStart && isOpenBefore) || (atEnd && isOpenAfter))
        {
            return "a star cancels the ^ or $ beside it";
        }

        if (text.ContainsAny('*', '^', '$'))
        {
            return "*, ^ and $ may stand at the ends only";
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = AgentText.Fold(bytes[i]);
        }

        var digits = bytes.AsSpan().IndexOf((byte)'#');
        var length = digits < 0 ? bytes.Length : digits;
        if (length < ShortestAnchor)
        {
            return "it must begin with at least two characters other than #";
        }

        pattern = new TokenPattern(
            bytes[..length],
            bytes[length..],
            atStart,
            atEnd,
            OpensWord: !isOpenBefore && AgentText.IsWord(bytes[0]),
            ClosesWord: !isOpenAfter && (bytes[^1] == (byte)'#' || AgentText.IsWord(bytes[^1])));
        return null;
    }

    /// <summary>Whether the token stands in a text whose bytes before <paramref name="end"/> are its anchor.</summary>
    public bool Holds(ReadOnlySpan<byte> text, int end)
    {
        var start = end - Anchor.Length;
        if ((AtStart && start != 0) || (OpensWord && start != 0 && AgentText.IsWord(text[start - 1])))
        {
            return false;
        }

        if (Tail.Length > text.Length - end)
        {
            return false;
        }

        foreach (var wanted in Tail)
        {
            var found = text[end++];
            if (wanted == (byte)'#' ? !AgentText.IsDigit(found) : AgentText.Fold(found) != wanted)
            {
                return false;
            }
        }

        return end == text.Length || !(AtEnd || (ClosesWord && AgentText.IsWord(text[end])));
    }
}
