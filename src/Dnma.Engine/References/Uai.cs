using System.Text;

namespace Dnma.Engine.References;

/// <summary>
/// The identifier of a French school establishment (<em>unité administrative immatriculée</em>): seven digits and a check letter
/// (domain §6). Works on UTF-8 and allocates nothing but where a string is returned. Pure and thread safe.
/// </summary>
public static class Uai
{
    /// <summary>How many bytes, or characters, a UAI has.</summary>
    public const int Length = 8;

    /// <summary>How many of them are digits; the last one is the check letter.</summary>
    public const int DigitCount = 7;

    /// <summary>The check letters by remainder: the alphabet without I, O and Q, which look like digits.</summary>
    internal static ReadOnlySpan<byte> CheckLetters => "ABCDEFGHJKLMNPRSTUVWXYZ"u8;

    /// <summary>Reads a UAI as people write it: surrounding white space and the letter's case do not matter.</summary>
    /// <param name="text">The text as UTF-8, not necessarily valid.</param>
    /// <param name="destination">Receives the eight bytes of the normal form; untouched when the text is no UAI. At least <see cref="Length"/> long.</param>
    /// <param name="letterIsRight">Whether the letter is the one that the digits demand; false when the text is no UAI.</param>
    /// <returns>Whether the text has the form of a UAI: seven digits and a letter of A–Z. A wrong letter is still a UAI, to be flagged (design §6).</returns>
    public static bool TryNormalize(ReadOnlySpan<byte> text, Span<byte> destination, out bool letterIsRight)
    {
        letterIsRight = false;
        var trimmed = LabelText.Trim(text);
        if (trimmed.Length != Length || !TryReadNumber(trimmed, out var number))
        {
            return false;
        }

        // The bit that tells the cases apart: setting it makes a small letter of letters alone.
        var letter = (byte)(trimmed[DigitCount] | 0x20);
        if (letter is < (byte)'a' or > (byte)'z')
        {
            return false;
        }

        letter -= 0x20;
        trimmed[..DigitCount].CopyTo(destination);
        destination[DigitCount] = letter;
        letterIsRight = letter == CheckLetters[number % CheckLetters.Length];
        return true;
    }

    /// <summary>Reads a UAI as people write it, from text.</summary>
    /// <param name="text">The text; null and empty are no UAI.</param>
    /// <param name="uai">The normal form; empty when the text is no UAI.</param>
    /// <param name="letterIsRight">Whether the letter is the one that the digits demand.</param>
    /// <returns>Whether the text has the form of a UAI.</returns>
    public static bool TryNormalize(string? text, out string uai, out bool letterIsRight)
    {
        Span<byte> normal = stackalloc byte[Length];
        if (!TryNormalize(Encoding.UTF8.GetBytes(text ?? ""), normal, out letterIsRight))
        {
            uai = "";
            return false;
        }

        uai = Encoding.ASCII.GetString(normal);
        return true;
    }

    /// <summary>Whether the text is a UAI, in any case, with the letter that its digits demand.</summary>
    public static bool IsValid(string? text) => TryNormalize(text, out _, out var letterIsRight) && letterIsRight;

    /// <summary>The check letter that seven digits demand: the alphabet without I, O, Q at <c>number mod 23</c> (domain §6).</summary>
    /// <param name="digits">Seven ASCII digits; more bytes may follow.</param>
    /// <returns>The letter as an ASCII capital; 0 when the text does not begin with seven digits.</returns>
    public static byte ExpectedLetter(ReadOnlySpan<byte> digits) =>
        TryReadNumber(digits, out var number) ? CheckLetters[number % CheckLetters.Length] : (byte)0;

    /// <summary>
    /// The UAI that may have been meant by a text that is none, or has the wrong letter: those that are right one slip away from it. The letter
    /// betrays every wrong digit and every two that changed places, so a UAI with the right letter has no repairs.
    /// </summary>
    /// <param name="text">The text; white space around it and the letters' case do not matter.</param>
    /// <returns>Each UAI once, the likelier slip first (<see cref="UaiSlip"/>), then by UAI; empty when nothing is near.</returns>
    public static IReadOnlyList<UaiRepair> SuggestRepairs(string? text) =>
        [.. UaiRepairs.Of(text).Select(static repair => new UaiRepair(repair.Uai, repair.Slip, null))];

    /// <summary>The UAI of an annuaire that may have been meant by a text that is none, or has the wrong letter.</summary>
    /// <param name="text">The text; white space around it and the letters' case do not matter.</param>
    /// <param name="annuaire">Which establishments there are.</param>
    /// <returns>Those that the annuaire knows: the closed ones last, the likelier slip first, then by UAI.</returns>
    public static IReadOnlyList<UaiRepair> SuggestRepairs(string? text, Annuaire annuaire)
    {
        ArgumentNullException.ThrowIfNull(annuaire);
        return
        [
            .. UaiRepairs.Of(text)
                .Select(repair => new UaiRepair(repair.Uai, repair.Slip, annuaire.Find(repair.Uai)))
                .Where(static repair => repair.Establishment is not null)
                .OrderBy(static repair => repair.Establishment!.IsOpen == false),
        ];
    }

    /// <summary>
    /// The département of a UAI's first three digits, for example <c>45</c>, <c>2A</c> (prefix 620), <c>971</c> (domain §6). New Caledonia,
    /// French Polynesia and Wallis-et-Futuna have prefixes (983, 984, 987) that are older than their official codes (988, 987, 986).
    /// </summary>
    /// <param name="uai">A UAI, or any text.</param>
    /// <returns>The official code; null when the text does not begin with three digits, or no département has them.</returns>
    public static string? DepartmentCode(ReadOnlySpan<byte> uai)
    {
        var prefix = 0;
        if (uai.Length < 3)
        {
            return null;
        }

        foreach (var digit in uai[..3])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return null;
            }

            prefix = (prefix * 10) + (digit - '0');
        }

        return UaiPrefixes.DepartmentCode(prefix);
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (text.Length < DigitCount)
        {
            return false;
        }

        foreach (var digit in text[..DigitCount])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
