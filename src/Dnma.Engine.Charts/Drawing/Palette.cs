using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>
/// The colours of charts: Paul Tol's medium-contrast scheme, made for the colour-blind and for grey paper, ordered so that neighbours differ in light as well.
/// A test holds how far.
/// </summary>
internal static class Palette
{
    /// <summary>Of series, by order.</summary>
    public static IReadOnlyList<SKColor> Series { get; } = [Of(0x004488), Of(0xEECC66), Of(0x994455), Of(0x6699CC), Of(0x222222), Of(0xEE99AA)];

    /// <summary>Of lines and their names, by order: 3 to 1 on white at least.</summary>
    public static IReadOnlyList<SKColor> Lines { get; } = [Of(0x004488), Of(0x997700), Of(0x994455), Of(0x6699CC)];

    /// <summary>Letters.</summary>
    public static SKColor Ink { get; } = Of(0x1A1A1A);

    /// <summary>Letters of less weight: 7 to 1 on white.</summary>
    public static SKColor Faint { get; } = Of(0x555555);

    /// <summary>Grid lines.</summary>
    public static SKColor Grid { get; } = Of(0xDDDDDD);

    /// <summary>Holidays of every zone shown.</summary>
    public static SKColor Rest { get; } = Of(0xF0F0F0);

    /// <summary>Holidays of one zone, in its lane.</summary>
    public static SKColor Lane { get; } = Of(0xA8A8A8);

    /// <summary>What is withheld: the stripes.</summary>
    public static SKColor Stripe { get; } = Of(0x8C8C8C);

    /// <summary>What rises and what falls in a waterfall.</summary>
    public static (SKColor Rise, SKColor Fall) Changes { get; } = (Of(0x6699CC), Of(0x994455));

    /// <summary>The colour of a series.</summary>
    public static SKColor OfSeries(int index) => Series[index % Series.Count];

    /// <summary>From light to dark, the more the darker, in lightness alone as good as in colour.</summary>
    /// <param name="part">0 for the least, 1 for the most.</param>
    public static SKColor Ramp(double part)
    {
        var at = Math.Clamp(part, 0, 1) * (Stops.Length - 1);
        var low = Math.Min((int)at, Stops.Length - 2);
        var (from, to, rest) = (Stops[low], Stops[low + 1], at - low);
        return new SKColor(Mix(from.Red, to.Red, rest), Mix(from.Green, to.Green, rest), Mix(from.Blue, to.Blue, rest));
    }

    /// <summary>Black or white, whichever is read on a colour.</summary>
    public static SKColor InkOn(SKColor ground) => Contrast(ground, SKColors.White) >= Contrast(ground, SKColors.Black) ? SKColors.White : SKColors.Black;

    /// <summary>WCAG's contrast of two colours, 1 to 21.</summary>
    public static double Contrast(SKColor one, SKColor other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>WCAG's relative luminance, 0 to 1.</summary>
    public static double Luminance(SKColor color) => (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));

    private static SKColor[] Stops { get; } = [Of(0xEAF1F8), Of(0x9DBFE0), Of(0x3F77B3), Of(0x002E5E)];

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Mix(byte from, byte to, double part) => (byte)Math.Round(from + ((to - from) * part));

    private static SKColor Of(uint rgb) => new(0xFF000000 | rgb);
}
