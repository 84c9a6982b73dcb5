namespace Dnma.Engine.Ingest.Formats;

/// <summary>The form of a UAI, by which a parameter that may hold other things (<c>s2</c>, a Matomo structure) is known to hold one.</summary>
internal static class EstablishmentForm
{
    /// <summary>Whether a text is seven digits and a letter, blanks around it and case aside; the letter need not be the right one.</summary>
    public static bool IsUai(ReadOnlySpan<byte> text)
    {
        text = text.Trim((byte)' ');
        return text.Length == 8 && !text[..7].ContainsAnyExceptInRange((byte)'0', (byte)'9') && char.IsAsciiLetter((char)text[7]);
    }
}
