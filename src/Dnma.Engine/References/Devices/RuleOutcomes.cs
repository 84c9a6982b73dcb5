using Dnma.Engine.Hits;

namespace Dnma.Engine.References.Devices;

/// <summary>What each section of a rule file can decide: published codes, and for <c>[agent]</c> robot, monitor, person.</summary>
internal static class RuleOutcomes
{
    private static readonly string[][] Names =
    [
        [],
        ["person", "robot", "monitor"],
        NamesOf<OperatingSystemFamily>(DeviceCodes.Code),
        [.. NamesOf<DeviceClass>(DeviceCodes.Code), .. NamesOf<ConnectedObject>(DeviceCodes.Code)[1..]],
        NamesOf<BrowserFamily>(DeviceCodes.Code),
    ];

    private static readonly int DeviceClasses = Enum.GetValues<DeviceClass>().Length;

    /// <summary>The outcomes' names, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Of(RuleSection section) => Names[(int)section];

    /// <summary>The flag of an <c>[agent]</c> outcome.</summary>
    public static HitFlags Flag(int outcome) => outcome switch { 1 => HitFlags.Robot, 2 => HitFlags.Monitor, _ => HitFlags.None };

    /// <summary>The class and the connected object of a <c>[device]</c> outcome: a connected object's class is <c>autreappareil</c> (domain §7).</summary>
    public static (DeviceClass Device, ConnectedObject ConnectedObject) Device(int outcome) => outcome < DeviceClasses
        ? ((DeviceClass)outcome, ConnectedObject.Aucun)
        : (DeviceClass.AutreAppareil, (ConnectedObject)(outcome - DeviceClasses + 1));

    private static string[] NamesOf<T>(Func<T, string> code)
        where T : struct, Enum => Array.ConvertAll(Enum.GetValues<T>(), value => code(value));
}
