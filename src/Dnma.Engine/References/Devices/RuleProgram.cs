using Dnma.Engine.Hits;

namespace Dnma.Engine.References.Devices;

/// <summary>
/// The rules in the order of their file, over a set of bits: one for each token, hint token, fact and outcome. Running them is a walk
/// over arrays. Immutable, thread safe.
/// </summary>
internal sealed class RuleProgram
{
    private readonly Rule[] _rules;
    private readonly Term[] _terms;
    private readonly int[] _choices;

    /// <summary>Holds the rules, the terms that they point into, and the bits that the terms point into.</summary>
    public RuleProgram(Rule[] rules, Term[] terms, int[] choices)
    {
        _rules = rules;
        _terms = terms;
        _choices = choices;
    }

    /// <summary>Classifies an agent.</summary>
    /// <param name="seen">The bits of the tokens and hint tokens seen; the bits of facts and outcomes are added.</param>
    public AgentClass Run(Span<ulong> seen)
    {
        var device = 0;
        var os = 0;
        var browser = 0;
        var decided = 0;
        foreach (ref readonly var rule in _rules.AsSpan())
        {
            var section = 1 << (int)rule.Section;
            if ((decided & section) != 0 || !Holds(rule, seen))
            {
                continue;
            }

            BitSet.Add(seen, rule.Bit);
            switch (rule.Section)
            {
                case RuleSection.Facts:
                    continue;
                case RuleSection.Agent when RuleOutcomes.Flag(rule.Outcome) != HitFlags.None:
                    return new AgentClass(default, RuleOutcomes.Flag(rule.Outcome));
                case RuleSection.Os:
                    os = rule.Outcome;
                    break;
                case RuleSection.Device:
                    device = rule.Outcome;
                    break;
                case RuleSection.Browser:
                    browser = rule.Outcome;
                    break;
            }

            decided |= section;
        }

        var (deviceClass, connectedObject) = RuleOutcomes.Device(device);
        return new AgentClass(
            new DeviceTraits(deviceClass, (OperatingSystemFamily)os, (BrowserFamily)browser, connectedObject), HitFlags.None);
    }

    private bool Holds(in Rule rule, ReadOnlySpan<ulong> seen)
    {
        foreach (ref readonly var term in _terms.AsSpan(rule.FirstTerm, rule.TermCount))
        {
            var any = false;
            foreach (var bit in _choices.AsSpan(term.FirstChoice, term.ChoiceCount))
            {
                if (BitSet.Has(seen, bit))
                {
                    any = true;
                    break;
                }
            }

            if (any == term.IsNegated)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One line of the file.</summary>
    /// <param name="Section">The section it stands in.</param>
    /// <param name="Outcome">The outcome's number in <see cref="RuleOutcomes"/>; 0 for a fact.</param>
    /// <param name="Bit">The bit set when it holds: the fact's or the outcome's.</param>
    /// <param name="FirstTerm">Its first term.</param>
    /// <param name="TermCount">How many terms must all hold.</param>
    internal readonly record struct Rule(RuleSection Section, int Outcome, int Bit, int FirstTerm, int TermCount);

    /// <summary>Choices of which one must hold, or none when negated.</summary>
    /// <param name="IsNegated">Whether none may hold.</param>
    /// <param name="FirstChoice">Its first choice's bit.</param>
    /// <param name="ChoiceCount">How many choices there are.</param>
    internal readonly record struct Term(bool IsNegated, int FirstChoice, int ChoiceCount);
}
