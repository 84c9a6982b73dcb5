using System.Text;
using Dnma.Engine.References;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>What the tags write instead of an id for someone who declined to be measured (domain §4.2).</summary>
internal static class OptOutMark
{
    /// <summary>
    /// Whether a decoded id is such a mark: <c>OPT-OUT</c> or <c>Consent-NO</c> in any case, or anything that ends with <c>-NO</c> in capitals.
    /// White space around it does not matter, as it does not in any id.
    /// </summary>
    public static bool IsOne(ReadOnlySpan<byte> id)
    {
        id = LabelText.Trim(id);
        return id.EndsWith("-NO"u8) || Ascii.EqualsIgnoreCase(id, "OPT-OUT"u8) || Ascii.EqualsIgnoreCase(id, "Consent-NO"u8);
    }
}
