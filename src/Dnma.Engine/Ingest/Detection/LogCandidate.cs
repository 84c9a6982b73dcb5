using Dnma.Engine.Ingest.Containers;

namespace Dnma.Engine.Ingest.Detection;

/// <summary>A container that a log may have, and what a sample looks like when it is read so.</summary>
/// <param name="name">The container's name.</param>
/// <param name="createLayout">Makes the layout of a description and a hit format; with a hit format that counts, the sample is read.</param>
internal sealed class LogCandidate(string name, Func<string, Func<RecordSink, RequestDecoder>, RecordLayout> createLayout)
{
    /// <summary>NCSA access logs.</summary>
    public static LogCandidate Ncsa() => new("NCSA", static (text, format) => new LogLayout<NcsaLine>(text, static () => new NcsaLine(), format));

    /// <summary>JSON logs.</summary>
    public static LogCandidate Json() => new("JSON log", static (text, format) => new LogLayout<JsonLine>(text, static () => new JsonLine(), format));

    /// <summary>Query strings alone.</summary>
    public static LogCandidate BareQuery() =>
        new("bare query strings", static (text, format) => new LogLayout<BareQueryLine>(text, static () => new BareQueryLine(), format));

    /// <summary>A W3C extended log with the fields that its head names.</summary>
    public static LogCandidate W3c(W3cFields fields) => new("W3C extended log", (text, format) => new W3cLayout(text, fields, format));

    /// <summary>What the sample looks like.</summary>
    public RequestTally Tally { get; } = new();

    /// <summary>The container's name; an NCSA log is told by whether its lines have a user agent.</summary>
    public string Name => name != "NCSA" ? name : Tally.UserAgents > 0 ? "NCSA combined log" : "NCSA common log";

    /// <summary>Reads a sample of whole lines.</summary>
    public LogCandidate Read(ReadOnlyMemory<byte> sample)
    {
        var layout = createLayout("", _ => Tally);
        layout.CreateDecoder(new TallySink(Tally)).Decode(new RecordBlock { Bytes = sample, Start = new RecordPosition(0, 1, 0), Layout = layout });
        return this;
    }

    /// <summary>Makes the layout for a hit format.</summary>
    public RecordLayout Accept(HitFormat format, RequestFormats formats) => createLayout(Describe(format), formats.Of(format));

    /// <summary>Why this is not the container, as a clause.</summary>
    public string WhyNot() =>
        Tally.Lines == 0 ? $"{Name}: no lines"
        : !Tally.Fits ? $"{Name}: {Tally.Refused} of {Tally.Lines} sampled lines have another shape"
        : $"{Name}: none of {Tally.Lines} sampled lines requests hit.xiti or matomo.php";

    private string Describe(HitFormat format)
    {
        var (of, other, count) = format == HitFormat.Matomo ? ("Matomo", "XiTi", Tally.Xiti) : ("XiTi", "Matomo", Tally.Matomo);
        var description = $"{Name} of {of} hits";
        return count == 0 ? description : $"{description} ({count} of the {Tally.HitsOf(HitFormat.Auto)} hits sampled are {other}'s and will be rejected)";
    }
}
