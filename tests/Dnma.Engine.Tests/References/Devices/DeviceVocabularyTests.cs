using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.References.Devices;

public class DeviceVocabularyTests
{
    [Theory]
    // Matomo's ids (domain §7).
    [InlineData("0", DeviceClass.Ordinateur, ConnectedObject.Aucun)]
    [InlineData("1", DeviceClass.Smartphone, ConnectedObject.Aucun)]
    [InlineData("2", DeviceClass.Tablette, ConnectedObject.Aucun)]
    [InlineData("3", DeviceClass.Smartphone, ConnectedObject.Aucun)]
    [InlineData("4", DeviceClass.AutreAppareil, ConnectedObject.Console)]
    [InlineData("5", DeviceClass.AutreAppareil, ConnectedObject.Tv)]
    [InlineData("6", DeviceClass.AutreAppareil, ConnectedObject.Car)]
    [InlineData("7", DeviceClass.AutreAppareil, ConnectedObject.Display)]
    [InlineData("8", DeviceClass.AutreAppareil, ConnectedObject.Aucun)]
    [InlineData("9", DeviceClass.AutreAppareil, ConnectedObject.Aucun)]
    [InlineData("10", DeviceClass.Smartphone, ConnectedObject.Aucun)]
    [InlineData("11", DeviceClass.AutreAppareil, ConnectedObject.Speaker)]
    [InlineData("12", DeviceClass.AutreAppareil, ConnectedObject.Wearable)]
    [InlineData("13", DeviceClass.AutreAppareil, ConnectedObject.Aucun)]
    // Names, in any spelling.
    [InlineData("desktop", DeviceClass.Ordinateur, ConnectedObject.Aucun)]
    [InlineData("Feature Phone", DeviceClass.Smartphone, ConnectedObject.Aucun)]
    [InlineData("feature-phone", DeviceClass.Smartphone, ConnectedObject.Aucun)]
    [InlineData("PHABLET", DeviceClass.Smartphone, ConnectedObject.Aucun)]
    [InlineData("smart speaker", DeviceClass.AutreAppareil, ConnectedObject.Speaker)]
    [InlineData("smart_display", DeviceClass.AutreAppareil, ConnectedObject.Display)]
    [InlineData("car browser", DeviceClass.AutreAppareil, ConnectedObject.Car)]
    [InlineData("portable media player", DeviceClass.AutreAppareil, ConnectedObject.Aucun)]
    [InlineData("tv", DeviceClass.AutreAppareil, ConnectedObject.Tv)]
    [InlineData(" tablet ", DeviceClass.Tablette, ConnectedObject.Aucun)]
    // Published codes.
    [InlineData("ordinateur", DeviceClass.Ordinateur, ConnectedObject.Aucun)]
    [InlineData("Tablette", DeviceClass.Tablette, ConnectedObject.Aucun)]
    [InlineData("autreAppareil", DeviceClass.AutreAppareil, ConnectedObject.Aucun)]
    [InlineData("autresappareil", DeviceClass.AutreAppareil, ConnectedObject.Aucun)]
    [InlineData("fridge", DeviceClass.AutreAppareil, ConnectedObject.Fridge)]
    // Nothing, and what no vocabulary knows.
    [InlineData("", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    [InlineData("inconnu", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    [InlineData("toaster", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    [InlineData("14", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    [InlineData("-1", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    [InlineData("256", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    [InlineData("1.5", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    [InlineData("télé", DeviceClass.Inconnu, ConnectedObject.Aucun)]
    public void A_device_is_named(string text, DeviceClass device, ConnectedObject connectedObject) =>
        Assert.Equal((device, connectedObject), DeviceVocabulary.ParseDevice(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("AND", "android")]
    [InlineData("and", "android")]
    [InlineData("FIR", "android")]
    [InlineData("HarmonyOS", "android")]
    [InlineData("Wear OS", "android")]
    [InlineData("Android 13", "android")]
    [InlineData("WIN", "windows")]
    [InlineData("Windows 10", "windows")]
    [InlineData("Windows 8.1", "windows")]
    [InlineData("Windows NT 10.0", "windows")]
    [InlineData("IOS", "ios")]
    [InlineData("IPA", "ios")]
    [InlineData("iPadOS", "ios")]
    [InlineData("iOS 17.4.1", "ios")]
    [InlineData("MAC", "macos")]
    [InlineData("Mac OS X 10_15_7", "macos")]
    [InlineData("COS", "chromeos")]
    [InlineData("Chrome OS", "chromeos")]
    [InlineData("LIN", "linux")]
    [InlineData("GNU/Linux", "linux")]
    [InlineData("UBT", "linux")]
    [InlineData("Ubuntu 22.04", "linux")]
    [InlineData("BSD", "autreos")]
    [InlineData("WPH", "autreos")]
    [InlineData("Windows Phone 10", "autreos")]
    [InlineData("KOS", "autreos")]
    [InlineData("TIZ", "autreos")]
    [InlineData("WOS", "autreos")]
    [InlineData("S60", "autreos")]
    [InlineData("ATV", "autreos")]
    [InlineData("autreOS", "autreos")]
    [InlineData("une île", "autreos")]
    [InlineData("", "inconnu")]
    [InlineData(" - ", "inconnu")]
    [InlineData("inconnu", "inconnu")]
    [InlineData("UNK", "inconnu")]
    public void A_system_is_named(string text, string code) => Assert.Equal(code, DeviceVocabulary.ParseOs(Encoding.UTF8.GetBytes(text)).Code());

    [Theory]
    [InlineData("CM", "chromemobile")]
    [InlineData("CI", "chromemobile")]
    [InlineData("Chrome Mobile iOS", "chromemobile")]
    [InlineData("CH", "chrome")]
    [InlineData("Google Chrome 124", "chrome")]
    [InlineData("FF", "firefox")]
    [InlineData("F1", "firefox")]
    [InlineData("Firefox Mobile", "firefox")]
    [InlineData("SF", "safari")]
    [InlineData("MF", "safari")]
    [InlineData("Mobile Safari", "safari")]
    [InlineData("PS", "edge")]
    [InlineData("Microsoft Edge", "edge")]
    [InlineData("SB", "samsungbrowser")]
    [InlineData("Samsung Internet", "samsungbrowser")]
    [InlineData("3L", "samsungbrowser")]
    [InlineData("OP", "opera")]
    [InlineData("OI", "opera")]
    [InlineData("Opera Mini", "opera")]
    [InlineData("HU", "huaweibrowser")]
    [InlineData("huaweiBrowser", "huaweibrowser")]
    [InlineData("MU", "miuibrowser")]
    [InlineData("MIUI Browser", "miuibrowser")]
    [InlineData("CV", "autrenavigateur")]
    [InlineData("IE", "autrenavigateur")]
    [InlineData("Internet Explorer 11", "autrenavigateur")]
    [InlineData("F0", "autrenavigateur")]
    [InlineData("autreNavigateur", "autrenavigateur")]
    [InlineData("", "inconnu")]
    [InlineData("Inconnu", "inconnu")]
    [InlineData("UNK", "inconnu")]
    public void A_browser_is_named(string text, string code) =>
        Assert.Equal(code, DeviceVocabulary.ParseBrowser(Encoding.UTF8.GetBytes(text)).Code());

    [Fact]
    public void Every_published_code_names_itself()
    {
        Assert.All(Enum.GetValues<DeviceClass>(), value => Assert.Equal(value, DeviceVocabulary.ParseDevice(Utf8(value.Code())).Device));
        Assert.All(Enum.GetValues<OperatingSystemFamily>(), value => Assert.Equal(value, DeviceVocabulary.ParseOs(Utf8(value.Code()))));
        Assert.All(Enum.GetValues<BrowserFamily>(), value => Assert.Equal(value, DeviceVocabulary.ParseBrowser(Utf8(value.Code()))));
        Assert.All(
            Enum.GetValues<ConnectedObject>()[1..],
            value => Assert.Equal((DeviceClass.AutreAppareil, value), DeviceVocabulary.ParseDevice(Utf8(value.Code()))));

        static byte[] Utf8(string code) => Encoding.UTF8.GetBytes(code);
    }

    [Property(MaxTest = 2000)]
    public bool Any_bytes_are_borne(byte[] text) =>
        Enum.IsDefined(DeviceVocabulary.ParseDevice(text).Device)
        && Enum.IsDefined(DeviceVocabulary.ParseDevice(text).ConnectedObject)
        && Enum.IsDefined(DeviceVocabulary.ParseOs(text))
        && Enum.IsDefined(DeviceVocabulary.ParseBrowser(text));
}
