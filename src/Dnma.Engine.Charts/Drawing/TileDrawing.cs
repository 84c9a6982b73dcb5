using Dnma.Engine.Charts.Words;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Tiles of one size, with name and figure.</summary>
internal sealed class TileDrawing(TileChart chart) : IDrawing
{
    private const int FirstOverseas = 7;
    private const float Gap = 4;
    private const float TileHeight = 56;
    private const float NameSize = 11.5f;
    private const float LongNameSize = 10.5f;

    /// <summary>What stands between the tiles above and those overseas, in tiles.</summary>
    private const float Between = 0.55f;
    private readonly ChartWords _words = ChartWords.Of(chart.Language);

    private int Columns => chart.Tiles.Max(tile => tile.Column) + 1;

    private float Rows => PlaceOf(chart.Tiles.Max(tile => tile.Row)) + 1;

    public float HeightAt(float width) => Rows * TileHeight;

    public ScottPlot.Plot? Plot(SKRect room, Sheet sheet) => null;

    public void Finish(SKRect room, Sheet sheet, ScottPlot.Plot? plot)
    {
        var (width, height) = (room.Width / Columns, room.Height / Rows);
        var most = Math.Max(1, chart.Tiles.Max(tile => tile.Value.Figure));
        foreach (var tile in chart.Tiles)
        {
            var (x, y) = (room.Left + (tile.Column * width), room.Top + (PlaceOf(tile.Row) * height));
            Tile(sheet, new SKRect(x, y, x + width - Gap, y + height - Gap), tile, most);
        }

        sheet.Text(_words.Say("Outre-mer", "Overseas"), room.Left, room.Top + (PlaceOf(FirstOverseas) * height) - 7, 12, Palette.Faint);
        RampLegend.Draw(sheet, new SKRect(room.Left, room.Top + 24, room.Left + Math.Min(180, (2 * width) - Gap), room.Top + 34), chart.ValueName, most, chart.Unit, _words);
    }

    private void Tile(Sheet sheet, SKRect box, AcademyTile tile, decimal most)
    {
        sheet.Mark(new Mark(box, [tile.Name, _words.Pair(chart.ValueName, _words.Figure(tile.Value, chart.Unit))]));
        var ink = Palette.Ink;
        if (tile.Value.IsKnown)
        {
            var color = Palette.Ramp((double)(tile.Value.Figure / most));
            ink = Palette.InkOn(color);
            sheet.Box(box, color);
        }
        else if (tile.Value.State == ChartValueState.Withheld)
        {
            sheet.Stripes(new SKRect(box.Left, box.MidY, box.Right, box.Bottom));
        }

        sheet.Border(box, Palette.Grid);
        var room = box.Width - 10;

        // A name that is too long for a line is broken behind a hyphen.
        var isOne = sheet.Letters.Width(tile.Name, NameSize) <= room;
        var lines = isOne ? [tile.Name] : sheet.Letters.Lines(tile.Name.Replace("-", "- ", StringComparison.Ordinal), room, LongNameSize);
        foreach (var (i, line) in lines.Take(2).Index())
        {
            sheet.Text(line.Replace("- ", "-", StringComparison.Ordinal), box.MidX, box.Top + (isOne ? 20 : 13 + (i * 12)), isOne ? NameSize : LongNameSize, ink, SKTextAlign.Center);
        }
        if (tile.Value.State == ChartValueState.Withheld)
        {
            var text = sheet.Letters.Fit(_words.Withheld, room, 11);
            var half = (sheet.Letters.Width(text, 11) / 2) + 4;
            sheet.Box(new SKRect(box.MidX - half, box.Top + 28, box.MidX + half, box.Top + 45), SKColors.White);
            sheet.Text(text, box.MidX, box.Top + 40, 11, Palette.Faint, SKTextAlign.Center);
            return;
        }

        sheet.Text(sheet.Letters.Fit(tile.Value.IsKnown ? _words.Figure(tile.Value.Figure, chart.Unit) : "–", room, 14, isBold: true), box.MidX, box.Top + (isOne ? 40 : 43), 14, ink, SKTextAlign.Center, isBold: true);
    }

    private static float PlaceOf(int row) => row < FirstOverseas ? row : row - 1 + Between;
}
