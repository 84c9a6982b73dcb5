using System.Text;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.References.Perimeters;

/// <summary>How the values of perimeters are written. Pure and thread safe.</summary>
internal static class PerimeterText
{
    /// <summary>The value of a place of which nothing tells: the code that is published for it.</summary>
    public const string Unknown = "inconnu";

    /// <summary>The values of a list parted by commas; a backslash takes the next character as it is.</summary>
    public static IReadOnlyList<string> Split(string list)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] == ',')
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(list[i] == '\\' && i + 1 < list.Length ? list[++i] : list[i]);
            }
        }

        values.Add(value.ToString());
        return [.. values.Select(static value => value.Trim()).Where(static value => value.Length > 0)];
    }

    /// <summary>The reverse of <see cref="Split"/>.</summary>
    public static string Join(IEnumerable<string> values) =>
        string.Join(',', values.Select(static value => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)));

    /// <summary>A value as hits and references have it after they were read.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: it has not the form of its kind.</exception>
    public static string Normalize(PerimeterKind kind, string value)
    {
        var text = value.Trim();
        if (text.Length == 0)
        {
            throw new EngineException(ErrorId.InvalidOption, "perimeter", $"a {kind.Code()} is empty", $"write {Unknown} for those of which nothing tells");
        }

        return text.Equals(Unknown, StringComparison.OrdinalIgnoreCase) ? Unknown : kind switch
        {
            PerimeterKind.Region or PerimeterKind.Academy or PerimeterKind.Department => ReferenceText.Code(text, 2),
            PerimeterKind.Commune => ReferenceText.Code(text, 5),
            PerimeterKind.Establishment or PerimeterKind.Circonscription => UaiOf(kind, text),
            PerimeterKind.SchoolLevel => text.ToLowerInvariant(),
            PerimeterKind.Sector => text.ToUpperInvariant(),
            PerimeterKind.Nature or PerimeterKind.Ministry => text,
            _ => LabelOf(text),
        };
    }

    private static string UaiOf(PerimeterKind kind, string text) => Uai.TryNormalize(text, out var uai, out _)
        ? uai
        : throw new EngineException(
            ErrorId.InvalidOption, "perimeter", $"the {kind.Code()} \"{text}\" has not the form of a UAI", "write seven digits and a letter, for example 0220158C");

    private static string LabelOf(string text)
    {
        Span<byte> label = stackalloc byte[LabelText.MaxBytes];
        return Encoding.UTF8.GetString(label[..LabelText.Canonicalize(Encoding.UTF8.GetBytes(text), label, LabelCase.Kept)]);
    }
}
