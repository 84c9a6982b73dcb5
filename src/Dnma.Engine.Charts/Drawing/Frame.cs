using Dnma.Engine.Charts.Words;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>What all pictures have around their figures: title and subtitle above, notes and source below. The figures get the room between.</summary>
internal sealed class Frame
{
    public const float Margin = 20;
    private const float TitleSize = 18;
    private const float SubtitleSize = 13;
    private const float NoteSize = 11.5f;
    private const float LineHeight = 1.35f;
    private readonly IReadOnlyList<string> _title;
    private readonly IReadOnlyList<string> _subtitle;
    private readonly IReadOnlyList<string> _notes;

    public Frame(Chart chart, Letters letters, float width)
    {
        var room = width - (2 * Margin);
        var words = ChartWords.Of(chart.Language);
        _title = letters.Lines(chart.Title, room, TitleSize, isBold: true);
        _subtitle = letters.Lines(chart.Subtitle, room, SubtitleSize);
        string[] notes = [.. chart.Notes, .. chart.Source.Length > 0 ? [words.SourceLine(chart.Source)] : Array.Empty<string>()];
        _notes = [.. notes.SelectMany(note => letters.Lines(note, room, NoteSize))];
        Top = Margin + (_title.Count * TitleSize * LineHeight) + (_subtitle.Count * SubtitleSize * LineHeight) + 10;
        Bottom = (_notes.Count == 0 ? 0 : 10 + (_notes.Count * NoteSize * LineHeight)) + 12;
    }

    /// <summary>How much of the height is above the figures.</summary>
    public float Top { get; }

    /// <summary>How much of the height is below them.</summary>
    public float Bottom { get; }

    /// <summary>The room for the figures.</summary>
    public SKRect Room(float width, float height) => new(Margin, Top, width - Margin, height - Bottom);

    public void Draw(Sheet sheet)
    {
        var y = Margin + TitleSize;
        y = Write(sheet, _title, y, TitleSize, Palette.Ink, isBold: true);
        _ = Write(sheet, _subtitle, y - TitleSize + SubtitleSize + 2, SubtitleSize, Palette.Faint);
        _ = Write(sheet, _notes, sheet.Height - Bottom + 10 + NoteSize, NoteSize, Palette.Faint);
    }

    private static float Write(Sheet sheet, IReadOnlyList<string> lines, float y, float size, SKColor color, bool isBold = false)
    {
        foreach (var line in lines)
        {
            sheet.Text(line, Margin, y, size, color, isBold: isBold);
            y += size * LineHeight;
        }

        return y;
    }
}
