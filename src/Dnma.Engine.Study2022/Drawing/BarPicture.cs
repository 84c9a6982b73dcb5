using ScottPlot;
using ScottPlot.TickGenerators;

namespace Dnma.Engine.Study2022.Drawing;

/// <summary>Rows of horizontal bars, from the first row downwards: labels of any length stay readable, and each bar says its figure.</summary>
internal sealed class BarPicture
{
    private const int Width = 900;
    private const int RowHeight = 30;
    private const int BarHeight = 6;
    private const int Frame = 90;

    /// <summary>The picture's title.</summary>
    public required string Title { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<BarRow> Rows { get; init; }

    /// <summary>What light and dark bars are; empty where all are of one kind.</summary>
    public (string Light, string Dark) Legend { get; init; } = ("", "");

    /// <summary>How wide the labels may be.</summary>
    public int LabelWidth { get; init; } = 300;

    /// <summary>Writes the picture.</summary>
    public void Save(string path)
    {
        var plot = Page.Of(Title);
        for (var row = 0; row < Rows.Count; row++)
        {
            AddBars(plot, Rows[row], -row);
        }

        plot.Axes.Left.TickGenerator = new NumericManual([.. Rows.Select((row, i) => new Tick(-i, row.Bars.Count > 0 ? row.Label : row.Label.ToUpperInvariant()))]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Bottom.IsVisible = false;
        plot.Grid.IsVisible = false;
        var values = Rows.SelectMany(row => row.Bars).Select(bar => bar.Value).ToArray();
        var (least, most) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));

        // Room for the figures at the ends of the bars.
        var room = (most - least) * 0.18;
        plot.Axes.SetLimits(least < 0 ? least - room : least, most + room, 0.6 - Rows.Count, 0.6);
        plot.Layout.Fixed(new PixelPadding(LabelWidth, 20, 20, 60));
        plot.Add.VerticalLine(0, 1, Colors.Black);
        if (Legend.Light.Length > 0)
        {
            _ = plot.ShowLegend([new() { LabelText = Legend.Light, FillColor = Palette.Light }, new() { LabelText = Legend.Dark, FillColor = Palette.Dark }], Alignment.LowerRight);
        }

        Page.Save(plot, path, Width, Frame + (Rows.Count * (RowHeight + (BarHeight * Rows.Max(row => row.Bars.Count)))));
    }

    private static void AddBars(Plot plot, BarRow row, int position)
    {
        var size = 0.8 / row.Bars.Count;
        for (var i = 0; i < row.Bars.Count; i++)
        {
            var (value, text, isDark) = row.Bars[i];
            var bars = plot.Add.Bar(new Bar
            {
                Position = position + 0.4 - (size * (i + 0.5)),
                Value = value,
                Size = size * 0.92,
                FillColor = isDark ? Palette.Dark : Palette.Light,
                LineWidth = 0,
                Orientation = Orientation.Horizontal,
                Label = text,
            });
            bars.Horizontal = true;
            bars.ValueLabelStyle.FontSize = row.Bars.Count > 1 ? 11 : 13;
        }
    }
}
