namespace Dnma.Engine.Tests.References.Devices;

public class ClientHintTests
{
    private const string Reduced = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36";

    private const string Mac =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4.1 Safari/605.1.15";

    private const string Windows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36";

    [Theory]
    // An iPad that announces a Mac.
    [InlineData(Mac, "", "ordinateur aucun macos safari -")]
    [InlineData(Mac, """{"platform":"iPadOS","mobile":true,"model":"iPad"}""", "tablette aucun ios safari -")]
    [InlineData(Mac, """{"platform":"iOS","mobile":false}""", "tablette aucun ios safari -")]
    [InlineData(Mac, "Sec-CH-UA-Platform: \"iPadOS\"", "tablette aucun ios safari -")]
    [InlineData(Mac, """{"platform":"macOS","mobile":false,"model":""}""", "ordinateur aucun macos safari -")]
    // Android, where the reduced agent names no model.
    [InlineData(Reduced, "", "tablette aucun android chromemobile -")]
    [InlineData(Reduced, "Sec-CH-UA-Mobile: ?1\nSec-CH-UA-Platform: \"Android\"", "smartphone aucun android chromemobile -")]
    [InlineData(Reduced, "Sec-CH-UA-Mobile: ?0\r\nSec-CH-UA-Platform: \"Android\"\r\n", "tablette aucun android chromemobile -")]
    [InlineData(Reduced, """{"mobile":true,"model":"SM-T500","platform":"Android"}""", "tablette aucun android chromemobile -")]
    [InlineData(Reduced, """{"mobile":true,"platform":"Android","formFactors":["Tablet"]}""", "tablette aucun android chromemobile -")]
    [InlineData(Reduced, "sec-ch-ua-form-factors: \"Tablet\"\nsec-ch-ua-mobile: ?1", "tablette aucun android chromemobile -")]
    [InlineData(Reduced, """{"model":"BRAVIA 4K UR2","platform":"Android","mobile":false}""", "autreappareil tv android chromemobile -")]
    [InlineData(Reduced, """{"platform":"Android","formFactors":["Automotive"]}""", "autreappareil car android chromemobile -")]
    [InlineData(Reduced, """{"platform":"Android","formFactors":["XR"]}""", "autreappareil wearable android chromemobile -")]
    [InlineData(Reduced, """{"platform":"Android","mobile":true,"model":"CUBOT X50"}""", "smartphone aucun android chromemobile -")]
    // Systems.
    [InlineData(Windows, """{"platform":"Chrome OS","mobile":false}""", "ordinateur aucun chromeos chrome -")]
    [InlineData(Windows, "Sec-CH-UA-Platform: \"Chromium OS\"", "ordinateur aucun chromeos chrome -")]
    [InlineData(Windows, """{"platform":"Windows","platformVersion":"15.0.0"}""", "ordinateur aucun windows chrome -")]
    [InlineData(Windows, """{"platform":"Windows","model":"Xbox"}""", "autreappareil console autreos chrome -")]
    [InlineData("", """{"platform":"Linux","brands":[{"brand":"Chromium","version":"124"}]}""", "inconnu aucun linux chrome -")]
    [InlineData("", """{"platform":"Android","mobile":true,"brands":[{"brand":"Google Chrome","version":"124"}]}""", "smartphone aucun android chromemobile -")]
    // Brands.
    [InlineData(Windows, """{"brands":[{"brand":"Google Chrome","version":"124"},{"brand":"Not-A.Brand","version":"99"}]}""", "ordinateur aucun windows chrome -")]
    [InlineData(Windows, """{"fullVersionList":[{"brand":"Microsoft Edge","version":"124.0.2478.51"},{"brand":"Chromium","version":"124"}]}""", "ordinateur aucun windows edge -")]
    [InlineData(Windows, """{"brands":[{"brand":"Microsoft Edge WebView2","version":"124"},{"brand":"Microsoft Edge","version":"124"}]}""", "ordinateur aucun windows autrenavigateur -")]
    [InlineData(Windows, "Sec-CH-UA: \"Chromium\";v=\"124\", \"Brave\";v=\"124\", \"Not-A.Brand\";v=\"99\"", "ordinateur aucun windows autrenavigateur -")]
    [InlineData(Windows, "Sec-CH-UA: \"Chromium\";v=\"124\", \"Opera\";v=\"109\"", "ordinateur aucun windows opera -")]
    [InlineData(Windows, "Sec-CH-UA: \"Chromium\";v=\"124\", \"Opera GX\";v=\"109\"", "ordinateur aucun windows opera -")]
    [InlineData(Windows, "Sec-CH-UA: \"Google Chrome\";v=\"Opera\"", "ordinateur aucun windows chrome -")]
    [InlineData(Reduced, """{"brands":[{"brand":"Samsung Internet","version":"25.0"}],"mobile":true,"platform":"Android"}""", "smartphone aucun android samsungbrowser -")]
    [InlineData(Reduced, """{"brands":[{"brand":"Android WebView","version":"124"}],"mobile":true,"platform":"Android"}""", "smartphone aucun android autrenavigateur -")]
    [InlineData(Windows, """{"brands":[{"brand":"HeadlessChrome","version":"124"}]}""", "inconnu aucun inconnu inconnu robot")]
    [InlineData(Windows, "sec-ch-ua: \"HeadlessChrome\";v=\"124\"", "inconnu aucun inconnu inconnu robot")]
    // The forms in which the same hint arrives.
    [InlineData(Windows, """{"Sec-CH-UA-Platform":"\"Chrome OS\""}""", "ordinateur aucun chromeos chrome -")]
    [InlineData(Windows, """{"platform":"Chrome\u0020OS"}""", "ordinateur aucun chromeos chrome -")]
    [InlineData(Windows, "  SEC_CH_UA_PLATFORM :  Chrome OS  ", "ordinateur aucun chromeos chrome -")]
    [InlineData(Reduced, """{"mobile":"?1"}""", "smartphone aucun android chromemobile -")]
    [InlineData(Reduced, """{"mobile":"1"}""", "smartphone aucun android chromemobile -")]
    public void Hints_win_over_the_agent(string agent, string hints, string expected) =>
        Assert.Equal(expected, AgentCorpus.Classify(agent, hints));

    [Theory]
    [InlineData("{")]
    [InlineData("{\"platform\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"platform\":[{\"platform\":\"Android\"}]}")]
    [InlineData("{\"platform\":null,\"mobile\":3,\"brands\":{}}")]
    [InlineData("{\"a\":\"\\ud800\",\"platform\":\"\\ud800\"}")]
    [InlineData("Sec-CH-UA")]
    [InlineData(":::\n\n:\n\"\"\"")]
    [InlineData("Sec-CH-UA-Platform: \"")]
    [InlineData("X-Sec-CH-UA-Platform: \"Android\"")]
    public void Hints_without_sense_count_as_absent(string hints) =>
        Assert.Equal("ordinateur aucun windows chrome -", AgentCorpus.Classify(Windows, hints));
}
