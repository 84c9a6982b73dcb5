using System.Globalization;
using System.Text;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Tests.Generation;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>The definitions of all committed fixtures.</summary>
internal static class FixtureSpecs
{
    private static readonly OracleNorm[] EveryNorm = Enum.GetValues<OracleNorm>();

    public static IReadOnlyList<FixtureSpec> All { get; } = [.. Boundaries(), .. Malformed(), .. Edges(), .. Forms(), .. Days()];

    private static IEnumerable<FixtureSpec> Boundaries() =>
    [
        new("visits/boundary-gap", "Gaps of 1799, 1800 and 1801 s, a millisecond beside them, and Matomo's floor to the second") { Norms = EveryNorm },
        new("visits/boundary-midnight", "Visits over, up to and from local midnight; only Acpm does not cut") { Norms = EveryNorm },
        new("visits/boundary-dst-spring", "The day of 23 hours, 2022-03-27, and both its midnights") { Norms = EveryNorm },
        new("visits/boundary-dst-autumn", "The day of 25 hours, 2022-10-30: one wall clock, two instants") { Norms = EveryNorm },
        new("visits/boundary-periods", "31 July to 1 August 2022 (week, month and school year end together), end of August, zero rows in between") { Norms = EveryNorm },
        new("visits/boundary-ties", "Hits of one instant: the order of their fields decides what the visit is attributed to, each field on its own"),
        new("visits/boundary-pings", "Heartbeats extend and never open; not after half an hour, not over midnight") { Norms = EveryNorm },
        new("visits/boundary-durations", "Flash visits at 30 s, Piano's rounding at half a second, time in services with hits of none") { Norms = EveryNorm },
        new("visits/demo-shared-computer", "Two pupils on one computer are two visitors, one browser under Piano") { Norms = EveryNorm },
        new("visits/demo-two-projects", "One id is a person of its own in each project, else in each collectivity") { Norms = EveryNorm },
        new("qualification/boundary-duplicates", "Equal in every canonical field, at any distance: one hit; not so when one field differs") { Norms = EveryNorm },
        new("qualification/demo-exclusions", "Each reason that a canonical table can give, and what each norm counts") { Norms = EveryNorm },
        new("indicators/boundary-range", "From and to are local days, half-open; a visit is in by its start") { Norms = EveryNorm, From = new(2022, 9, 6), To = new(2022, 9, 9) },
        new("indicators/edge-labels", "Quotation, and rows in the order of UTF-8 bytes, which is not that of UTF-16") { HasOpenData = true },
        new("indicators/demo-unknown", "What is not known is inconnu everywhere; départements of Corse and overseas; wrong letters are kept") { HasOpenData = true },
    ];

    private static IEnumerable<FixtureSpec> Malformed() =>
    [
        new("ingest/malformed-csv", "A broken row is rejected for its reason and no other row suffers") { Rejects = new() { ["bad-instant"] = 4, ["field-count"] = 2, ["missing-instant"] = 1, ["unclosed-quote"] = 1 } },
        new("ingest/malformed-ndjson", "A line that is no object, or has no instant, is rejected alone")
        {
            Form = "ndjson", Inputs = ["hits.ndjson"], Rejects = new() { ["bad-instant"] = 1, ["malformed"] = 2, ["missing-instant"] = 1 },
        },
        new("ingest/malformed-log", "Lines that are none, and requests that are no hits")
        {
            Form = "smarttag-log", Inputs = ["hits.log"], Rejects = new() { ["malformed"] = 2, ["not-a-hit"] = 3 },
        },
        new("ingest/malformed-too-long", "A record over 1 MiB is rejected and reading goes on")
        {
            Made = "generated", Inputs = ["hits.csv.gz"], Rejects = new() { ["too-long"] = 1 },
            Generate = () => new() { ["hits.csv.gz"] = Encoding.UTF8.GetBytes(TwoRows.Insert(TwoRows.IndexOf("2022-09-05T08:05", StringComparison.Ordinal), $"2022-09-05T08:01:00+02:00,{new string('x', 1 << 20)},0220158C\n")) },
            Hits = () => OracleCsv.Hits(TwoRows),
        },
    ];

    private const string TwoRows = "instant,visitor,uai\n2022-09-05T08:00:00+02:00,anna,0220158C\n2022-09-05T08:05:00+02:00,anna,0220158C\n";

