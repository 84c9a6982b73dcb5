using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Objects;

/// <summary>
/// Writes hits as lines of a canonical CSV table (UTF-8, commas, <c>\n</c>), which are read back as the same hits. Not thread safe.
/// </summary>
/// <param name="output">Where lines are put.</param>
/// <param name="customColumns">Which values of <see cref="Hit.Custom"/> have a column, behind the canonical ones; none by default.</param>
public sealed class HitCsvWriter(IBufferWriter<byte> output, params IReadOnlyList<string> customColumns)
{
    /// <summary>What a field must not hold unless it is quoted.</summary>
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _line = new();
    private byte[] _bytes = [];

    /// <summary>Writes the header: the first line of a table, and of every other part that may stand first; readers pass over it wherever it stands.</summary>
    public void WriteHeader()
    {
        _ = _line.Clear().Append("instant,visitor,client,uai,profile,service,type,tool,project,operator,platform,collectivity,kind,page,label,user_agent,device,os,browser");
        foreach (var name in customColumns)
        {
            Add(name);
        }

        Put(_line.Append('\n').ToString());
    }

    /// <summary>
    /// Writes one line. A text that a line cannot hold, one with a line feed or half a surrogate pair, makes it an unclosed quote: one rejected record.
    /// </summary>
    /// <returns>Whether the line holds the hit.</returns>
    public bool Write(Hit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        _ = _line.Clear().Append(hit.Instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture));
        Add(hit.Visitor);
        Add(hit.Client);
        Add(hit.Uai);
        Add(hit.Profile);
        Add(hit.Service);
        Add(hit.Type);
        Add(hit.Tool);
        Add(hit.Project);
        Add(hit.Operator);
        Add(hit.Platform);
        Add(hit.Collectivity);
        Add(CodeOf(hit.Kind));
        Add(hit.Page);
        Add(hit.Label);
        Add(hit.UserAgent);
        Add(hit.Device);
        Add(hit.Os);
        Add(hit.Browser);
        foreach (var name in customColumns)
        {
            Add(hit.Custom.TryGetValue(name, out var value) ? value : "");
        }

        var line = _line.ToString();
        var isHeld = !line.Contains('\n', StringComparison.Ordinal) && TryPut(line);
        Put(isHeld ? "\n" : "\"unwritable\n");
        return isHeld;
    }

    private static string CodeOf(HitKind kind) => kind switch
    {
        HitKind.Page => "page",
        HitKind.Click => "click",
        HitKind.Ping => "ping",
        _ => "event",
    };

    private void Add(string? field)
    {
        _ = _line.Append(',');
        _ = field.AsSpan().ContainsAny(Quoted) ? _line.Append('"').Append(field!.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"') : _line.Append(field);
    }

    private void Put(string ascii) => _ = TryPut(ascii);

    private bool TryPut(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        _bytes = _bytes.Length < most ? new byte[most] : _bytes;
        var isText = Utf8.FromUtf16(text, _bytes, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done;
        output.Write(_bytes.AsSpan(0, isText ? written : 0));
        return isText;
    }
}
