using System.Globalization;
using System.Text;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References.Devices;

/// <summary>Reads the rules' language into <see cref="CompiledRules"/>. One reader reads one file.</summary>
internal sealed class DeviceRuleReader
{
    // Bits live on the stack while an agent is classified: 2 kB.
    private const int MostBits = 16_384;

    private static readonly string[] SectionNames = ["facts", "agent", "os", "device", "browser"];

    private readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);
    private readonly List<TokenPattern> _patterns = [];
    private readonly List<int> _patternBits = [];
    private readonly List<HintTokens.Token> _hintTokens = [];
    private readonly List<RuleProgram.Rule> _rules = [];
    private readonly List<RuleProgram.Term> _terms = [];
    private readonly List<int> _choices = [];
    private string? _version;
    private RuleSection? _section;
    private int _line;

    private DeviceRuleReader()
    {
    }

    /// <summary>Reads a rule file.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>, naming the line.</exception>
    public static CompiledRules Read(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF');
        return new DeviceRuleReader().Read(text);
    }

    private CompiledRules Read(string text)
    {
        var statement = new StringBuilder();
        var statementLine = 1;
        var number = 0;
        foreach (var rawLine in text.Split('\n'))
        {
            number++;
            var line = rawLine.TrimEnd();
            if (line.Length == 0 || line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            if (!char.IsWhiteSpace(line[0]))
            {
                ReadStatement(statement.ToString(), statementLine);
                statement.Clear();
                statementLine = number;
            }

            statement.Append(' ').Append(line);
        }

        ReadStatement(statement.ToString(), statementLine);
        if (_version is null || _rules.Count == 0)
        {
            throw Invalid("the file has no version or no rule", "begin with `version <name>`, then sections and rules");
        }

        return Compile(_version);
    }

    private CompiledRules Compile(string version)
    {
        try
        {
            var tokens = new TokenAutomaton([.. _patterns], [.. _patternBits]);
            return new CompiledRules(
                version,
                tokens,
                new HintTokens([.. _hintTokens], tokens),
                new RuleProgram([.. _rules], [.. _terms], [.. _choices]),
                _bits.Count);
        }
        catch (ArgumentException)
        {
            throw Invalid("the tokens are too many or too long together", "keep their characters below 65 535");
        }
    }

    private void ReadStatement(string statement, int line)
    {
        _line = line;
        var words = RuleWords.Split(statement);
        if (words is null)
        {
            throw Invalid("a quote is not closed", "close it on the same rule");
        }

        if (words.Count == 0)
        {
            return;
        }

        if (_version is null)
        {
            if (words.Count != 2 || words[0] != "version")
            {
                throw Invalid("the file does not begin with its version", "begin with `version <name>`");
            }

            _version = words[1];
        }
        else if (words[0].StartsWith('['))
        {
            _section = SectionOf(words);
        }
        else
        {
            ReadRule(words);
        }
    }

    private RuleSection SectionOf(List<string> words)
    {
        var section = words.Count == 1 && words[0].EndsWith(']') ? Array.IndexOf(SectionNames, words[0][1..^1]) : -1;
        if (section >= 0)
        {
            return (RuleSection)section;
        }

        throw Invalid($"{Cut(words[0])} is no section", "use [facts], [agent], [os], [device] or [browser], alone on its line");
    }

    private void ReadRule(List<string> words)
    {
        var section = _section ?? throw Invalid("a rule stands before the first section", "put it under [facts], [agent], [os], [device] or [browser]");
        var firstTerm = _terms.Count;
        for (var i = 1; i < words.Count; i++)
        {
            i = ReadTerm(words, i);
        }

        // The outcome last: a fact is not known to its own condition, unless an earlier line gave it.
        var outcome = 0;
        if (section == RuleSection.Facts)
        {
            if (words.Count == 1 || !IsName(words[0]))
            {
                throw Invalid($"{Cut(words[0])} is no fact with a condition", "write `name condition`, the name of letters, digits and hyphens");
            }
        }
        else
        {
            outcome = IndexOf(RuleOutcomes.Of(section), words[0]);
            if (outcome < 0)
            {
                throw Invalid(
                    $"[{NameOf(section)}] cannot decide {Cut(words[0])}", $"use one of {string.Join(", ", RuleOutcomes.Of(section))}");
            }
        }

        var name = section == RuleSection.Facts ? $"@{words[0]}" : $"@{NameOf(section)}.{words[0]}";
        _rules.Add(new RuleProgram.Rule(section, outcome, BitOf(name), firstTerm, _terms.Count - firstTerm));
    }

    /// <summary>Reads the term that begins at a word: choices with bars between.</summary>
    /// <returns>The index of its last word.</returns>
    private int ReadTerm(List<string> words, int index)
    {
        var firstChoice = _choices.Count;
        var isNegated = words[index].StartsWith('!');
        if (isNegated)
        {
            words[index] = words[index][1..];
        }

        while (true)
        {
            var choice = words[index];
            if (choice.Length == 0 || choice == RuleWords.Bar)
            {
                throw Invalid("a choice is missing beside a bar or after an exclamation mark", "write a token, a @fact or a ch-hint there");
            }

            _choices.Add(BitOfChoice(choice));
            if (index + 1 >= words.Count || words[index + 1] != RuleWords.Bar)
            {
                break;
            }

            index += 2;
            if (index >= words.Count)
            {
                throw Invalid("the rule ends in a bar", "write the missing choice, or indent the line that goes on with it");
            }
        }

        _terms.Add(new RuleProgram.Term(isNegated, firstChoice, _choices.Count - firstChoice));
        return index;
    }

    private int BitOfChoice(string choice)
    {
        if (choice.StartsWith('@'))
        {
            return _bits.TryGetValue(choice, out var known)
                ? known
                : throw Invalid($"{Cut(choice)} is not known here", "give the fact, or a rule with that outcome, further up");
        }

        // Same token, same bit: letters' case apart.
        var isHint = choice.StartsWith("ch-", StringComparison.OrdinalIgnoreCase);
        var name = choice.ToLowerInvariant();
        if (_bits.TryGetValue(name, out var bit))
        {
            return bit;
        }

        bit = BitOf(name);
        if (isHint)
        {
            _hintTokens.Add(HintOf(choice, bit));
        }
        else
        {
            var problem = TokenPattern.TryParse(choice, out var pattern);
            if (problem is not null)
            {
                throw Invalid($"{Cut(choice)} is no token: {problem}", "see the head of the library's own rules for the language");
            }

            _patterns.Add(pattern);
            _patternBits.Add(bit);
        }

        return bit;
    }

    private HintTokens.Token HintOf(string choice, int bit)
    {
        var colon = choice.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? HintKey.None : choice[..colon].ToLowerInvariant() switch
        {
            "ch-brand" => HintKey.Brand,
            "ch-platform" => HintKey.Platform,
            "ch-mobile" => HintKey.Mobile,
            "ch-form" => HintKey.Form,
            _ => HintKey.None,
        };
        var value = choice[(colon + 1)..];
        var isPrefix = value.EndsWith('*');
        value = isPrefix ? value[..^1] : value;
        if (key == HintKey.None || value.Length == 0)
        {
            throw Invalid($"{Cut(choice)} is no hint", "use ch-brand:, ch-platform:, ch-mobile: or ch-form: and a value");
        }

        var folded = Encoding.UTF8.GetBytes(value);
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = AgentText.Fold(folded[i]);
        }

        return new HintTokens.Token(key, folded, isPrefix, bit);
    }

    private int BitOf(string name)
    {
        if (!_bits.TryGetValue(name, out var bit))
        {
            bit = _bits.Count;
            if (bit == MostBits)
            {
                throw Invalid("the tokens and facts are too many", $"keep them below {MostBits.ToString(CultureInfo.InvariantCulture)}");
            }

            _bits.Add(name, bit);
        }

        return bit;
    }

    private static bool IsName(string name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-')
            {
                return false;
            }
        }

        return true;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static string NameOf(RuleSection section) => SectionNames[(int)section];

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private EngineException Invalid(string problem, string remedy) => new(
        ErrorId.InvalidReference, $"device rules, line {_line.ToString(CultureInfo.InvariantCulture)}", problem, remedy);
}
