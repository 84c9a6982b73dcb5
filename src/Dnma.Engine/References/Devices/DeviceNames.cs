using Dnma.Engine.Hits;

namespace Dnma.Engine.References.Devices;

/// <summary>
/// The names and codes behind <see cref="DeviceVocabulary"/>: lower-case, without spaces, hyphens and underscores. Systems and browsers
/// that have no published code need no entry, except where cutting a version off would mistake them for another.
/// </summary>
internal static class DeviceNames
{
    /// <summary>The names of Matomo's device ids 0 to 13, in their order (domain §7); each is in <see cref="Devices"/>.</summary>
    public static readonly string[] DeviceIds =
    [
        "desktop", "smartphone", "tablet", "featurephone", "console", "tv", "carbrowser", "smartdisplay", "camera", "portablemediaplayer",
        "phablet", "smartspeaker", "wearable", "peripheral",
    ];

    /// <summary>Device names; the value is the class in bits 0–3 and the connected object in bits 4–7.</summary>
    public static readonly Dictionary<string, byte> Devices = Collect(
        (Pack(DeviceClass.Inconnu), "inconnu unknown"),
        (Pack(DeviceClass.Ordinateur), "desktop ordinateur"),
        (Pack(DeviceClass.Smartphone), "smartphone featurephone phablet"),
        (Pack(DeviceClass.Tablette), "tablet tablette"),
        (Pack(DeviceClass.AutreAppareil), "camera portablemediaplayer peripheral autreappareil autresappareil"),
        (Pack(ConnectedObject.Console), "console"),
        (Pack(ConnectedObject.Tv), "tv smarttv television"),
        (Pack(ConnectedObject.Car), "car carbrowser"),
        (Pack(ConnectedObject.Display), "display smartdisplay"),
        (Pack(ConnectedObject.Speaker), "speaker smartspeaker"),
        (Pack(ConnectedObject.Wearable), "wearable"),
        (Pack(ConnectedObject.Fridge), "fridge smartfridge"));

    /// <summary>System names, Matomo's families of Android and of GNU/Linux included; the value is the system.</summary>
    public static readonly Dictionary<string, byte> Systems = Collect(
        ((byte)OperatingSystemFamily.Inconnu, "inconnu unknown unk"),
        ((byte)OperatingSystemFamily.Android,
            """
            and android ago androidgo adr androidtv arm armadilloos byi baiduyi bos blissos clr clearosmobile cyn cyanogenmod fir fireos
            gri gridos har harmonyos hel helixos hyp hyperos lea leafos len lineageos mcd mocordroid met metahorizon mld mildwild myo myos
            pic picoos puf puffinos rem remixos rev revengeos ris risingos rrs resurrectionremixos rzd razodroid sir sirinos
            sma smartisanos wer wearos yns yunos
            """),
        ((byte)OperatingSystemFamily.Windows, "win windows wrt windowsrt wio windowsiot windowsnt windowsxp windowsvista windowsserver"),
        ((byte)OperatingSystemFamily.Ios, "ios iphoneos ipa ipados"),
        ((byte)OperatingSystemFamily.MacOs, "mac macos macosx osx"),
        ((byte)OperatingSystemFamily.ChromeOs, "cos chromeos crs chromiumos fyd fydeos see seewoos"),
        ((byte)OperatingSystemFamily.Linux,
            """
            lin linux gnu/linux alp alpinelinux amz amazonlinux aos aoscos arl archlinux asp asplinux azu azurelinux btr backtrack
            cai ces centos chn chinaos clo clearlinuxos cst centosstream deb debian dee deepin dvk dvkbuntu elm elementaryos eul euleros
            fed fedora fen fenix for foresightlinux fre freebox gns gnewsense gnt gentoo has hascodingos jol jolios kal kali kan kanotix
            kbt kubuntu kno knoppix lbt lubuntu lir lirios lnd lindowsos lns linspire loo loongnix los luminos lpu linpus
            mag mageia mdr mandriva min mint linuxmint mon moonos nov nova ora oraclelinux ord ordissimo oss opensuse par pardus pcl
            pclinuxos pio raspberrypios pla plasmamobile pur pureos pve proxmoxve ras raspbian red redos rht redhat roc rockylinux rso rosa
            rst redstar sab sabayon saf sailfishos sci scientificlinux slw slackware sse suse ten tencentos tos tmaxos tur turbolinux
            ubt ubuntu uos vid vidaa vln vectorlinux xbt xubuntu zen zenwalk zor zorinos
            """));

    /// <summary>Browser names; the value is the browser. The webviews of Chrome and of Edge have no published code.</summary>
    public static readonly Dictionary<string, byte> Browsers = Collect(
        ((byte)BrowserFamily.Inconnu, "inconnu unknown unk"),
        ((byte)BrowserFamily.ChromeMobile, "chromemobile cm ci chromemobileios chromeios chromeandroid"),
        ((byte)BrowserFamily.Safari, "safari sf mf mobilesafari pv safaritechnologypreview"),
        ((byte)BrowserFamily.Chrome, "chrome ch googlechrome cr chromium"),
        ((byte)BrowserFamily.Firefox,
            "firefox ff mozillafirefox fm firefoxmobile f1 firefoxmobileios firefoxios fe fennec fk firefoxfocus 1f firefoxklar fr firefoxrocket"),
        ((byte)BrowserFamily.Edge, "edge ps microsoftedge"),
        ((byte)BrowserFamily.SamsungBrowser, "samsungbrowser sb samsunginternet 3l samsungbrowserlite"),
        ((byte)BrowserFamily.Opera,
            """
            opera op om operamobile oi operamini o1 operaminiios ox operagx og operaneon oh operadevices on operanext oo operatouch
            6o operaair y1 operacrypto
            """),
        ((byte)BrowserFamily.HuaweiBrowser, "huaweibrowser hp hu huaweibrowsermobile"),
        ((byte)BrowserFamily.MiuiBrowser, "miuibrowser mu mibrowser xiaomibrowser"));

    private static byte Pack(DeviceClass device) => (byte)device;

    private static byte Pack(ConnectedObject connectedObject) => (byte)((int)DeviceClass.AutreAppareil | ((int)connectedObject << 4));

    private static Dictionary<string, byte> Collect(params ReadOnlySpan<(byte Value, string Names)> groups)
    {
        var all = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var (value, names) in groups)
        {
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                all.Add(name, value);
            }
        }

        return all;
    }
}
