using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>How periods and levels are spelled in files.</summary>
public static class IndicatorCodes
{
    private static readonly string[] Periods = ["day", "week", "month", "school-year", "all"];
    private static readonly string[] Levels = ["national", "academy", "department", "platform", "project", "establishment"];

    /// <summary>The code of what is not known, in every dimension and level.</summary>
    public const string Unknown = "inconnu";

    /// <summary>The one code of the national level.</summary>
    public const string National = "FR";

    /// <summary>The one modality of <see cref="Dimension.Total"/>.</summary>
    public const string Total = "total";

    /// <summary>The spelling of a kind of period, for example <c>school-year</c>.</summary>
    public static string Code(this PeriodKind period) => Periods[(int)period];

    /// <summary>The spelling of a level, for example <c>academy</c>.</summary>
    public static string Code(this TerritoryLevel level) => Levels[(int)level];

    /// <summary>The period of a spelling.</summary>
    public static bool TryParse(string code, out PeriodKind period) => TryFind(Periods, code, out period);

    /// <summary>The level of a spelling.</summary>
    public static bool TryParse(string code, out TerritoryLevel level) => TryFind(Levels, code, out level);

    private static bool TryFind<T>(string[] codes, string code, out T value)
        where T : struct, Enum
    {
        var index = Array.IndexOf(codes, code);
        value = index >= 0 ? (T)Enum.ToObject(typeof(T), index) : default;
        return index >= 0;
    }
}
