using System.Globalization;
using System.Text.Json;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Hits;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Generation;

/// <summary>Reads the forms back in the plainest way, to show that a writer writes what it says. Knows nothing of rejects and split hits.</summary>
internal static class NaiveFormReader
{
    private static readonly string[] ServiceByNumber = Enumerable.Range(0, 20).Select(n => Vocabulary.Services.FirstOrDefault(s => s.Number2012 == $"{n}")?.Tag ?? "").ToArray();

    public static IReadOnlyList<OracleHit> Read(HitForm form, string[] files, string structuresCsv)
    {
        var structures = OracleCsv.Rows(structuresCsv, ';').ToDictionary(r => r["structure"], r => r["uai"]);
        var lines = files[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return form.Name switch
        {
            "csv" => Table(files[0], ','),
            "csv-semicolon" => Table(files[0], ';'),
            "tsv" => Table(files[0], '\t'),
            "ndjson" => lines.Select(l => Canonical(JsonDocument.Parse(l).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()))).ToList(),
            "matomo-tables" => Tables(files, structures),
            "matomo-bulk" => lines.SelectMany(l => JsonDocument.Parse(l).RootElement.GetProperty("requests").EnumerateArray().Select(r => Matomo(Parameters(r.GetString()![1..]), structures))).ToList(),
            "matomo-log" => lines.Select(Ncsa).Select(r => Matomo(With(Parameters(r.Query), r), structures)).ToList(),
            "xiti2012-log" => lines.Select(Ncsa).Select(r => Xiti2012(With(Parameters(r.Query), r))).ToList(),
            "smarttag-iis" => W3c(lines, ' ', ua => UserAgentCatalogue.Entries.Single(e => e.Text.Replace(' ', '+') == ua).Text),
            "smarttag-cloudfront" => W3c(lines, '\t', ua => Uri.UnescapeDataString(Uri.UnescapeDataString(ua))),
            "smarttag-nginx" => Json(lines, j => j.GetProperty("time_iso8601").GetString()!, j => j.GetProperty("request_uri").GetString()!, j => j.GetProperty("http_user_agent").GetString()!),
            "smarttag-traefik" => Json(lines, j => j.GetProperty("StartUTC").GetString()!, j => j.GetProperty("RequestPath").GetString()!, j => j.GetProperty("request_User-Agent").GetString()!),
            "smarttag-caddy" => Json(
                lines,
                j => DateTimeOffset.FromUnixTimeSeconds((long)j.GetProperty("ts").GetDouble()).ToString("O", CultureInfo.InvariantCulture),
                j => j.GetProperty("request").GetProperty("uri").GetString()!,
                j => j.GetProperty("request").GetProperty("headers").TryGetProperty("User-Agent", out var ua) ? ua[0].GetString()! : ""),
            "smarttag-query" => lines.Select(l => SmartTag(Parameters(l), null, "")).ToList(),
            _ => lines.Select(Ncsa).Select(r => SmartTag(Parameters(r.Query), r.LineMs, r.UserAgent)).ToList(),
        };
    }

    private static List<OracleHit> Table(string file, char separator) => OracleCsv.Rows(file, separator).Select(Canonical).ToList();

    private static OracleHit Canonical(Dictionary<string, string> row) => Known(new OracleHit
    {
        InstantMs = !long.TryParse(row["instant"], CultureInfo.InvariantCulture, out var number) ? Iso(row["instant"]) : number < 100_000_000_000 ? number * 1000 : number,
        Visitor = row["visitor"],
        Client = row["client"],
        Uai = row["uai"],
        Profile = row["profile"].ToLowerInvariant(),
        Service = row["service"].ToLowerInvariant(),
        Type = row["type"].ToLowerInvariant(),
        Tool = row["tool"].ToLowerInvariant(),
        Project = row["project"],
        Operator = row["operator"],
        Platform = row["platform"],
        Collectivity = row["collectivity"],
        Kind = row["kind"],
        Page = row["page"],
    }, row["user_agent"]);

