using System.Globalization;
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

    /// <summary>The letters of the chunks before the script.</summary>
    private const int MostFirst = 200_000;

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
            case "first":
                WriteChunks(utf8, data, 0, FirstChunks(data));
                break;
            case "rest":
                WriteChunks(utf8, data, FirstChunks(data), data.Chunks.Texts.Count);
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
        + $"script-src {Digest(DashboardAssets.Script)}; base-uri 'none'; form-action 'none'";

    private static string Digest(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>
    /// How many chunks stand before the script: those that the page opens with, as they are the first. The rest stands behind it, so that the page is drawn while
    /// it is read.
    /// </summary>
    private static int FirstChunks(DashboardData data)
    {
        var (count, length) = (0, 0L);
        while (count < data.Chunks.Texts.Count && (length += data.Chunks.Texts[count].Length) <= MostFirst)
        {
            count++;
        }

        return count;
    }

    /// <summary>Base64 needs no escaping inside an element.</summary>
    private static void WriteChunks(Stream utf8, DashboardData data, int from, int to)
    {
        for (var id = from; id < to; id++)
        {
            WriteText(utf8, string.Create(CultureInfo.InvariantCulture, $"<script type=\"text/plain\" id=\"c{id}\">"));
            WriteText(utf8, data.Chunks.Texts[id]);
            WriteText(utf8, "</script>\n");
        }
    }

    private static void WriteText(Stream utf8, ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        utf8.Write(bytes);
    }
}
