using ScottPlot;

namespace Dnma.Engine.Study2022.Drawing;

/// <summary>The colours of the pictures: Okabe and Ito's, told apart by those who see colours otherwise, and as light and dark on grey paper.</summary>
internal static class Palette
{
    /// <summary>What stands beside: the year before, the first degree, the other sites.</summary>
    public static readonly Color Light = Color.FromHex("#E69F00");

    /// <summary>What a picture is about: the year, the second degree, the ENT.</summary>
    public static readonly Color Dark = Color.FromHex("#0072B2");
}
