namespace Dnma.Engine.References;

/// <summary>Every UAI that one slip away from a text is right: seven digits and their letter. Pure and thread safe.</summary>
internal static class UaiRepairs
{
    /// <summary>The repairs of a text, each UAI once, with its likeliest slip; by slip, then by UAI.</summary>
    /// <param name="text">Any text.</param>
    public static IEnumerable<(string Uai, UaiSlip Slip)> Of(string? text)
    {
        var written = (text ?? "").Trim();
        if (written.Length is < Uai.Length - 1 or > Uai.Length + 1 || !written.All(char.IsAsciiLetterOrDigit) || Uai.IsValid(written))
        {
            return [];
        }

        written = written.ToUpperInvariant();
        return Slips(written)
            .Where(static repair => Uai.IsValid(repair.Uai))
            .GroupBy(static repair => repair.Uai, static repair => repair.Slip, StringComparer.Ordinal)
            .Select(static group => (Uai: group.Key, Slip: group.Min()))
            .OrderBy(static repair => repair.Slip)
            .ThenBy(static repair => repair.Uai, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Uai, UaiSlip Slip)> Slips(string written)
    {
        var (digits, letter) = (written[..^1], written[^1..]);
        yield return (string.Concat(digits.Select(DigitLike)) + LetterLike(written[^1]), UaiSlip.LookAlike);
        foreach (var other in Uai.CheckLetters.ToArray())
        {
            yield return (digits + (char)other, UaiSlip.Letter);
        }

        for (var place = 0; place < digits.Length; place++)
        {
            if (place > 0)
            {
                yield return ($"{digits[..(place - 1)]}{digits[place]}{digits[place - 1]}{digits[(place + 1)..]}{letter}", UaiSlip.Swap);
            }

            yield return (digits[..place] + digits[(place + 1)..] + letter, UaiSlip.ExtraDigit);
        }

        for (var place = 0; place <= digits.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                yield return ($"{digits[..place]}{digit}{digits[place..]}{letter}", UaiSlip.MissingDigit);
                if (place < digits.Length)
                {
                    yield return ($"{digits[..place]}{digit}{digits[(place + 1)..]}{letter}", UaiSlip.Digit);
                }
            }
        }
    }

    private static char DigitLike(char written) => written switch
    {
        'O' or 'Q' => '0',
        'I' or 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        _ => written,
    };

    private static char LetterLike(char written) => written switch
    {
        '2' => 'Z',
        '5' => 'S',
        '8' => 'B',
        _ => written,
    };
}
