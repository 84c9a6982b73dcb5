using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// Writes <c>dashboard.html</c>: one file that needs nothing else and asks nothing of a network, which its content security policy also
/// forbids. Same data, same bytes: no clock, no culture. Thread safe.
/// </summary>
public static class DashboardWriter
{
    /// <summary>Writes the page as UTF-8 without a byte order mark. The stream is not closed.</summary>
    /// <param name="utf8">Where to.</param>
    /// <param name="data">What to show.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream utf8, DashboardData data)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(data);
        var rest = DashboardAssets.Template.AsSpan();
        while (true)
        {
            // The template alone is searched for places: what is filled in is never read again.
            var open = rest.IndexOf("{{", StringComparison.Ordinal);
            if (open < 0)
            {
                WriteText(utf8, rest);
                return;
            }

            var close = rest.IndexOf("}}", StringComparison.Ordinal);
            WriteText(utf8, rest[..open]);
            Fill(utf8, rest[(open + 2)..close], data);
            rest = rest[(close + 2)..];
        }
    }

    private static void Fill(Stream utf8, ReadOnlySpan<char> place, DashboardData data)
    {
        switch (place)
        {
            case "title":
                WriteText(utf8, HtmlEncoder.Default.Encode(OutsideText.Of(data.Context.Title, OutsideText.LongestSentence)));
                break;
            case "policy":
                WriteText(utf8, Policy);
                break;
            case "style":
                WriteText(utf8, DashboardAssets.Style);
                break;
            case "data":
                DashboardJson.Write(utf8, data);
                break;
            case "licence":
                WriteText(utf8, HtmlEncoder.Default.Encode(DashboardAssets.ChartLicence.TrimEnd()));
                break;
            case "charts":
                WriteText(utf8, DashboardAssets.ChartLibrary);
                break;
            case "script":
                WriteText(utf8, DashboardAssets.Script);
                break;
            default:
                throw new InvalidOperationException($"the template names an unknown place: {place}");
        }
    }

    /// <summary>Only the scripts and the style that we wrote may act, and nothing may be loaded: a second wall behind the escaping.</summary>
    private static string Policy { get; } =
        $"default-src 'none'; img-src data:; style-src {Digest(DashboardAssets.Style)}; "
        + $"script-src {Digest(DashboardAssets.ChartLibrary)} {Digest(DashboardAssets.Script)}; base-uri 'none'; form-action 'none'";

    private static string Digest(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static void WriteText(Stream utf8, ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        utf8.Write(bytes);
    }
}