    private static OracleHit SmartTag(Dictionary<string, string> p, long? lineMs, string userAgent)
    {
        var stamp = long.Parse(p["ts"], CultureInfo.InvariantCulture);
        Assert.Equal(p["uai"], p["s2"]);
        return Known(new OracleHit
        {
            InstantMs = lineMs is { } line && Math.Abs(stamp - line) > 86_400_000 ? line : stamp,
            Visitor = p.GetValueOrDefault("at", ""),
            Client = p["idclient"],
            Uai = p["uai"],
            Profile = p["profil"].ToLowerInvariant(),
            Service = p["service"].ToLowerInvariant(),
            Type = p["type"].ToLowerInvariant(),
            Tool = p["outil"].ToLowerInvariant(),
            Project = p["projet"],
            Operator = p["exploitant"],
            Platform = p["plateforme"],
            Collectivity = p["s"],
            Kind = p.ContainsKey("click") ? "click" : "page",
            Page = p["p"],
        }, userAgent);
    }

    private static OracleHit Xiti2012(Dictionary<string, string> p)
    {
        var service = p["x1"] != "" ? ServiceByNumber[int.Parse(p["x1"], CultureInfo.InvariantCulture)] : p["p"].Split("::")[0];
        return Known(new OracleHit
        {
            InstantMs = long.Parse(p["line"], CultureInfo.InvariantCulture),
            Visitor = p.GetValueOrDefault("at", ""),
            Client = p.GetValueOrDefault("idclient", ""),
            Uai = p["s2"],
            Service = service.ToLowerInvariant(),
            Profile = p.GetValueOrDefault("x2", "") switch { "1" => "eleve", "2" => "enseignant", "3" => "parent", "4" => "admin_vie_scol_tech", "6" => "autre", _ => "" },
            Project = p["x3"],
            Platform = p["x4"],
            Collectivity = p["s"],
            Page = p["p"],
        }, p["agent"]);
    }

    private static OracleHit Matomo(Dictionary<string, string> p, Dictionary<string, string> structures) => Known(new OracleHit
    {
        InstantMs = p.TryGetValue("cdt", out var seconds) ? long.Parse(seconds, CultureInfo.InvariantCulture) * 1000 : long.Parse(p["line"], CultureInfo.InvariantCulture),
        Visitor = p.GetValueOrDefault("uid", ""),
        Client = p.GetValueOrDefault("_id", ""),
        Uai = structures.GetValueOrDefault(p.GetValueOrDefault("dimension2", ""), ""),
        Profile = MatomoProfile(p.GetValueOrDefault("dimension1", "")),
        Collectivity = p["idsite"],
        Page = p["url"],
        Kind = p.ContainsKey("ping") ? "ping" : p.ContainsKey("e_c") ? "event" : p.ContainsKey("link") || p.ContainsKey("download") ? "click" : "page",
    }, p.GetValueOrDefault("ua") ?? p.GetValueOrDefault("agent", ""));

