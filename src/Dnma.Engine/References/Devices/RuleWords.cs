using System.Text;

namespace Dnma.Engine.References.Devices;

/// <summary>Cuts a rule into words: spaces part them, a bar is a word of its own, quotes keep spaces and bars inside a word.</summary>
internal static class RuleWords
{
    /// <summary>The word that parts choices.</summary>
    public const string Bar = "|";

    /// <summary>The words of a rule; <see langword="null"/> when a quote is not closed.</summary>
    public static List<string>? Split(string rule)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in rule)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || (letter != '|' && !char.IsWhiteSpace(letter)))
            {
                word.Append(letter);
            }
            else
            {
                Flush(words, word);
                if (letter == '|')
                {
                    words.Add(Bar);
                }
            }
        }

        Flush(words, word);
        return isQuoted ? null : words;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
