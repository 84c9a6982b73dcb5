namespace Dnma.Engine.Ingest.Sources;

/// <summary>One name of a glob: <c>*</c> any characters, <c>?</c> one, <c>[a-z]</c> one of a set, <c>[!a-z]</c> one outside it.</summary>
internal static class GlobPattern
{
    /// <summary>True when a path holds a character that only a glob needs.</summary>
    public static bool IsGlob(ReadOnlySpan<char> path) => path.IndexOfAny('*', '?', '[') >= 0;

    /// <summary>Matches a whole name, by ordinal comparison; a leading dot of the name matches a leading dot only.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (name.StartsWith('.') && !pattern.StartsWith('.'))
        {
            return false;
        }

        // A mismatch goes back to the last star alone and lets it take one more character: linear in practice, never exponential.
        int p = 0, n = 0, star = -1, starName = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                starName = n;
            }
            else if (p < pattern.Length && MatchesOne(pattern[p..], name[n], out var length))
            {
                p += length;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++starName;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, char c, out int length)
    {
        length = 1;
        if (pattern[0] != '[')
        {
            return pattern[0] == '?' || pattern[0] == c;
        }

        var negated = pattern.Length > 1 && pattern[1] is '!' or '^';
        var first = negated ? 2 : 1;

        // A bracket right behind the opening one stands for itself.
        var close = pattern.Length > first + 1 ? pattern[(first + 1)..].IndexOf(']') : -1;
        if (close < 0)
        {
            return c == '[';
        }

        var set = pattern[first..(first + 1 + close)];
        length = first + set.Length + 1;
        var isIn = false;
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                isIn |= c >= set[i] && c <= set[i + 2];
                i += 2;
            }
            else
            {
                isIn |= c == set[i];
            }
        }

        return isIn != negated;
    }
}