    private static List<OracleHit> Tables(string[] files, Dictionary<string, string> structures)
    {
        var visits = OracleCsv.Rows(files[0], ',').ToDictionary(r => r["idvisit"]);
        var actions = OracleCsv.Rows(files[2], ',').ToDictionary(r => r["idaction"]);
        return OracleCsv.Rows(files[1], ',').Select(link =>
        {
            var (visit, action) = (visits[link["idvisit"]], actions[link["idaction_url"]]);
            Assert.Equal((visit["idsite"], visit["idvisitor"]), (link["idsite"], link["idvisitor"]));
            return new OracleHit
            {
                InstantMs = Iso(link["server_time"] + "Z"),
                Visitor = visit["user_id"],
                Client = visit["idvisitor"],
                Collectivity = visit["idsite"],
                Uai = structures.GetValueOrDefault(link["custom_dimension_2"], ""),
                Profile = MatomoProfile(link["custom_dimension_1"]),
                Kind = action["type"] == "1" ? "page" : "click",
                Page = "https://" + action["name"],
                Device = visit["config_device_type"] switch { "0" => "ordinateur", "1" => "smartphone", "2" => "tablette", "" => "", _ => "autreappareil" },
                Os = visit["config_os"] switch { "AND" => "android", "WIN" => "windows", "IOS" => "ios", "MAC" => "macos", "COS" => "chromeos", "LIN" => "linux", "" => "", _ => "autreos" },
                Browser = visit["config_browser_name"] switch
                {
                    "CM" => "chromemobile",
                    "SF" => "safari",
                    "CH" => "chrome",
                    "FF" => "firefox",
                    "PS" => "edge",
                    "SB" => "samsungbrowser",
                    "OP" => "opera",
                    "HU" => "huaweibrowser",
                    "MU" => "miuibrowser",
                    "" => "",
                    _ => "autrenavigateur",
                },
            };
        }).ToList();
    }

    private static string MatomoProfile(string word) => word switch { "Student" => "eleve", "Teacher" => "enseignant", "Relative" => "parent", "Personnel" => "admin_vie_scol_tech", "Guest" => "autre", _ => "" };

    private static List<OracleHit> W3c(string[] lines, char separator, Func<string, string> decode)
    {
        var names = lines.Single(l => l.StartsWith("#Fields: ", StringComparison.Ordinal))["#Fields: ".Length..].Split(' ');
        return lines.Where(l => l[0] != '#').Select(l => names.Zip(l.Split(separator)).ToDictionary(f => f.First, f => f.Second))
            .Select(r => SmartTag(Parameters(r["cs-uri-query"]), Iso($"{r["date"]}T{r["time"]}Z"), r["cs(User-Agent)"] is "-" ? "" : decode(r["cs(User-Agent)"]))).ToList();
    }

    private static List<OracleHit> Json(string[] lines, Func<JsonElement, string> instant, Func<JsonElement, string> uri, Func<JsonElement, string> userAgent) =>
        lines.Select(l => JsonDocument.Parse(l).RootElement).Select(j => SmartTag(Parameters(uri(j).Split('?')[1]), Iso(instant(j)), userAgent(j))).ToList();

    private static (long LineMs, string Query, string UserAgent) Ncsa(string line)
    {
        var date = line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)];
        var quoted = line.Split('"');
        var instant = DateTimeOffset.ParseExact(date.Insert(date.Length - 2, ":"), "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return (instant.ToUnixTimeMilliseconds(), quoted[1].Split(' ')[1].Split('?')[1], quoted.Length > 5 && quoted[5] != "-" ? quoted[5] : "");
    }

    private static Dictionary<string, string> With(Dictionary<string, string> parameters, (long LineMs, string Query, string UserAgent) request)
    {
        parameters["line"] = request.LineMs.ToString(CultureInfo.InvariantCulture);
        parameters["agent"] = request.UserAgent;
        return parameters;
    }

    private static Dictionary<string, string> Parameters(string query) =>
        query.Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));

    private static long Iso(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    /// <summary>Adds what the catalogue knows of the user agent.</summary>
    private static OracleHit Known(OracleHit hit, string userAgent)
    {
        var traits = UserAgentCatalogue.Entries.FirstOrDefault(e => e.Text == userAgent)?.Traits ?? default;
        Assert.True(userAgent == "" || UserAgentCatalogue.Entries.Any(e => e.Text == userAgent), userAgent);
        static string Code(Enum value) => value.ToString() is "Inconnu" or "Aucun" ? "" : value.ToString().ToLowerInvariant();
        return hit with { UserAgent = userAgent, Device = Code(traits.Device), Os = Code(traits.Os), Browser = Code(traits.Browser), ConnectedObject = traits.ConnectedObject == ConnectedObject.Aucun ? "" : Code(traits.ConnectedObject) };
    }
}
