using System.Globalization;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>
/// Which weeks of two school years are compared: weeks in which pupils have school, by their rank since the pupils' first day, never by ISO week
/// number (domain §6: the first weeks of 2021 and 2022 hold two school days, that of 2023 five). Immutable, thread safe.
/// </summary>
public sealed record PeriodRule
{
    private const string RollingPrefix = "rolling-";

    private PeriodRule(string code, PeriodRuleKind kind, int first = 1, int last = int.MaxValue) => (Code, Kind, First, Last) = (code, kind, first, last);

    /// <summary>The first week of the school year: that of the pupils' first day, rank 1.</summary>
    public static PeriodRule FirstWeek { get; } = new("first-week", PeriodRuleKind.Ranks, 1, 1);

    /// <summary>
    /// The back-to-school peak: of the weeks whose Monday lies in September, that with the most visits of all territories together; the earliest of
    /// equal ones. The ranks of the two years need not be the same.
    /// </summary>
    public static PeriodRule Peak { get; } = new("peak", PeriodRuleKind.Peak);

    /// <summary>
    /// September to December: the weeks with school from rank 1 to the last rank whose Monday lies before January in both years. The weeks of the
    /// Toussaint and Noël holidays are none of them.
    /// </summary>
    public static PeriodRule SeptemberToDecember { get; } = new("september-december", PeriodRuleKind.SeptemberToDecember);

    /// <summary>
    /// Year on year: where both school years are measured whole, every week whose Monday lies in 1 August – 31 July (the last one,
    /// that reaches into August, where both have measured theirs or have none); else the weeks with school, of the ranks that both have.
    /// </summary>
    public static PeriodRule SchoolYear { get; } = new("school-year", PeriodRuleKind.SchoolYear);

    /// <summary>The school year to date: the weeks with school from rank 1 to the last rank that the later year has measured.</summary>
    public static PeriodRule YearToDate { get; } = new("year-to-date", PeriodRuleKind.ToDate);

    /// <summary>The name in files, for example <c>first-week</c> or <c>rolling-4</c>.</summary>
    public string Code { get; }

    internal PeriodRuleKind Kind { get; }

    /// <summary>The first rank.</summary>
    internal int First { get; }

    /// <summary>The last rank, inclusive; of <see cref="PeriodRuleKind.ToDate"/> how many ranks at most.</summary>
    internal int Last { get; }

    /// <summary>The last weeks with school that the later year has measured, and those of the same ranks in the earlier one.</summary>
    /// <param name="weeks">How many, from 1 to 60; at the beginning of a school year there are fewer.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: not so many.</exception>
    public static PeriodRule Rolling(int weeks) => weeks is >= 1 and <= 60
        ? new(string.Create(CultureInfo.InvariantCulture, $"{RollingPrefix}{weeks}"), PeriodRuleKind.ToDate, last: weeks)
        : throw new EngineException(ErrorId.InvalidOption, "rolling", "that is no number of weeks to compare", "use 1 to 60");

    /// <summary>The rule of a name.</summary>
    /// <param name="code">A <see cref="Code"/>.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: there is no such rule.</exception>
    public static PeriodRule Of(string code)
    {
        PeriodRule[] named = [FirstWeek, Peak, SeptemberToDecember, SchoolYear, YearToDate];
        return named.FirstOrDefault(rule => rule.Code == code)
            ?? (code.StartsWith(RollingPrefix, StringComparison.Ordinal) && int.TryParse(code.AsSpan(RollingPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
                ? Rolling(weeks)
                : throw new EngineException(ErrorId.InvalidOption, "period", $"\"{code}\" is none that can be compared", $"use {string.Join(", ", named.Select(rule => rule.Code))}, {RollingPrefix}4"));
    }

    /// <inheritdoc />
    public override string ToString() => Code;
}
