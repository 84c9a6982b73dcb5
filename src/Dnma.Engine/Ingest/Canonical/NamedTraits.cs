using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What a hit itself says of its device; <c>Inconnu</c> where it says nothing that is known.</summary>
internal readonly record struct NamedTraits(DeviceClass Device, ConnectedObject ConnectedObject, OperatingSystemFamily Os, BrowserFamily Browser)
{
    /// <summary>Reads the texts of a hit; empty ones say nothing.</summary>
    public static NamedTraits Of(scoped in HitFields hit)
    {
        var (device, connectedObject) = DeviceVocabulary.ParseDevice(hit.Device);
        return new NamedTraits(device, connectedObject, DeviceVocabulary.ParseOs(hit.Os), DeviceVocabulary.ParseBrowser(hit.Browser));
    }

    /// <summary>What is named wins over what was gathered otherwise, trait by trait (design §6).</summary>
    public DeviceTraits Over(DeviceTraits traits)
    {
        traits = Device == DeviceClass.Inconnu ? traits : traits.WithDevice(Device, ConnectedObject);
        traits = Os == OperatingSystemFamily.Inconnu ? traits : traits.WithOs(Os);
        return Browser == BrowserFamily.Inconnu ? traits : traits.WithBrowser(Browser);
    }
}
