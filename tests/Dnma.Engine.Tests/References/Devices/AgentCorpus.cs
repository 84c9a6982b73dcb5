using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Tests.References.Devices;

/// <summary>The real agents of <c>agents.tsv</c> and what they are.</summary>
internal static class AgentCorpus
{
    public static IReadOnlyList<Row> Rows { get; } = Read();

    /// <summary>A classification in the words of the corpus.</summary>
    public static string Describe(AgentClass found) => string.Join(
        ' ',
        found.Traits.Device.Code(),
        found.Traits.ConnectedObject.Code(),
        found.Traits.Os.Code(),
        found.Traits.Browser.Code(),
        found.Flags switch { HitFlags.Robot => "robot", HitFlags.Monitor => "monitor", HitFlags.None => "-", _ => found.Flags.ToString() });

    public static string Classify(string agent, string hints = "") =>
        Describe(DeviceRules.Default.Classify(Encoding.UTF8.GetBytes(agent), Encoding.UTF8.GetBytes(hints)));

    private static List<Row> Read()
    {
        using var stream = typeof(AgentCorpus).Assembly.GetManifestResourceStream("agents.tsv")!;
        using var reader = new StreamReader(stream);
        var rows = new List<Row>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                var cells = line.Split('\t');
                rows.Add(new Row(string.Join(' ', cells[..5]), cells[5]));
            }
        }

        return rows;
    }

    internal readonly record struct Row(string Expected, string Agent);
}
