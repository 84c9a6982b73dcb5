using System.Text;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>
/// How a label from outside stands in a finding: cut, and without what may be an identifier. Labels of services and types are published whole as modalities; in a
/// finding they only have to be recognized.
/// </summary>
internal static class ShownLabel
{
    /// <summary>The most characters that are shown.</summary>
    public const int MostCharacters = 40;

    /// <summary>So many digits on end may be a person's number; fewer are a year, a site, a UAI's. They are shown as nines.</summary>
    public const int DigitsOfAnIdentifier = 8;

    /// <summary>The shown form.</summary>
    public static string Of(string label)
    {
        // What stands before an at sign is a person's address.
        var masked = MaskDigits(label.Contains('@', StringComparison.Ordinal) ? "…@…" : label);
        if (masked.EnumerateRunes().Count() <= MostCharacters)
        {
            return masked;
        }

        var shown = new StringBuilder();
        foreach (var rune in masked.EnumerateRunes().Take(MostCharacters - 1))
        {
            shown.Append(rune.ToString());
        }

        return shown.Append('…').ToString();
    }

    private static string MaskDigits(string label)
    {
        var characters = label.ToCharArray();
        for (var start = 0; start < characters.Length; start++)
        {
            var end = start;
            while (end < characters.Length && char.IsDigit(characters[end]))
            {
                end++;
            }

            if (end - start >= DigitsOfAnIdentifier)
            {
                Array.Fill(characters, '9', start, end - start);
            }

            start = Math.Max(start, end - 1);
        }

        return new string(characters);
    }
}
