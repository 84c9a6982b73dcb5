using Dnma.Engine.Contracts;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>How periods and levels are spelled in files. Thread safe.</summary>
public static class IndicatorCodes
{
    private static readonly string[] Periods = ["day", "week", "month", "school-year", "all"];
    private static readonly string[] Levels =
        ["national", "academy", "department", "platform", "project", "establishment", "region", "commune", "circonscription", "operator", "collectivity"];

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

    /// <summary>The periods of a list such as <c>day,week</c>, each once, in the order named.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a name is none of them.</exception>
    public static IReadOnlyList<PeriodKind> PeriodsOf(string list) => ListOf<PeriodKind>("periods", Periods, list);

    /// <summary>The levels of a list such as <c>national,academy</c>, each once, in the order named.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: a name is none of them.</exception>
    public static IReadOnlyList<TerritoryLevel> LevelsOf(string list) => ListOf<TerritoryLevel>("levels", Levels, list);

    private static IReadOnlyList<T> ListOf<T>(string option, string[] codes, string list)
        where T : struct, Enum =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(name =>
            TryFind<T>(codes, name, out var value)
                ? value
                : throw new EngineException(ErrorId.InvalidOption, option, $"\"{name}\" is none of them", $"use {string.Join(", ", codes)}"))];

    private static bool TryFind<T>(string[] codes, string code, out T value)
        where T : struct, Enum
    {
        var index = Array.IndexOf(codes, code);
        value = index >= 0 ? (T)Enum.ToObject(typeof(T), index) : default;
        return index >= 0;
    }
}
