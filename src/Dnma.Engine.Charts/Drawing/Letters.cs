using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>The letters of pictures, and how wide texts are in them. One for each picture; not thread safe.</summary>
internal sealed class Letters : IDisposable
{
    /// <summary>The family that pictures are set in; where a machine has it not, its own sans serif serves.</summary>
    public const string Family = "DejaVu Sans";
    private const string Ellipsis = "…";
    private const float Usual = 12;
    private readonly SKTypeface _plain = SKTypeface.FromFamilyName(Family, SKFontStyle.Normal);
    private readonly SKTypeface _bold = SKTypeface.FromFamilyName(Family, SKFontStyle.Bold);
    private readonly Dictionary<(float Size, bool IsBold), SKFont> _fonts = [];

    public SKFont Font(float size, bool isBold = false)
    {
        if (!_fonts.TryGetValue((size, isBold), out var font))
        {
            font = new SKFont(isBold ? _bold : _plain, size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
            _fonts.Add((size, isBold), font);
        }

        return font;
    }

    /// <summary>The text with what the letters have not as U+FFFD: a letter that is not there would be none in vectors either.</summary>
    public string Writable(string text) => Font(Usual).ContainsGlyphs(text) ? text : string.Concat(text.EnumerateRunes().Select(rune => Font(Usual).ContainsGlyph(rune.Value) ? rune.ToString() : "\uFFFD"));

    public float Width(string text, float size, bool isBold = false) => Font(size, isBold).MeasureText(text);

    /// <summary>The text, or as much of it as has room, with an ellipsis.</summary>
    public string Fit(string text, float room, float size, bool isBold = false)
    {
        if (Width(text, size, isBold) <= room)
        {
            return text;
        }

        var length = text.Length;
        while (length > 0 && Width(text[..length].TrimEnd() + Ellipsis, size, isBold) > room)
        {
            length -= length > 1 && char.IsLowSurrogate(text[length - 1]) ? 2 : 1;
        }

        return text[..length].TrimEnd() + Ellipsis;
    }

    /// <summary>The lines that a text takes; a word longer than a line is cut.</summary>
    public IReadOnlyList<string> Lines(string text, float room, float size, bool isBold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, isBold) > room)
            {
                lines.Add(Fit(line, room, size, isBold));
                longer = word;
            }

            line = longer;
        }

        return line.Length > 0 ? [.. lines, Fit(line, room, size, isBold)] : lines;
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        _plain.Dispose();
        _bold.Dispose();
    }
}
