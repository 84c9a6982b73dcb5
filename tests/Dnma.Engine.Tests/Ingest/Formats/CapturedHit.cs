using System.Text;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Tests.Ingest.Formats;

/// <summary>A copy of a hit's fields that outlives the call; text as UTF-8, custom dimensions joined by a bar.</summary>
internal sealed record CapturedHit
{
    public long InstantMs { get; init; }
    public string Visitor { get; init; } = "";
    public string Client { get; init; } = "";
    public string Uai { get; init; } = "";
    public string Profile { get; init; } = "";
    public string Service { get; init; } = "";
    public string Type { get; init; } = "";
    public string Tool { get; init; } = "";
    public string Project { get; init; } = "";
    public string Operator { get; init; } = "";
    public string Platform { get; init; } = "";
    public string Collectivity { get; init; } = "";
    public string Page { get; init; } = "";
    public string Label { get; init; } = "";
    public string UserAgent { get; init; } = "";
    public string ClientHints { get; init; } = "";
    public HitKind Kind { get; init; }
    public HitFlags Flags { get; init; }
    public string Customs { get; init; } = "";

    public static CapturedHit Of(scoped in HitFields hit)
    {
        var customs = new List<string>();
        foreach (var range in hit.CustomRanges)
        {
            customs.Add(Encoding.UTF8.GetString(hit.CustomBytes[range]));
        }

        Assert.True(hit.Device.IsEmpty && hit.Os.IsEmpty && hit.Browser.IsEmpty);
        return new CapturedHit
        {
            InstantMs = hit.InstantMs,
            Visitor = Encoding.UTF8.GetString(hit.Visitor),
            Client = Encoding.UTF8.GetString(hit.Client),
            Uai = Encoding.UTF8.GetString(hit.Uai),
            Profile = Encoding.UTF8.GetString(hit.Profile),
            Service = Encoding.UTF8.GetString(hit.Service),
            Type = Encoding.UTF8.GetString(hit.Type),
            Tool = Encoding.UTF8.GetString(hit.Tool),
            Project = Encoding.UTF8.GetString(hit.Project),
            Operator = Encoding.UTF8.GetString(hit.Operator),
            Platform = Encoding.UTF8.GetString(hit.Platform),
            Collectivity = Encoding.UTF8.GetString(hit.Collectivity),
            Page = Encoding.UTF8.GetString(hit.Page),
            Label = Encoding.UTF8.GetString(hit.Label),
            UserAgent = Encoding.UTF8.GetString(hit.UserAgent),
            ClientHints = Encoding.UTF8.GetString(hit.ClientHints),
            Kind = hit.Kind,
            Flags = hit.Flags,
            Customs = string.Join('|', customs),
        };
    }
}
