namespace Dnma.Engine.Visits;

/// <summary>How <see cref="VisitorIndex"/> numbers visitors: a partition in the upper bits, a number within it in the lower ones.</summary>
internal static class VisitorCode
{
    public const int LocalBits = 12;

    /// <summary>The most visitors that one partition holds: few enough for their hits to be grouped within the processor's caches.</summary>
    public const int LocalCount = 1 << LocalBits;

    public const int MaxPartitions = 1 << (32 - LocalBits);

    public static uint Of(int partition, int local) => ((uint)partition << LocalBits) | (uint)local;

    public static int PartitionOf(uint visitor) => (int)(visitor >> LocalBits);

    public static int LocalOf(uint visitor) => (int)(visitor & (LocalCount - 1));
}
