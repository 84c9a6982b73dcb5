namespace Dnma.Engine.Ingest.Tables;

/// <summary>The form of a UAI: seven digits and a letter (domain §6). Whether the letter is right is another question.</summary>
internal static class UaiForm
{
    /// <summary>Whether a text has the form, blanks around it and case aside.</summary>
    public static bool Has(ReadOnlySpan<byte> text)
    {
        text = text.Trim((byte)' ');
        return text.Length == 8 && text[..7].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && char.IsAsciiLetter((char)text[7]);
    }
}
