using System.Numerics;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Whole numbers for exact terms, so that they still add up: each is rounded down, and what is missing goes to the largest remainders.</summary>
internal static class Apportionment
{
    /// <summary>The terms in whole numbers, each less than 1 away from its own; of equal remainders the earlier term is served first.</summary>
    /// <param name="terms">Fractions whose sum is a whole number.</param>
    public static long[] Of(IReadOnlyList<Fraction> terms)
    {
        var split = terms.Select(term => term.Split()).ToArray();
        var missing = split.Aggregate(Fraction.Zero, (sum, term) => sum + term.Remainder).Split().Floor;
        var whole = split.Select(term => term.Floor).ToArray();
        var byRemainder = Enumerable.Range(0, split.Length).OrderByDescending(term => term, Comparer<int>.Create((left, right) => split[left].Remainder.CompareTo(split[right].Remainder)));
        foreach (var term in byRemainder.Take((int)missing))
        {
            whole[term] += BigInteger.One;
        }

        return [.. whole.Select(number => (long)number)];
    }
}
