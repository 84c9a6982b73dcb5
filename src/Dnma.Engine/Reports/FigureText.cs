using System.Globalization;

namespace Dnma.Engine.Reports;

/// <summary>How figures of findings are written: whole numbers exactly, others with six significant digits, so that the last bits of a computation never show.</summary>
internal static class FigureText
{
    private const double LargestExact = 1e15;
    private const double WithoutFraction = 1e6;

    /// <summary>The text of a finite figure, and <c>N/A</c> of one that is withheld; for example <c>928971</c>, <c>0.00143031</c> or <c>1E-12</c>: a number in CSV and in JSON.</summary>
    public static string Of(double figure) =>
        double.IsNaN(figure) ? CsvBuffer.NotAvailable :
        Math.Abs(figure) < LargestExact && figure == Math.Floor(figure) ? ((long)figure).ToString(CultureInfo.InvariantCulture)
        : Math.Abs(figure) is >= WithoutFraction and < LargestExact ? ((long)Math.Round(figure)).ToString(CultureInfo.InvariantCulture)
        : figure.ToString("G6", CultureInfo.InvariantCulture);
}
