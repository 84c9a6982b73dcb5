using System.Globalization;
using ScottPlot;

namespace Dnma.Engine.Bench.Report;

/// <summary>The page's rows as bars: nanoseconds a hit, on a scale of powers of ten, from the first section downwards.</summary>
internal static class ReportPlot
{
    private const string FontName = "DejaVu Sans";
    private const int Width = 1100;
    private const int RowHeight = 21;
    private const int LegendRows = 5;
    private const double Sharpness = 1.5;
    private const int LabelWidth = 520;
    private static readonly (Role Role, string Name, Color Color)[] Legend =
    [
        (Role.Ceiling, "physical ceiling", Color.FromHex("#9aa5b1")),
        (Role.Engine, "Dnma.Engine", Color.FromHex("#1f6feb")),
        (Role.Peer, "peer with the same answer", Color.FromHex("#d9822b")),
        (Role.Other, "for information", Color.FromHex("#d6dbe1")),
    ];

    public static void Save(IReadOnlyList<Section> sections, string path)
    {
        var plot = new Plot();
        plot.Font.Set(FontName);
        var rows = sections.SelectMany(RowsOf).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Timing is { } timing)
            {
                Add(plot, timing, -i);
            }
        }

        var ticks = rows.Select((row, i) => new Tick(-i, row.Label)).ToArray();
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(ticks);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        var powers = Enumerable.Range(0, 6).Select(power => new Tick(power, Math.Pow(10, power).ToString("N0", CultureInfo.InvariantCulture))).ToArray();
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(powers);
        plot.Axes.Bottom.Label.Text = "nanoseconds a hit (each line is ten times the one before)";
        plot.Axes.Bottom.Label.Bold = false;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimits(0, rows.Max(row => row.Timing is { } timing ? Math.Log10(timing.NanosecondsPerHit) : 0) + 0.5, -rows.Length, LegendRows);
        plot.Layout.Fixed(new PixelPadding(LabelWidth, 20, 70, 40));
        plot.ShowLegend([.. Legend.Select(entry => new LegendItem { LabelText = entry.Name, FillColor = entry.Color })], Alignment.UpperRight);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // A picture of dots: the letters of a drawing would be set in whatever font its reader has, in the places of another one.
        plot.ScaleFactor = Sharpness;
        plot.SavePng(path, (int)(Width * Sharpness), (int)((110 + ((rows.Length + LegendRows) * RowHeight)) * Sharpness));
    }

    private static IEnumerable<(string Label, Timing? Timing)> RowsOf(Section section)
    {
        var bars = section.Timings.Where(timing => timing.NanosecondsPerHit > 0).ToArray();
        return bars.Length == 0 ? [] : [(section.Title.ToUpperInvariant(), null), .. bars.Select(timing => (timing.What, (Timing?)timing))];
    }

    private static void Add(Plot plot, Timing timing, int position)
    {
        var bar = new Bar
        {
            Position = position,
            Value = Math.Max(0.02, Math.Log10(timing.NanosecondsPerHit)),
            Size = 0.7,
            FillColor = Legend.First(entry => entry.Role == timing.Role).Color,
            LineWidth = 0,
            Orientation = Orientation.Horizontal,
            Label = timing.NanosecondsPerHit.ToString(timing.NanosecondsPerHit < 100 ? "0.0" : "0", CultureInfo.InvariantCulture),
        };
        var bars = plot.Add.Bar(bar);
        bars.Horizontal = true;
    }
}
