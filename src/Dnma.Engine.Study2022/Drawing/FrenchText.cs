using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Study2022.Results;

namespace Dnma.Engine.Study2022.Drawing;

/// <summary>Figures as a French reader expects them, where <see cref="FrenchFormat"/> has no form for them. Pure.</summary>
internal static class FrenchText
{
    /// <summary>A change in whole percent with its sign: <c>+17 %</c>, <c>−15 %</c>.</summary>
    public static string Signed(Change change) =>
        change.ToString().Replace("-", "\u2212", StringComparison.Ordinal).Replace(" ", FrenchFormat.NarrowSpace, StringComparison.Ordinal);

    /// <summary>A share in whole percent: <c>31 %</c>.</summary>
    public static string Whole(Part part) => FrenchFormat.Count((long)part.Percent()) + FrenchFormat.NarrowSpace + "%";

    /// <summary>A share with one decimal: <c>21,6 %</c>.</summary>
    public static string Fine(Part part) => FrenchFormat.Share(part.Share.Numerator, part.Share.Denominator);
}
