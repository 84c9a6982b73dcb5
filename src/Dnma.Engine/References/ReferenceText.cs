using System.Globalization;
using System.Text;

namespace Dnma.Engine.References;

/// <summary>What the fields of reference files mean, as portals export them and spreadsheets write them again. Pure and thread safe.</summary>
internal static class ReferenceText
{
    /// <summary>A code of a fixed width; spreadsheets take it for a number and cut its leading zeros.</summary>
    /// <param name="text">Without white space around it.</param>
    /// <param name="width">How many characters the code has.</param>
    /// <returns>The code; a text with anything but letters and digits, or too long, as it is.</returns>
    public static string Code(string text, int width)
    {
        var code = text.ToUpperInvariant();
        return code.Length > 0 && code.Length < width && code.All(char.IsAsciiLetterOrDigit) ? code.PadLeft(width, '0') : code;
    }

    /// <summary>
    /// The official code of a département: open data write three characters (<c>045</c>, <c>02A</c>, <c>971</c>), spreadsheets cut zeros (<c>1</c>), UAI
    /// begin with 620 and 720 in Corsica.
    /// </summary>
    public static string DepartmentCode(string text)
    {
        var code = text.ToUpperInvariant();
        return code switch
        {
            "620" => "2A",
            "720" => "2B",
            { Length: 3 } when code[0] == '0' => code[1..],
            { Length: 1 } => "0" + code,
            _ => code,
        };
    }

    /// <summary>A date (<c>2019-09-02</c>), the date of an instant in ISO 8601, or a French one (<c>02/09/2019</c>).</summary>
    /// <returns>The date; null when the text is none.</returns>
    public static DateOnly? Date(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>A place on the globe, in degrees with a decimal point or comma.</summary>
    /// <returns>The place; null when one of the two is missing or out of range.</returns>
    public static (double Latitude, double Longitude)? Position(string latitude, string longitude) =>
        Degrees(latitude, 90) is { } north && Degrees(longitude, 180) is { } east ? (north, east) : null;

    /// <summary>A text in small letters without accents; empty when it has other characters than terms have, or is too long for one.</summary>
    public static string Folded(string text)
    {
        Span<byte> folded = stackalloc byte[TermFolding.MaxBytes];
        return Encoding.ASCII.GetString(folded[..TermFolding.Fold(Encoding.UTF8.GetBytes(text), folded)]);
    }

    private static double? Degrees(string text, double limit) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
        && Math.Abs(degrees) <= limit
            ? degrees
            : null;
}
