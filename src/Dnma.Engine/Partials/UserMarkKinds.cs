using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Partials;

/// <summary>What a mark speaks of, as a file numbers it: 0 a visit, 1 a usage, 2 a click, 3 a download, 4 an event.</summary>
internal static class UserMarkKinds
{
    private static readonly int[] Dimensions = [UserMark.Visit, UserMark.Usage, UseDimensions.Click, UseDimensions.Download, UseDimensions.Event];

    public static int Count => Dimensions.Length;

    public static int KindOf(int dimension) => Array.IndexOf(Dimensions, dimension);

    public static int DimensionOf(int kind) => Dimensions[kind];
}
