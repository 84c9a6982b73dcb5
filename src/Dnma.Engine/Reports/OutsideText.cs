using System.Globalization;

namespace Dnma.Engine.Reports;

/// <summary>Text that comes from logs, files and references, made fit to be shown. Escaping is not its task: the page takes text as text.</summary>
internal static class OutsideText
{
    /// <summary>The longest name of a row.</summary>
    public const int LongestLabel = 80;

    /// <summary>The longest sentence.</summary>
    public const int LongestSentence = 600;

    /// <summary>
    /// Controls, line breaks, direction marks and halves of surrogate pairs become U+FFFD, so that a label cannot reorder or hide the
    /// figures beside it; what is longer than <paramref name="longest"/> code units is cut with an ellipsis, never inside a pair.
    /// </summary>
    public static string Of(string text, int longest = LongestLabel)
    {
        if (text.Length > longest)
        {
            var length = longest - 1;
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
        }

        return string.Create(text.Length, text, static (shown, text) =>
        {
            for (var i = 0; i < shown.Length; i++)
            {
                shown[i] = IsShown(text, i) ? text[i] : '\uFFFD';
            }
        });
    }

    private static bool IsShown(string text, int i) => char.GetUnicodeCategory(text[i]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Surrogate => (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1])),
        _ => true,
    };
}
