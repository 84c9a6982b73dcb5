using System.Globalization;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>A hit of a small log, tagged as it should be but for what a test changes.</summary>
internal sealed record TaggedHit
{
    public const string Header = "instant,visitor,client,uai,profile,service,type,tool,project,platform,collectivity,kind,page,user_agent\n";

    /// <summary>2022-09-05 at 10:00 in Paris.</summary>
    public const long Start = 1_662_364_800_000;

    public const string Robot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    public long AfterMs { get; init; }

    public string Visitor { get; init; } = "a";

    public string Client { get; init; } = "";

    public string Uai { get; init; } = "0010024W";

    public string Profile { get; init; } = "ELEVE";

    public string Service { get; init; } = "NOTES";

    public string Type { get; init; } = "NATIF";

    public string Tool { get; init; } = "";

    public string Project { get; init; } = "P";

    public string Platform { get; init; } = "K";

    public string Collectivity { get; init; } = "400001";

    public string Kind { get; init; } = "page";

    public string Page { get; init; } = "/";

    public string UserAgent { get; init; } = "";

    /// <summary>So many hits of as many people, a minute apart.</summary>
    public static IEnumerable<TaggedHit> Many(int count, Func<TaggedHit, int, TaggedHit>? change = null, string prefix = "p") =>
        Enumerable.Range(0, count).Select(i => new TaggedHit { AfterMs = i * 60_000L, Visitor = $"{prefix}{i}" }).Select((hit, i) => change?.Invoke(hit, i) ?? hit);

    public static string Csv(IEnumerable<TaggedHit> hits) => Header + string.Concat(hits);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Start + AfterMs},{Visitor},{Client},{Uai},{Profile},{Service},{Type},{Tool},{Project},{Platform},{Collectivity},{Kind},{Page},{UserAgent}\n");
}
