using Dnma.Engine.Contracts;

namespace Dnma.Engine.References.Perimeters;

/// <summary>How the kinds of a perimeter are spelled on the command line and in certificates. Thread safe.</summary>
public static class PerimeterKindCodes
{
    private static readonly string[] Codes =
    [
        "region", "academy", "department", "commune", "circonscription", "uai", "school-level", "nature", "sector", "ministry", "project", "platform", "operator",
        "collectivity",
    ];

    /// <summary>The spelling of a kind, for example <c>school-level</c>.</summary>
    public static string Code(this PerimeterKind kind) => Codes[(int)kind];

    /// <summary>The kind of a spelling.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: it is none of them.</exception>
    public static PerimeterKind Of(string code)
    {
        var index = Array.IndexOf(Codes, code);
        return index >= 0
            ? (PerimeterKind)index
            : throw new EngineException(ErrorId.InvalidOption, "perimeter", $"\"{code}\" is nothing that establishments are chosen by", $"use {string.Join(", ", Codes)}");
    }

    /// <summary>Whether nothing but an annuaire tells it.</summary>
    internal static bool NeedsAnnuaire(this PerimeterKind kind) => kind is
        PerimeterKind.Commune or PerimeterKind.Circonscription or PerimeterKind.SchoolLevel or PerimeterKind.Nature or PerimeterKind.Sector or PerimeterKind.Ministry;

    /// <summary>Whether it is a label that hits carry, and whoever tags them makes up.</summary>
    internal static bool IsLabel(this PerimeterKind kind) => kind >= PerimeterKind.Project;
}
