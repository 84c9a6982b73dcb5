using System.Text;
using Dnma.Engine.Ingest.Rejects;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>Shows column names in a message.</summary>
internal static class ColumnList
{
    private const int MaxNames = 12;
    private const int MaxNameLength = 40;

    /// <summary>
    /// The fields of a first line that should have been a header, side by side: at most a dozen. It may be a record, so what is not known to be
    /// harmless is masked as in a sample of a reject.
    /// </summary>
    public static string Masked(IReadOnlyList<byte[]> fields) =>
        string.Join(", ", fields.Take(MaxNames).Select(field => SampleRedaction.Redact(field.AsSpan(0, Math.Min(field.Length, MaxNameLength)))))
        + (fields.Count > MaxNames ? ", …" : "");

    /// <summary>The names side by side: at most a dozen, each cut, without control characters.</summary>
    public static string Shown(IReadOnlyList<byte[]> names)
    {
        var text = new StringBuilder();
        for (var i = 0; i < names.Count && i < MaxNames; i++)
        {
            var name = Encoding.UTF8.GetString(names[i]);
            text.Append(i == 0 ? "" : ", ");
            foreach (var character in name.AsSpan(0, Math.Min(name.Length, MaxNameLength)))
            {
                text.Append(char.IsControl(character) ? '?' : character);
            }
        }

        return names.Count > MaxNames ? text.Append(", …").ToString() : text.ToString();
    }
}
