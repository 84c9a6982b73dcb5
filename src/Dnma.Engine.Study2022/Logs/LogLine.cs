using System.Globalization;
using Dnma.Engine.Study2022.Behaviour;
using Dnma.Engine.Time;

namespace Dnma.Engine.Study2022.Logs;

/// <summary>A page view as a line of a collector's access log: NCSA combined. Pure.</summary>
internal static class LogLine
{
    /// <summary>Writes the line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="view">The page view.</param>
    /// <param name="target">Path and query of the request.</param>
    public static void Write(TextWriter output, in PageView view, string target)
    {
        // An address of RFC 5737, kept for documentation: the engine does not read it.
        var offset = CivilZone.Paris.OffsetAt(view.InstantMs);
        var local = DateTimeOffset.FromUnixTimeMilliseconds(view.InstantMs).ToOffset(TimeSpan.FromMilliseconds(offset));
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"192.0.2.{view.Person.Key % 250} - - [{local:dd/MMM/yyyy:HH:mm:ss} +{local.Offset:hhmm}] \"GET {target} HTTP/1.1\" 200 43 \"https://ent.example/\" \"{(view.Agent.Length > 0 ? view.Agent : "-")}\"\n"));
    }
}
