using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>What a picture is drawn on, in CSS pixels from the upper left corner: the same calls make dots and vectors. Not thread safe.</summary>
internal sealed class Sheet(SKCanvas canvas, Letters letters, float width, float height)
{
    private const float StripeStep = 6;

    private readonly List<Mark> _marks = [];

    public SKCanvas Canvas => canvas;

    /// <summary>What may be pointed at, in the order in which it is read.</summary>
    public IReadOnlyList<Mark> Marks => _marks;

    public Letters Letters => letters;

    public float Width => width;

    public float Height => height;

    public void Mark(Mark mark) => _marks.Add(mark);

    public void Text(string text, float x, float y, float size, SKColor color, SKTextAlign align = SKTextAlign.Left, bool isBold = false)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(letters.Writable(text), x, y, align, letters.Font(size, isBold), paint);
    }

    /// <summary>Text whose middle is at a height, as beside a tick.</summary>
    public void Middle(string text, float x, float y, float size, SKColor color, SKTextAlign align = SKTextAlign.Left, bool isBold = false) =>
        Text(text, x, y + (size * 0.36f), size, color, align, isBold);

    public void Box(SKRect box, SKColor fill)
    {
        using var paint = new SKPaint { Color = fill, IsAntialias = true, Style = SKPaintStyle.Fill };
        canvas.DrawRect(box, paint);
    }

    public void Border(SKRect box, SKColor color, float thickness = 1)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = thickness };
        canvas.DrawRect(box, paint);
    }

    public void Line(float x1, float y1, float x2, float y2, SKColor color, float thickness = 1)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = thickness };
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    /// <summary>A broken line, as the outlines of its dashes: Skia leaves dashes out of vectors.</summary>
    public void Dashes(IReadOnlyList<SKPoint> points, SKColor color, float thickness, float[] dashes)
    {
        using var line = new SKPath();
        line.MoveTo(points[0]);
        foreach (var point in points.Skip(1))
        {
            line.LineTo(point);
        }

        using var effect = SKPathEffect.CreateDash(dashes, 0);
        using var stroke = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = thickness, PathEffect = effect };
        using var outline = stroke.GetFillPath(line);
        using var paint = new SKPaint { Color = color, IsAntialias = true, Style = SKPaintStyle.Fill };
        canvas.DrawPath(outline, paint);
    }

    /// <summary>Text on a white plate, where lines may run behind it.</summary>
    public void Plate(string text, float x, float y, float size, SKColor color, SKTextAlign align = SKTextAlign.Left, bool isBold = false)
    {
        var width = letters.Width(text, size, isBold);
        var left = align == SKTextAlign.Center ? x - (width / 2) : x;
        Box(new SKRect(left - 2, y - size, left + width + 2, y + (size * 0.25f)), SKColors.White);
        Text(text, x, y, size, color, align, isBold);
    }

    public void Dot(float x, float y, float radius, SKColor fill, SKColor border)
    {
        using var inside = new SKPaint { Color = fill, IsAntialias = true, Style = SKPaintStyle.Fill };
        using var around = new SKPaint { Color = border, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.5f };
        canvas.DrawCircle(x, y, radius, inside);
        canvas.DrawCircle(x, y, radius, around);
    }

    /// <summary>Stripes, for what is withheld: lines of their own, since vectors know no pattern that every reader draws.</summary>
    public void Stripes(SKRect box)
    {
        for (var start = box.Left - box.Height + StripeStep; start < box.Right; start += StripeStep)
        {
            // From the lower edge upwards to the right, cut where the box ends.
            var (x1, x2) = (Math.Max(start, box.Left), Math.Min(start + box.Height, box.Right));
            Line(x1, box.Bottom - (x1 - start), x2, box.Bottom - (x2 - start), Palette.Stripe);
        }
    }
}
