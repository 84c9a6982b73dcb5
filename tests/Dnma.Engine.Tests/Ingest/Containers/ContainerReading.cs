using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Containers;

namespace Dnma.Engine.Tests.Ingest.Containers;

/// <summary>Reads one line, or a few, in a container.</summary>
internal static class ContainerReading
{
    /// <summary>2022-09-05T08:00:00Z.</summary>
    public const long EightUtc = 1_662_364_800_000;

    public static RecordingSink Read<TContainer>(TContainer container, params byte[][] lines)
        where TContainer : struct, ILineContainer
    {
        var sink = new RecordingSink();
        var layout = new LogLayout<TContainer>("test", () => container, RecordingSink.Formats.Xiti);
        layout.CreateDecoder(sink).Decode(new RecordBlock
        {
            Bytes = lines.SelectMany(line => line.Append((byte)'\n')).ToArray(),
            Start = new RecordPosition(3, 10, 1000),
            Layout = layout,
        });
        return sink;
    }

    public static RecordingSink Read<TContainer>(TContainer container, params string[] lines)
        where TContainer : struct, ILineContainer =>
        Read(container, lines.Select(Encoding.Latin1.GetBytes).ToArray());

    public static RecordedRequest One<TContainer>(TContainer container, string line)
        where TContainer : struct, ILineContainer
    {
        var sink = Read(container, line);
        Assert.Empty(sink.Rejects);
        return Assert.Single(sink.Requests);
    }

    public static RejectReason Reason<TContainer>(TContainer container, string line)
        where TContainer : struct, ILineContainer
    {
        var sink = Read(container, line);
        Assert.Empty(sink.Requests);
        var reject = Assert.Single(sink.Rejects);
        Assert.Equal(line, reject.Sample);
        return reject.Reason;
    }
}
