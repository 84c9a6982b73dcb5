using System.Buffers.Text;
using System.Collections.Frozen;
using Dnma.Engine.Hits;

namespace Dnma.Engine.References.Devices;

/// <summary>
/// Reads devices, systems and browsers that a hit names itself: the ids and English names of domain §7, the published French codes, and
/// the short codes and names of Matomo's raw tables (<c>config_device_type</c>, <c>config_os</c>, <c>config_browser_name</c>). Case,
/// spaces, hyphens and underscores do not matter, nor does a version after a name (<c>Windows 10</c>). A name means the same here as
/// the agent that carries it does to <see cref="DeviceRules"/>. Pure, thread safe, for any bytes.
/// </summary>
public static class DeviceVocabulary
{
    // Longer texts are in no vocabulary; the longest name has far fewer letters.
    private const int LongestName = 64;

    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Devices = Look(DeviceNames.Devices);
    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Systems = Look(DeviceNames.Systems);
    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Browsers = Look(DeviceNames.Browsers);

    /// <summary>The class and the connected object that a text names.</summary>
    /// <param name="text">A Matomo id (0 to 13), a name or a code, UTF-8.</param>
    /// <returns><see cref="DeviceClass.Inconnu"/> for an empty text and for one that no vocabulary knows.</returns>
    public static (DeviceClass Device, ConnectedObject ConnectedObject) ParseDevice(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t"u8);
        var packed = Utf8Parser.TryParse(text, out byte id, out var read) && read == text.Length
            ? (id < DeviceNames.DeviceIds.Length ? Devices[DeviceNames.DeviceIds[id]] : (byte)0)
            : Find(Devices, text, unlisted: 0);
        return ((DeviceClass)(packed & 15), (ConnectedObject)(packed >> 4));
    }

    /// <summary>The operating system that a text names.</summary>
    /// <param name="text">A short code, a name or a published code, UTF-8.</param>
    /// <returns><see cref="OperatingSystemFamily.Inconnu"/> for an empty text and for those that say so (<c>inconnu</c>, <c>unknown</c>,
    /// <c>UNK</c>); <see cref="OperatingSystemFamily.AutreOs"/> for a name without a published code.</returns>
    public static OperatingSystemFamily ParseOs(ReadOnlySpan<byte> text) =>
        (OperatingSystemFamily)Find(Systems, text, (byte)OperatingSystemFamily.AutreOs);

    /// <summary>The browser that a text names.</summary>
    /// <param name="text">A short code, a name or a published code, UTF-8.</param>
    /// <returns><see cref="BrowserFamily.Inconnu"/> for an empty text and for those that say so (<c>inconnu</c>, <c>unknown</c>,
    /// <c>UNK</c>); <see cref="BrowserFamily.AutreNavigateur"/> for a name without a published code.</returns>
    public static BrowserFamily ParseBrowser(ReadOnlySpan<byte> text) =>
        (BrowserFamily)Find(Browsers, text, (byte)BrowserFamily.AutreNavigateur);

    private static byte Find(FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> names, ReadOnlySpan<byte> text, byte unlisted)
    {
        Span<char> buffer = stackalloc char[LongestName];
        if (!TryNormalize(text, buffer, out var name))
        {
            return unlisted;
        }

        if (name.IsEmpty)
        {
            return 0; // Inconnu
        }

        // A short code may end in a digit (F1), so the whole text first.
        if (names.TryGetValue(name, out var value))
        {
            return value;
        }

        var unversioned = name.TrimEnd("0123456789.");
        return !unversioned.IsEmpty && names.TryGetValue(unversioned, out value) ? value : unlisted;
    }

    /// <summary>Lower-cases a text and drops what parts its words.</summary>
    /// <returns><see langword="false"/> when the text is longer than any name, or has characters that no name has.</returns>
    private static bool TryNormalize(ReadOnlySpan<byte> text, Span<char> buffer, out ReadOnlySpan<char> name)
    {
        var length = 0;
        foreach (var value in text)
        {
            if (value is (byte)' ' or (byte)'\t' or (byte)'-' or (byte)'_')
            {
                continue;
            }

            if (length == buffer.Length || value >= 0x80)
            {
                name = default;
                return false;
            }

            buffer[length++] = char.ToLowerInvariant((char)value);
        }

        name = buffer[..length];
        return true;
    }

    private static FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Look(Dictionary<string, byte> names) =>
        names.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
