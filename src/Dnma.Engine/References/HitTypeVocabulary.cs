using System.Text;

namespace Dnma.Engine.References;

/// <summary>The spellings of a hit's type (domain §4.2): native to the platform or a third party's. Thread safe; parsing allocates nothing.</summary>
public static class HitTypeVocabulary
{
    /// <summary>The code of a service of the platform itself.</summary>
    public const string Native = "natif";

    /// <summary>The code of a third-party service, whose tool is named.</summary>
    public const string ThirdParty = "tiers";

    private static readonly TermTable<byte[]> Terms =
        new("type-vocabulary/1", [(Native, "natif"u8.ToArray()), (ThirdParty, "tiers"u8.ToArray())], Encoding.ASCII.GetString);

    /// <summary>Of the content; changes whenever a spelling or its meaning does.</summary>
    public static string Version => "1";

    /// <summary>SHA-256 of the content, as lower-case hexadecimal; part of a certificate's definition.</summary>
    public static string Digest => Terms.Digest;

    /// <summary>Writes the code of a type, or the lower-cased label of an unknown one.</summary>
    /// <param name="text">The text as UTF-8, not necessarily valid.</param>
    /// <param name="destination">Receives the code; at least <see cref="LabelText.MaxBytes"/> long.</param>
    /// <param name="written">How many bytes were written; 0 when there is no type.</param>
    /// <returns>Whether the vocabulary knows the text. False for an empty one too, with nothing written.</returns>
    public static bool TryCanonicalize(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        if (Terms.TryFind(text, out var code))
        {
            code.CopyTo(destination);
            written = code!.Length;
            return true;
        }

        written = LabelText.Canonicalize(text, destination, LabelCase.Lower);
        return false;
    }
}
