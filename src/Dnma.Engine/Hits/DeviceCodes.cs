namespace Dnma.Engine.Hits;

/// <summary>The codes under which device classes, systems, browsers and connected objects are published (domain §5, §7), all lower-case. Thread safe.</summary>
public static class DeviceCodes
{
    private static readonly string[] Devices = ["inconnu", "ordinateur", "smartphone", "tablette", "autreappareil"];
    private static readonly string[] Systems = ["inconnu", "android", "windows", "ios", "macos", "chromeos", "linux", "autreos"];
    private static readonly string[] Objects = ["aucun", "speaker", "display", "fridge", "car", "tv", "console", "wearable"];

    private static readonly string[] Browsers =
    [
        "inconnu", "chromemobile", "safari", "chrome", "firefox", "edge", "samsungbrowser", "opera", "huaweibrowser", "miuibrowser",
        "autrenavigateur",
    ];

    /// <summary>The published code, for example <c>autreappareil</c>.</summary>
    public static string Code(this DeviceClass device) => Devices[(int)device];

    /// <summary>The published code, for example <c>chromeos</c>.</summary>
    public static string Code(this OperatingSystemFamily os) => Systems[(int)os];

    /// <summary>The published code, for example <c>chromemobile</c>.</summary>
    public static string Code(this BrowserFamily browser) => Browsers[(int)browser];

    /// <summary>The published code, for example <c>fridge</c>; <c>aucun</c> where the device is no connected object.</summary>
    public static string Code(this ConnectedObject connectedObject) => Objects[(int)connectedObject];
}
