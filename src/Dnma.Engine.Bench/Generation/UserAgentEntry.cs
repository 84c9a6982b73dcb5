using System.Text;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation;

/// <summary>A user agent, what it is by its own words, and how each container writes it.</summary>
/// <param name="Class">What it is drawn for.</param>
/// <param name="Weight">How often, within its class.</param>
/// <param name="Text">The header's value.</param>
/// <param name="Traits">The published device, system, browser and connected object.</param>
internal sealed record UserAgentEntry(UserAgentClass Class, int Weight, string Text, DeviceTraits Traits)
{
    /// <summary>As it is.</summary>
    public byte[] Bytes { get; } = Encoding.ASCII.GetBytes(Text);

    /// <summary>As IIS logs it: spaces are plus signs.</summary>
    public byte[] PlusBytes { get; } = Encoding.ASCII.GetBytes(Text.Replace(' ', '+'));

    /// <summary>As CloudFront logs it: percent-encoded, and the percent signs encoded again.</summary>
    public byte[] TwiceEncodedBytes { get; } = Encoding.ASCII.GetBytes(Text.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal).Replace("%", "%25", StringComparison.Ordinal));

    /// <summary>As a query's value.</summary>
    public byte[] QueryBytes { get; } = Encoding.ASCII.GetBytes(Uri.EscapeDataString(Text));
}
