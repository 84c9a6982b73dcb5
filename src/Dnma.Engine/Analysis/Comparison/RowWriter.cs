using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Makes the rows of a territory and perimeter, in the order in which they are asked for. Not thread safe.</summary>
internal sealed class RowWriter(ComparedTerritory territory, ComparedPerimeter perimeter, SchoolGroup group, ComparedPeriods periods, TerritoryMarks marks)
{
    private const long Millionths = 1_000_000;
    private readonly List<ComparisonRow> _rows = [];

    public IEnumerable<ComparisonRow> Written => _rows;

    /// <summary>A count as a figure; null where parts exceed the total, so that it is none.</summary>
    public static Ratio? CountOf(long count) => count < 0 ? null : new Ratio(count, 1);

    public void Count(string subject, long a, long b, params IEnumerable<ComparisonMark> others) => Quotient(subject, new(a, 1), new(b, 1), others);

    public void Quotient(string subject, Ratio a, Ratio b, params IEnumerable<ComparisonMark> others)
    {
        if (marks.HasWeeks)
        {
            Compare(subject, a, b, others);
        }
        else
        {
            Put(subject, IndicatorCodes.Total, null, null, null, null, null, others);
        }
    }

    public void Users(long? a, long? b, params IEnumerable<ComparisonMark> others)
    {
        var (one, other) = (a is { } first ? CountOf(first) : null, b is { } second ? CountOf(second) : null);
        if (one is { } before && other is { } after)
        {
            Compare(ComparisonSubjects.Users, before, after, others);
        }
        else
        {
            Put(ComparisonSubjects.Users, IndicatorCodes.Total, one, other, null, null, null, others);
        }
    }

    public void NotCompared(long a, long b) => Put(ComparisonSubjects.VisitsNotCompared, IndicatorCodes.Total, CountOf(a), CountOf(b), null, null, null);

    public void SchoolDays(SchoolDayRates rates, params IEnumerable<ComparisonMark> others)
    {
        if (rates is { A: { } a, B: { } b })
        {
            var (change, rate) = ChangeOf(a, b);
            Put(ComparisonSubjects.VisitsPerSchoolDay, IndicatorCodes.Total, MillionthsOf(a), MillionthsOf(b), change, rate, rates.Interval, [.. TerritoryMarks.If(rates.IsEstimated, ComparisonMarks.Estimated), .. others]);
        }
        else
        {
            Put(ComparisonSubjects.VisitsPerSchoolDay, IndicatorCodes.Total, null, null, null, null, null, others);
        }
    }

    public void Term(string subject, string modality, Ratio? a, Ratio? b, long change, params IEnumerable<ComparisonMark> others) =>
        Put(subject, modality, a is { HasValue: false } ? null : a, b is { HasValue: false } ? null : b, change, group.A.Visits == 0 ? null : new Fraction(change, group.A.Visits), null, others);

    /// <summary>A sum over zones can have a denominator beyond 64 bits: it is known to six decimals.</summary>
    private static Ratio MillionthsOf(Fraction fraction) => new((long)(fraction.Rounded() * Millionths), Millionths);

    private static (decimal Change, Fraction? Rate) ChangeOf(Fraction a, Fraction b) => ((b - a).Rounded(), a.Numerator.IsZero ? null : (b - a) / a);

    private void Compare(string subject, Ratio a, Ratio b, IEnumerable<ComparisonMark> others)
    {
        if (!a.HasValue || !b.HasValue)
        {
            Put(subject, IndicatorCodes.Total, a.HasValue ? a : null, b.HasValue ? b : null, null, null, null, others);
            return;
        }

        var (change, rate) = ChangeOf(new(a.Numerator, a.Denominator), new(b.Numerator, b.Denominator));
        Put(subject, IndicatorCodes.Total, a, b, change, rate, null, others);
    }

    private void Put(string subject, string modality, Ratio? a, Ratio? b, decimal? change, Fraction? rate, (double Low, double High)? interval, params IEnumerable<ComparisonMark> others) =>
        _rows.Add(new ComparisonRow(
            territory.Level, territory.Code, perimeter, subject, modality, a, b, change, rate?.Rounded(), interval?.Low, interval?.High, periods, marks.Of(perimeter, subject, others)));
}
