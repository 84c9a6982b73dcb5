using Dnma.Engine.Hits;
using B = Dnma.Engine.Hits.BrowserFamily;
using C = Dnma.Engine.Bench.Generation.UserAgentClass;
using D = Dnma.Engine.Hits.DeviceClass;
using K = Dnma.Engine.Hits.ConnectedObject;
using O = Dnma.Engine.Hits.OperatingSystemFamily;

namespace Dnma.Engine.Bench.Generation;

/// <summary>The user agents of a generated log, with what each says of its device (domain §7).</summary>
internal static class UserAgentCatalogue
{
    private const string Webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
    private const string WebkitMac = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";

    /// <summary>All of them, in an order that never changes: new ones go last.</summary>
    public static readonly UserAgentEntry[] Entries =
    [
        // Computers.
        Desktop(200, $"{Windows} {Webkit} Chrome/104.0.0.0 Safari/537.36", O.Windows, B.Chrome),
        Desktop(120, $"{Windows} {Webkit} Chrome/105.0.0.0 Safari/537.36", O.Windows, B.Chrome),
        Desktop(20, $"{Windows} {Webkit} Chrome/96.0.4664.110 Safari/537.36", O.Windows, B.Chrome),
        Desktop(10, $"Mozilla/5.0 (Windows NT 6.1; Win64; x64) {Webkit} Chrome/109.0.0.0 Safari/537.36", O.Windows, B.Chrome),
        Desktop(90, "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:104.0) Gecko/20100101 Firefox/104.0", O.Windows, B.Firefox),
        Desktop(70, "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:91.0) Gecko/20100101 Firefox/91.0", O.Windows, B.Firefox),
        Desktop(10, "Mozilla/5.0 (Windows NT 6.1; rv:78.0) Gecko/20100101 Firefox/78.0", O.Windows, B.Firefox),
        Desktop(110, $"{Windows} {Webkit} Chrome/104.0.5112.102 Safari/537.36 Edg/104.0.1293.70", O.Windows, B.Edge),
        Desktop(40, $"{Windows} {Webkit} Chrome/105.0.0.0 Safari/537.36 Edg/105.0.1343.27", O.Windows, B.Edge),
        Desktop(6, $"{Windows} {Webkit} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763", O.Windows, B.Edge),
        Desktop(15, $"{Windows} {Webkit} Chrome/103.0.0.0 Safari/537.36 OPR/89.0.4447.83", O.Windows, B.Opera),
        Desktop(2, "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko", O.Windows, B.AutreNavigateur),
        Desktop(60, $"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WebkitMac} Version/15.6 Safari/605.1.15", O.MacOs, B.Safari),
        Desktop(10, $"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) {WebkitMac} Version/14.1.2 Safari/605.1.15", O.MacOs, B.Safari),
        Desktop(30, $"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {Webkit} Chrome/104.0.0.0 Safari/537.36", O.MacOs, B.Chrome),
        Desktop(12, "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:104.0) Gecko/20100101 Firefox/104.0", O.MacOs, B.Firefox),
        Desktop(2, $"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {Webkit} Chrome/104.0.0.0 Safari/537.36 OPR/90.0.4480.54", O.MacOs, B.Opera),
        Desktop(12, $"Mozilla/5.0 (X11; Linux x86_64) {Webkit} Chrome/104.0.0.0 Safari/537.36", O.Linux, B.Chrome),
        Desktop(16, "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:104.0) Gecko/20100101 Firefox/104.0", O.Linux, B.Firefox),
        Desktop(6, "Mozilla/5.0 (X11; Linux x86_64; rv:91.0) Gecko/20100101 Firefox/91.0", O.Linux, B.Firefox),
        Desktop(14, $"Mozilla/5.0 (X11; CrOS x86_64 14816.131.0) {Webkit} Chrome/103.0.0.0 Safari/537.36", O.ChromeOs, B.Chrome),
        Desktop(4, $"Mozilla/5.0 (X11; CrOS aarch64 14909.100.0) {Webkit} Chrome/104.0.5112.83 Safari/537.36", O.ChromeOs, B.Chrome),
        Desktop(1, "Mozilla/5.0 (X11; FreeBSD amd64; rv:91.0) Gecko/20100101 Firefox/91.0", O.AutreOs, B.Firefox),

        // Phones.
        Phone(120, $"Mozilla/5.0 (iPhone; CPU iPhone OS 15_6_1 like Mac OS X) {WebkitMac} Version/15.6.1 Mobile/15E148 Safari/604.1", O.Ios, B.Safari),
        Phone(90, $"Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) {WebkitMac} Version/15.6 Mobile/15E148 Safari/604.1", O.Ios, B.Safari),
        Phone(30, $"Mozilla/5.0 (iPhone; CPU iPhone OS 14_8 like Mac OS X) {WebkitMac} Version/14.1.2 Mobile/15E148 Safari/604.1", O.Ios, B.Safari),
        Phone(10, $"Mozilla/5.0 (iPhone; CPU iPhone OS 12_5_5 like Mac OS X) {WebkitMac} Version/12.1.2 Mobile/15E148 Safari/604.1", O.Ios, B.Safari),
        Phone(30, $"Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) {WebkitMac} CriOS/104.0.5112.99 Mobile/15E148 Safari/604.1", O.Ios, B.ChromeMobile),
        Phone(4, $"Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) {WebkitMac} FxiOS/104.0 Mobile/15E148 Safari/605.1.15", O.Ios, B.Firefox),
        Phone(3, $"Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) {WebkitMac} Version/15.0 EdgiOS/104.0.1293.70 Mobile/15E148 Safari/604.1", O.Ios, B.Edge),
        Phone(110, $"Mozilla/5.0 (Linux; Android 12; SM-G991B) {Webkit} Chrome/104.0.0.0 Mobile Safari/537.36", O.Android, B.ChromeMobile),
        Phone(80, $"Mozilla/5.0 (Linux; Android 11; SM-A515F) {Webkit} Chrome/104.0.0.0 Mobile Safari/537.36", O.Android, B.ChromeMobile),
        Phone(60, $"Mozilla/5.0 (Linux; Android 10; M2003J15SC) {Webkit} Chrome/103.0.5060.129 Mobile Safari/537.36", O.Android, B.ChromeMobile),
        Phone(50, $"Mozilla/5.0 (Linux; Android 12; Pixel 6) {Webkit} Chrome/104.0.5112.97 Mobile Safari/537.36", O.Android, B.ChromeMobile),
        Phone(40, $"Mozilla/5.0 (Linux; Android 11; Redmi Note 8 Pro) {Webkit} Chrome/104.0.0.0 Mobile Safari/537.36", O.Android, B.ChromeMobile),
        Phone(30, $"Mozilla/5.0 (Linux; Android 9; ANE-LX1) {Webkit} Chrome/104.0.0.0 Mobile Safari/537.36", O.Android, B.ChromeMobile),
        Phone(20, $"Mozilla/5.0 (Linux; Android 8.0.0; SM-A520F) {Webkit} Chrome/102.0.5005.125 Mobile Safari/537.36", O.Android, B.ChromeMobile),
        Phone(60, $"Mozilla/5.0 (Linux; Android 12; SAMSUNG SM-A536B) {Webkit} SamsungBrowser/18.0 Chrome/99.0.4844.88 Mobile Safari/537.36", O.Android, B.SamsungBrowser),
        Phone(30, $"Mozilla/5.0 (Linux; Android 11; SAMSUNG SM-A217F) {Webkit} SamsungBrowser/17.0 Chrome/96.0.4664.104 Mobile Safari/537.36", O.Android, B.SamsungBrowser),
        Phone(16, "Mozilla/5.0 (Android 12; Mobile; rv:104.0) Gecko/104.0 Firefox/104.0", O.Android, B.Firefox),
        Phone(6, "Mozilla/5.0 (Android 10; Mobile; rv:101.0) Gecko/101.0 Firefox/101.0", O.Android, B.Firefox),
        Phone(5, $"Mozilla/5.0 (Linux; Android 10; VOG-L29) {Webkit} Chrome/103.0.5060.71 Mobile Safari/537.36 EdgA/103.0.1264.71", O.Android, B.Edge),
        Phone(5, $"Mozilla/5.0 (Linux; Android 11; SM-A127F) {Webkit} Chrome/103.0.5060.129 Mobile Safari/537.36 OPR/70.3.3653.66287", O.Android, B.Opera),
        Phone(10, $"Mozilla/5.0 (Linux; Android 10; ELE-L29) {Webkit} Chrome/92.0.4515.105 HuaweiBrowser/12.1.1.322 Mobile Safari/537.36", O.Android, B.HuaweiBrowser),
        Phone(10, $"Mozilla/5.0 (Linux; U; Android 11; fr-fr; Redmi Note 9 Build/RP1A.200720.011) {Webkit} Version/4.0 Chrome/89.0.4389.116 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.11.0-gn", O.Android, B.MiuiBrowser),

        // Tablets.
        Tablet(60, $"Mozilla/5.0 (iPad; CPU OS 12_5_5 like Mac OS X) {WebkitMac} Version/12.1.2 Mobile/15E148 Safari/604.1", O.Ios, B.Safari),
        Tablet(20, $"Mozilla/5.0 (iPad; CPU OS 15_6 like Mac OS X) {WebkitMac} CriOS/104.0.5112.99 Mobile/15E148 Safari/604.1", O.Ios, B.ChromeMobile),
        Tablet(40, $"Mozilla/5.0 (Linux; Android 11; SM-T510) {Webkit} Chrome/104.0.0.0 Safari/537.36", O.Android, B.ChromeMobile),
        Tablet(30, $"Mozilla/5.0 (Linux; Android 9; SM-T580) {Webkit} Chrome/103.0.5060.129 Safari/537.36", O.Android, B.ChromeMobile),
        Tablet(20, $"Mozilla/5.0 (Linux; Android 11; SAMSUNG SM-T500) {Webkit} SamsungBrowser/18.0 Chrome/99.0.4844.88 Safari/537.36", O.Android, B.SamsungBrowser),
        Tablet(10, "Mozilla/5.0 (Android 10; Tablet; rv:103.0) Gecko/103.0 Firefox/103.0", O.Android, B.Firefox),

        // Connected objects.
        Object(20, $"Mozilla/5.0 (Linux; Android 5.1.1; AEOBC) {Webkit} Chrome/70.0.3538.110 Mobile Safari/537.36", O.Android, B.ChromeMobile, K.Speaker),
        Object(20, $"Mozilla/5.0 (Linux; Android 7.1.2; AEOCH) {Webkit} Chrome/88.0.4324.152 Safari/537.36", O.Android, B.ChromeMobile, K.Display),
        Object(10, $"Mozilla/5.0 (Linux; Tizen 3.0; FamilyHub) {Webkit} SamsungBrowser/2.0 Chrome/47.0.2526.69 Safari/537.36", O.AutreOs, B.SamsungBrowser, K.Fridge),
        Object(20, $"Mozilla/5.0 (X11; GNU/Linux) {Webkit} Chromium/79.0.3945.130 Chrome/79.0.3945.130 Safari/537.36 Tesla/2022.20.8", O.Linux, B.Chrome, K.Car),
        Object(30, $"Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) {Webkit} SamsungBrowser/2.2 Chrome/63.0.3239.84 TV Safari/537.36", O.AutreOs, B.SamsungBrowser, K.Tv),
        Object(20, $"Mozilla/5.0 (PlayStation; PlayStation 5/5.50) {WebkitMac} Version/13.0 Safari/605.1.15", O.AutreOs, B.AutreNavigateur, K.Console),
        Object(20, $"Mozilla/5.0 (Nintendo Switch; WebApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.21.3 NintendoBrowser/5.1.0.22474", O.AutreOs, B.AutreNavigateur, K.Console),

        // Robots.
        Robot(50, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
        Robot(10, $"Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) {Webkit} Chrome/104.0.5112.101 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
        Robot(30, "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)"),
        Robot(10, "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)"),
        Robot(10, "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)"),
        Robot(10, "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)"),
        Robot(10, "Mozilla/5.0 (compatible; Qwantify/2.4w; +https://www.qwant.com/)/2.4w"),
        Robot(5, "Mozilla/5.0 (compatible; MJ12bot/v1.4.8; http://mj12bot.com/)"),
        Robot(5, "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"),
        Robot(5, "Twitterbot/1.0"),
        Robot(5, "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)"),
        Robot(20, "curl/7.74.0"),
        Robot(10, "Wget/1.21"),
        Robot(20, "python-requests/2.28.1"),
        Robot(5, "Go-http-client/1.1"),
        Robot(5, "Java/11.0.16"),
        Robot(5, $"Mozilla/5.0 (X11; Linux x86_64) {Webkit} HeadlessChrome/104.0.5112.79 Safari/537.36"),

        // Monitors.
        Monitor(20, "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)"),
        Monitor(10, "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)"),
        Monitor(10, "check_http/v2.3.1 (monitoring-plugins 2.3.1)"),
    ];

    private static readonly short[][] Draws = [.. Enum.GetValues<C>().Select(c => DrawTable(c))];

    /// <summary>A user agent of a class; the same <paramref name="dice"/> gives the same one.</summary>
    public static short Draw(C userAgentClass, ulong dice)
    {
        var table = Draws[(int)userAgentClass];
        return table[(int)(((dice >> 32) * (ulong)table.Length) >> 32)];
    }

    private static UserAgentEntry Desktop(int weight, string text, O os, B browser) => new(C.Desktop, weight, text, new DeviceTraits(D.Ordinateur, os, browser, K.Aucun));

    private static UserAgentEntry Phone(int weight, string text, O os, B browser) => new(C.Phone, weight, text, new DeviceTraits(D.Smartphone, os, browser, K.Aucun));

    private static UserAgentEntry Tablet(int weight, string text, O os, B browser) => new(C.Tablet, weight, text, new DeviceTraits(D.Tablette, os, browser, K.Aucun));

    private static UserAgentEntry Object(int weight, string text, O os, B browser, K kind) => new(C.ConnectedObject, weight, text, new DeviceTraits(D.AutreAppareil, os, browser, kind));

    private static UserAgentEntry Robot(int weight, string text) => new(C.Robot, weight, text, default);

    private static UserAgentEntry Monitor(int weight, string text) => new(C.Monitor, weight, text, default);

    private static short[] DrawTable(C userAgentClass) =>
        [.. Entries.SelectMany((entry, index) => Enumerable.Repeat((short)index, entry.Class == userAgentClass ? entry.Weight : 0))];
}
