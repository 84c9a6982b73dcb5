namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>What machines of 2021 and 2022 announce (domain §7).</summary>
internal static class Agents
{
    private const string Webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
    private const string WebkitMac = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64";

    private static readonly string[] Computers =
    [
        $"{Windows}) {Webkit} Chrome/94.0.4606.61 Safari/537.36",
        $"{Windows}) {Webkit} Chrome/92.0.4515.159 Safari/537.36",
        $"{Windows}; rv:91.0) Gecko/20100101 Firefox/91.0",
        $"{Windows}) {Webkit} Chrome/93.0.4577.63 Safari/537.36 Edg/93.0.961.38",
        $"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WebkitMac} Version/14.1.2 Safari/605.1.15",
        $"Mozilla/5.0 (X11; CrOS x86_64 13982.82.0) {Webkit} Chrome/92.0.4515.157 Safari/537.36",
    ];

    private static readonly string[] Phones =
    [
        $"Mozilla/5.0 (iPhone; CPU iPhone OS 14_8 like Mac OS X) {WebkitMac} Version/14.1.2 Mobile/15E148 Safari/604.1",
        $"Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) {WebkitMac} Version/15.0 Mobile/15E148 Safari/604.1",
        $"Mozilla/5.0 (Linux; Android 11; SM-G991B) {Webkit} Chrome/93.0.4577.62 Mobile Safari/537.36",
        $"Mozilla/5.0 (Linux; Android 11; SM-A515F) {Webkit} Chrome/92.0.4515.159 Mobile Safari/537.36",
        $"Mozilla/5.0 (Linux; Android 10; M2003J15SC) {Webkit} Chrome/93.0.4577.62 Mobile Safari/537.36",
        $"Mozilla/5.0 (Linux; Android 11; SAMSUNG SM-A217F) {Webkit} SamsungBrowser/15.0 Chrome/90.0.4430.210 Mobile Safari/537.36",
    ];

    private static readonly string[] Tablets =
    [
        $"Mozilla/5.0 (iPad; CPU OS 12_5_5 like Mac OS X) {WebkitMac} Version/12.1.2 Mobile/15E148 Safari/604.1",
        $"Mozilla/5.0 (Linux; Android 11; SM-T510) {Webkit} Chrome/93.0.4577.62 Safari/537.36",
    ];

    private static readonly string[] ConnectedObjects =
    [
        $"Mozilla/5.0 (Linux; Android 5.1.1; AEOBC) {Webkit} Chrome/70.0.3538.110 Mobile Safari/537.36",
        $"Mozilla/5.0 (Linux; Android 7.1.2; AEOCN) {Webkit} Chrome/88.0.4324.152 Mobile Safari/537.36",
        $"Mozilla/5.0 (Linux; Android 9; AEOCH) {Webkit} Chrome/88.0.4324.152 Safari/537.36",
        $"Mozilla/5.0 (Linux; Tizen 3.0; FamilyHub) {Webkit} SamsungBrowser/2.0 Chrome/47.0.2526.69 Safari/537.36",
        $"Mozilla/5.0 (X11; GNU/Linux) {Webkit} Chromium/79.0.3945.130 Chrome/79.0.3945.130 Safari/537.36 Tesla/2021.32.22",
        $"Mozilla/5.0 (X11; GNU/Linux) {Webkit} Chromium/88.0.4324.150 Chrome/88.0.4324.150 Safari/537.36 Tesla/2022.20.8",
    ];

    private static readonly string[][] ByKind = [Computers, Phones, Tablets, ConnectedObjects];

    /// <summary>One of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="dice">Any bits; the same ones give the same one.</param>
    public static string Of(AgentKind kind, ulong dice) => ByKind[(int)kind][(int)(dice % (ulong)ByKind[(int)kind].Length)];
}
