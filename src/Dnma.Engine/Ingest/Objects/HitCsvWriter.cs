using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Objects;

/// <summary>
/// Writes hits as lines of a canonical CSV table, so that they are read, rejected and certified as those of a file. Not thread safe.
/// </summary>
/// <param name="output">Where lines are put.</param>
/// <param name="custom">The names of the columns behind the canonical ones.</param>
internal sealed class HitCsvWriter(ArrayBufferWriter<byte> output, IReadOnlyList<string> custom)
{
    /// <summary>What a field must not hold unless it is quoted.</summary>
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _line = new();
    private byte[] _bytes = [];

    /// <summary>Writes the header.</summary>
    public void WriteHeader()
    {
        _ = _line.Clear().Append("instant,visitor,client,uai,profile,service,type,tool,project,operator,platform,collectivity,kind,page,label,user_agent,device,os,browser");
        foreach (var name in custom)
        {
            Add(name);
        }

        Put(_line.Append('\n').ToString());
    }

    /// <summary>
    /// Writes one line. A text that a line cannot hold, one with a line feed or half a surrogate pair, makes it an unclosed quote: one rejected record.
    /// </summary>
    public void Write(Hit hit)
    {
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
        foreach (var name in custom)
        {
            Add(hit.Custom.TryGetValue(name, out var value) ? value : "");
        }

        var line = _line.ToString();
        if (line.Contains('\n', StringComparison.Ordinal) || !TryPut(line))
        {
            Put("\"unwritable");
        }

        Put("\n");
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
