namespace Dnma.Engine.Indicators.Counting;

/// <summary>Numbers for what a visit can use several of: service, type, tool, the custom dimensions, and the labels of events.</summary>
internal static class UseDimensions
{
    public const int Service = 0;
    public const int FirstCustom = 3;
    public const int FirstEvent = 16;
    public const int Click = FirstEvent;
    public const int Download = FirstEvent + 1;
    public const int Event = FirstEvent + 2;

    /// <summary>Stands for all dimensions that divide visits; the value is then a slot (<see cref="ModalitySlots"/>).</summary>
    public const int Slot = -1;

    /// <summary>Whether a number stands for events rather than for a dimension of visits.</summary>
    public static bool IsEvent(int dimension) => dimension >= FirstEvent;

    /// <summary>The dimensions of visits, in the order of their numbers.</summary>
    public static Dimension[] Of(IReadOnlyList<string> customNames) =>
        [Dimension.Service, Dimension.Type, Dimension.Tool, .. customNames.Select(Dimension.Custom)];
}
