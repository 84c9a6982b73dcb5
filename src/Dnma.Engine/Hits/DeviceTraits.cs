namespace Dnma.Engine.Hits;

/// <summary>
/// What is known of the device behind a hit: class, operating system, browser, connected object; packed in 32 bits so that it is
/// compared, stored and counted as one integer. The default value knows nothing. A value, thread safe.
/// </summary>
/// <param name="Bits">Class in bits 0–3, system in 4–7, browser in 8–11, connected object in 12–15.</param>
public readonly record struct DeviceTraits(uint Bits)
{
    /// <summary>Packs four traits.</summary>
    public DeviceTraits(DeviceClass device, OperatingSystemFamily os, BrowserFamily browser, ConnectedObject connectedObject)
        : this((uint)device | ((uint)os << 4) | ((uint)browser << 8) | ((uint)connectedObject << 12))
    {
    }

    /// <summary>The published device class.</summary>
    public DeviceClass Device => (DeviceClass)(Bits & 15);

    /// <summary>The published operating system.</summary>
    public OperatingSystemFamily Os => (OperatingSystemFamily)((Bits >> 4) & 15);

    /// <summary>The published browser.</summary>
    public BrowserFamily Browser => (BrowserFamily)((Bits >> 8) & 15);

    /// <summary>The kind of connected object, <see cref="Hits.ConnectedObject.Aucun"/> for phones, tablets and computers.</summary>
    public ConnectedObject ConnectedObject => (ConnectedObject)((Bits >> 12) & 15);

    /// <summary>The same traits with another class and the connected object that goes with it.</summary>
    public DeviceTraits WithDevice(DeviceClass device, ConnectedObject connectedObject) => new(device, Os, Browser, connectedObject);

    /// <summary>The same traits with another operating system.</summary>
    public DeviceTraits WithOs(OperatingSystemFamily os) => new(Device, os, Browser, ConnectedObject);

    /// <summary>The same traits with another browser.</summary>
    public DeviceTraits WithBrowser(BrowserFamily browser) => new(Device, Os, browser, ConnectedObject);
}
