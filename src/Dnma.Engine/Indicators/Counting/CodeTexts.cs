using Dnma.Engine.Hits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>The published texts of a dictionary's codes and their order: <c>inconnu</c> for code 0.</summary>
internal sealed class CodeTexts
{
    /// <param name="labels">The dictionary, complete.</param>
    /// <param name="none">The text of code 0.</param>
    public CodeTexts(LabelDictionary labels, string none = IndicatorCodes.Unknown)
    {
        Texts = new string[labels.Count];
        Texts[0] = none;
        for (var code = 1; code < Texts.Length; code++)
        {
            Texts[code] = labels.Text(code);
        }

        Ranks = RanksOf(Texts);
    }

    /// <summary>The text of each code.</summary>
    public string[] Texts { get; }

    /// <summary>The place of each code's text among all, by UTF-8 bytes.</summary>
    public int[] Ranks { get; }

    public static int[] RanksOf(string[] texts)
    {
        var order = new int[texts.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (x, y) => IndicatorColumns.CompareUtf8(texts[x], texts[y]));
        var ranks = new int[texts.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            // Equal texts have equal ranks: what sorts by rank must sort as the text does.
            ranks[order[rank]] = rank > 0 && texts[order[rank]] == texts[order[rank - 1]] ? ranks[order[rank - 1]] : rank;
        }

        return ranks;
    }
}
