using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What a hit itself says of its device; <c>Inconnu</c> where it says nothing that is known.</summary>
internal readonly record struct NamedTraits(DeviceClass Device, ConnectedObject ConnectedObject, OperatingSystemFamily Os, BrowserFamily Browser)
{
    /// <summary>All of it in one number; what device, system and browser say are bits of their own.</summary>
    public ulong Word => (ulong)Device | ((ulong)ConnectedObject << 8) | ((ulong)Os << 16) | ((ulong)Browser << 24);

    /// <summary>What a word holds.</summary>
    public static NamedTraits OfWord(ulong word) =>
        new((DeviceClass)(word & 0xFF), (ConnectedObject)((word >> 8) & 0xFF), (OperatingSystemFamily)((word >> 16) & 0xFF), (BrowserFamily)((word >> 24) & 0xFF));

    /// <summary>Reads the texts of a hit; empty ones say nothing.</summary>
    public static NamedTraits Of(ReadOnlySpan<byte> device, ReadOnlySpan<byte> os, ReadOnlySpan<byte> browser)
    {
        var (deviceClass, connectedObject) = DeviceVocabulary.ParseDevice(device);
        return new NamedTraits(deviceClass, connectedObject, DeviceVocabulary.ParseOs(os), DeviceVocabulary.ParseBrowser(browser));
    }

    /// <summary>What is named wins over what was gathered otherwise, trait by trait (design §6).</summary>
    public DeviceTraits Over(DeviceTraits traits)
    {
        traits = Device == DeviceClass.Inconnu ? traits : traits.WithDevice(Device, ConnectedObject);
        traits = Os == OperatingSystemFamily.Inconnu ? traits : traits.WithOs(Os);
        return Browser == BrowserFamily.Inconnu ? traits : traits.WithBrowser(Browser);
    }
}
