using System.Text;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Tests.Ingest.Tables;

/// <summary>A hit as it reached the sink, in strings.</summary>
public sealed record CollectedHit(long InstantMs, string Visitor)
{
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

    public string Device { get; init; } = "";

    public string Os { get; init; } = "";

    public string Browser { get; init; } = "";

    public HitKind Kind { get; init; }

    public HitFlags Flags { get; init; }

    /// <summary>The custom values, joined by a bar; empty where none was asked for.</summary>
    public string Customs { get; init; } = "";

    internal static CollectedHit Of(scoped in HitFields hit)
    {
        var customs = new List<string>();
        foreach (var range in hit.CustomRanges)
        {
            customs.Add(Text(hit.CustomBytes[range]));
        }

        return new CollectedHit(hit.InstantMs, Text(hit.Visitor))
        {
            Client = Text(hit.Client),
            Uai = Text(hit.Uai),
            Profile = Text(hit.Profile),
            Service = Text(hit.Service),
            Type = Text(hit.Type),
            Tool = Text(hit.Tool),
            Project = Text(hit.Project),
            Operator = Text(hit.Operator),
            Platform = Text(hit.Platform),
            Collectivity = Text(hit.Collectivity),
            Page = Text(hit.Page),
            Label = Text(hit.Label),
            UserAgent = Text(hit.UserAgent),
            Device = Text(hit.Device),
            Os = Text(hit.Os),
            Browser = Text(hit.Browser),
            Kind = hit.Kind,
            Flags = hit.Flags,
            Customs = string.Join('|', customs),
        };
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
