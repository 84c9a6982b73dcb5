using Dnma.Engine.Hits;

namespace Dnma.Engine.Tests.Hits;

public class DeviceCodesTests
{
    // The codes of design §6 and domain §5, in the order of the enumerations.
    [Fact]
    public void Every_device_has_its_published_code() => Assert.Equal(
        ["inconnu", "ordinateur", "smartphone", "tablette", "autreappareil"],
        Enum.GetValues<DeviceClass>().Select(value => value.Code()));

    [Fact]
    public void Every_system_has_its_published_code() => Assert.Equal(
        ["inconnu", "android", "windows", "ios", "macos", "chromeos", "linux", "autreos"],
        Enum.GetValues<OperatingSystemFamily>().Select(value => value.Code()));

    [Fact]
    public void Every_browser_has_its_published_code() => Assert.Equal(
        [
            "inconnu", "chromemobile", "safari", "chrome", "firefox", "edge", "samsungbrowser", "opera", "huaweibrowser", "miuibrowser",
            "autrenavigateur",
        ],
        Enum.GetValues<BrowserFamily>().Select(value => value.Code()));

    [Fact]
    public void Every_connected_object_has_its_published_code() => Assert.Equal(
        ["aucun", "speaker", "display", "fridge", "car", "tv", "console", "wearable"],
        Enum.GetValues<ConnectedObject>().Select(value => value.Code()));
}
