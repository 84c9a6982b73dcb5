using Dnma.Engine.Charts.Drawing;
using SkiaSharp;

namespace Dnma.Engine.Tests.Charts;

/// <summary>How far colours are apart: in light, for grey paper, and as those see them who lack one kind of cones.</summary>
public class PaletteTest
{
    /// <summary>WCAG's contrast between neighbouring series; 1 is none.</summary>
    private const double LeastContrastOfNeighbours = 1.5;

    /// <summary>Euclidean distance of neighbours in CIE L*a*b*; about 2.3 is just noticeable.</summary>
    private const double LeastDistanceOfNeighbours = 20;

    /// <summary>Viénot, Brettel and Mollon 1999: protanopia and deuteranopia as matrices on linear light.</summary>
    private static readonly Dictionary<string, double[]> Eyes = new()
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
        ["deuteranopia"] = [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
    };

    public static TheoryData<string> AllEyes() => [.. Eyes.Keys];

    [Fact]
    public void Neighbours_differ_in_light() =>
        Assert.All(Palette.Series.Zip(Palette.Series.Skip(1)), pair => Assert.InRange(Palette.Contrast(pair.First, pair.Second), LeastContrastOfNeighbours, 21));

    [Theory]
    [MemberData(nameof(AllEyes))]
    public void Neighbours_differ_for_all_eyes(string eyes) =>
        Assert.All(Palette.Series.Zip(Palette.Series.Skip(1)), pair => Assert.InRange(Distance(pair.First, pair.Second, Eyes[eyes]), LeastDistanceOfNeighbours, 200));

    [Theory]
    [MemberData(nameof(AllEyes))]
    public void Rise_and_fall_differ_for_all_eyes(string eyes) =>
        Assert.InRange(Distance(Palette.Changes.Rise, Palette.Changes.Fall, Eyes[eyes]), LeastDistanceOfNeighbours, 200);

    [Fact]
    public void Rise_fall_and_total_differ_in_light()
    {
        Assert.InRange(Palette.Contrast(Palette.Changes.Rise, Palette.Changes.Fall), LeastContrastOfNeighbours, 21);
        Assert.InRange(Palette.Contrast(Palette.Changes.Rise, Palette.Series[0]), LeastContrastOfNeighbours, 21);
        Assert.InRange(Palette.Contrast(Palette.Changes.Fall, Palette.Series[0]), LeastContrastOfNeighbours, 21);
    }

    [Fact]
    public void The_ramp_darkens_all_the_way()
    {
        var lights = Enumerable.Range(0, 101).Select(step => Palette.Luminance(Palette.Ramp(step / 100.0))).ToArray();
        Assert.All(lights.Zip(lights.Skip(1)), pair => Assert.True(pair.First > pair.Second));
        Assert.InRange((lights[0] + 0.05) / (lights[^1] + 0.05), 10, 21);
    }

    /// <summary>WCAG's least for what is no text; names of lines stand in their colours, in bold.</summary>
    [Fact]
    public void Lines_are_seen_on_white() => Assert.All(Palette.Lines, line => Assert.InRange(Palette.Contrast(line, SKColors.White), 3, 21));

    /// <summary>WCAG AA for text.</summary>
    [Fact]
    public void Letters_are_read_wherever_they_stand()
    {
        Assert.InRange(Palette.Contrast(Palette.Faint, SKColors.White), 7, 21);
        Assert.All(Enumerable.Range(0, 101).Select(step => Palette.Ramp(step / 100.0)).Concat(Palette.Series), ground => Assert.InRange(Palette.Contrast(ground, Palette.InkOn(ground)), 4.5, 21));
    }

    /// <summary>Black on white is 21, by WCAG's own example.</summary>
    [Fact]
    public void Contrast_is_that_of_wcag()
    {
        Assert.Equal(21, Palette.Contrast(SKColors.Black, SKColors.White), 9);
        Assert.Equal(4.54, Palette.Contrast(new SKColor(0xFF767676), SKColors.White), 2);
    }

    private static double Distance(SKColor one, SKColor other, double[] eyes)
    {
        var (a, b) = (Lab(one, eyes), Lab(other, eyes));
        return Math.Sqrt(a.Zip(b).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));
    }

    private static double[] Lab(SKColor color, double[] eyes)
    {
        double[] light = [Linear(color.Red), Linear(color.Green), Linear(color.Blue)];
        double[] seen = [Row(eyes, light, 0), Row(eyes, light, 3), Row(eyes, light, 6)];
        var (x, y, z) = (
            Root(((0.4124 * seen[0]) + (0.3576 * seen[1]) + (0.1805 * seen[2])) / 0.9505),
            Root((0.2126 * seen[0]) + (0.7152 * seen[1]) + (0.0722 * seen[2])),
            Root(((0.0193 * seen[0]) + (0.1192 * seen[1]) + (0.9505 * seen[2])) / 1.089));
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Row(double[] matrix, double[] vector, int at) => (matrix[at] * vector[0]) + (matrix[at + 1] * vector[1]) + (matrix[at + 2] * vector[2]);

    private static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);

    private static double Linear(byte part) => part / 255.0 is <= 0.04045 and var low ? low / 12.92 : Math.Pow(((part / 255.0) + 0.055) / 1.055, 2.4);
}