    private static IEnumerable<FixtureSpec> Edges() =>
    [
        new("ingest/edge-header-only", "A header and nothing else: tables of headers only"),
        new("ingest/edge-clock", "The browser's clock is believed within 24 h of the line's time, inclusive") { Form = "smarttag-log", Inputs = ["hits.log"] },
        new("ingest/edge-encodings", "Percent-encoding, case and empty parameters in a query") { Form = "smarttag-log", Inputs = ["hits.log"] },
        new("ingest/edge-split-hits", "Parts of a split hit: adjacent, reversed, apart, incomplete, contradicting, of two browsers") { Form = "smarttag-log", Inputs = ["hits.log"] },
        new("visits/edge-ten-thousand-actions", "Matomo's visit ends after 10 000 actions; heartbeats are none")
        {
            Made = "generated", Inputs = ["hits.csv.gz"], Norms = [OracleNorm.Dnma, OracleNorm.Matomo],
            Generate = () => new() { ["hits.csv.gz"] = Encoding.UTF8.GetBytes(ManyActions()) }, Hits = () => OracleCsv.Hits(ManyActions()),
        },
    ];

    /// <summary>The same hits in every form: what a form cannot tell is missing from what it must give, the rest is equal.</summary>
    private static IEnumerable<FixtureSpec> Forms()
    {
        var options = new GenerationOptions { Seed = 7, Hits = 60, Visitors = 40, Establishments = 4, Academies = 3, Noise = NoiseShares.None, WholeSeconds = true };
        foreach (var form in HitForm.All)
        {
            var name = form.Name.StartsWith("csv", StringComparison.Ordinal) ? "csv" : form.Name is "tsv" ? "tsv" : form.Name is "ndjson" ? "ndjson" : form.Name == "matomo-bulk" ? "json" : "log";
            var inputs = form.Outputs.Length > 1 ? form.Outputs : [$"hits.{name}"];
            yield return Generated($"ingest/demo-{form.Name}", "The same 60 hits in every form give the same figures, as far as the form can tell", options, form, inputs) with { Norms = form.Name == "csv" ? EveryNorm : [OracleNorm.Dnma] };
        }
    }

    private static IEnumerable<FixtureSpec> Days()
    {
        var form = HitForm.All[0];
        var day = new GenerationOptions { Seed = 2022, Hits = 1_000_000, Days = 1, Visitors = 2_000, Establishments = 20, Academies = 3 };
        yield return Generated("measure/demo-day", "The fixture day that samples/measure.cs measures: Monday 2022-09-05 in three académies", day, form, ["hits.log.gz"]) with { HasOpenData = true };
        var week = day with { Seed = 36, Days = 7, Visitors = 400, Establishments = 12 };
        yield return Generated("measure/demo-week", "A school week in three académies", week, form, ["hits.log.gz"]) with { HasOpenData = true };
    }

    private static FixtureSpec Generated(string id, string purpose, GenerationOptions options, HitForm form, string[] inputs)
    {
        var world = new World(options);
        var noise = options.Noise == NoiseShares.None ? "off" : "on";
        var days = options.Days is { } count ? OracleIndicators.Iso(options.FirstDay.AddDays(count)) : "";
        return new FixtureSpec(id, purpose)
        {
            Made = string.Create(CultureInfo.InvariantCulture, $"generate --format {form.Name} --seed {options.Seed} --hits {options.Hits} --weeks {OracleIndicators.Iso(options.FirstDay)}..{days} --visitors {options.Visitors} --establishments {options.Establishments} --academies {options.Academies} --noise {noise}{(options.WholeSeconds ? " --whole-seconds" : "")}"),
            Form = form.Name,
            Inputs = inputs,
            Annuaire = GeneratedReferences.Annuaire(world),
            Structures = form.Name.StartsWith("matomo", StringComparison.Ordinal) ? GeneratedReferences.Structures(world) : "",
            Generate = () => Write(options, form, inputs).Files,
            Rejects = Write(options, form, inputs).Summary.Rejects,
            Hits = () => OracleHitsOf.Log(options, form),
        };
    }

    private static (Dictionary<string, byte[]> Files, LogSummary Summary) Write(GenerationOptions options, HitForm form, string[] inputs)
    {
        var streams = Array.ConvertAll(inputs, _ => new MemoryStream());
        var summary = LogGeneration.Write(options, form, streams);
        return (inputs.Zip(streams).ToDictionary(f => f.First, f => f.Second.ToArray()), summary);
    }

    private static string ManyActions()
    {
        // 10 001 actions two seconds apart, a heartbeat after the 10 000th: it still extends, the action after it opens.
        var csv = new StringBuilder("instant,visitor,uai,kind,service\n");
        for (var i = 0; i <= 10_000; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000 + (i * 2000L)},busy,0220158C,page,notes\n");
        }

        return csv.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000 + (9_999 * 2000L) + 1000},busy,0220158C,ping,notes\n").ToString();
    }
}
