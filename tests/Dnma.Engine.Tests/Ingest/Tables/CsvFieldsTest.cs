using System.Text;
using Dnma.Engine.Ingest.Tables;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Tables;

public class CsvFieldsTest
{
    /// <summary>Vectors and single bytes split alike, wherever separators, quotes and the end lie in a stretch of 32 bytes.</summary>
    [Property(MaxTest = 100)]
    public bool Vectors_split_as_single_bytes_do(byte[] choices, bool quotes)
    {
        var text = Enumerable.Range(0, 140)
            .Select(i => choices.Length == 0 ? ',' : ",;ab,\0\u00FFx\",yz"[(choices[i % choices.Length] + (i / choices.Length)) % 12])
            .Select(letter => letter == '"' && !quotes ? '!' : letter);
        var bytes = Encoding.Latin1.GetBytes(string.Concat(text));
        for (var length = 0; length <= bytes.Length; length++)
        {
            var line = bytes.AsSpan(0, length);
            var count = line.Count((byte)',') + 1;
            if (Describe(line, count, byVectors: true) != Describe(line, count, byVectors: false)
                || (!quotes && Describe(line, count, byVectors: true) != Encoding.Latin1.GetString(line).Replace(',', '|')))
            {
                return false;
            }
        }

        return true;
    }

    private static string Describe(ReadOnlySpan<byte> line, int count, bool byVectors)
    {
        var fields = new CsvFields(count, (byte)',');
        if (fields.Split(line, byVectors) is not CsvSplit.Ok and var split)
        {
            return split.ToString();
        }

        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : "|").Append(Encoding.Latin1.GetString(fields.Field(line, i)));
        }

        return text.ToString();
    }
}
