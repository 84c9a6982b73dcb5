using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest.Detection;

/// <summary>
/// Decides from the first lines of an input which container it is and which format its hits have. Depends on those lines and the format
/// asked for alone. Thread safe if the table detectors are.
/// </summary>
internal sealed class FormatDetector(RequestFormats formats, IReadOnlyList<ITableDetector> tables)
{
    /// <summary>How much of an input is looked at.</summary>
    public const int HeadBytes = 1 << 16;

    /// <summary>Decides.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: nothing fits, or it contradicts what was asked for.</exception>
    public Detected Detect(LineHead head, HitFormat asked, string name)
    {
        if (head.Lines.IsEmpty && head.Rest.Span.TrimEnd(" \t\r"u8).Contains((byte)'\r'))
        {
            throw new EngineException(ErrorId.UndecidedFormat, name, "its lines end with a carriage return alone", "end them with a line feed, for example with: tr '\\r' '\\n'");
        }

        var sample = Sample(head);
        var whyNots = new List<string>();
        if (asked == HitFormat.Parquet)
        {
            throw Undecided(sample.Span, name, asked, ["Parquet: the file does not start with PAR1"]);
        }

        var logs = new List<LogCandidate>();
        if (asked is HitFormat.Auto or HitFormat.Xiti or HitFormat.Matomo)
        {
            AddLogs(logs, sample, name, whyNots);
            var bestLog = Best(logs, asked);
            if (bestLog is not null)
            {
                return new Detected(bestLog.Accept(Majority(bestLog.Tally, asked), formats), HasHeader: false);
            }

            if (head.HoldsAll && W3cHead.HoldsDirectivesOnly(sample.Span))
            {
                return new Detected(NoRecordsLayout.Instance, HasHeader: false);
            }
        }

        if (asked != HitFormat.Xiti)
        {
            foreach (var table in tables)
            {
                var verdict = table.TryDetect(sample.Span, head.HoldsAll, asked, name);
                if (verdict.Layout is { } layout)
                {
                    return new Detected(layout, verdict.HasHeader);
                }

                whyNots.Add(verdict.WhyNot ?? "a table: not recognised");
            }
        }

        if (asked is HitFormat.Auto or HitFormat.Xiti or HitFormat.Matomo)
        {
            var bare = LogCandidate.BareQuery().Read(sample);
            if (2 * bare.Tally.HitsOf(asked) >= bare.Tally.Lines && bare.Tally.HitsOf(asked) > 0)
            {
                return new Detected(bare.Accept(Majority(bare.Tally, asked), formats), HasHeader: false);
            }

            logs.Add(bare);
            ThrowIfContradicted(logs, asked, sample.Span, name);

            // A log whose sample holds no hit at all: the caller's word decides.
            if (asked != HitFormat.Auto && logs.Find(static log => log.Tally.Fits) is { } silent)
            {
                return new Detected(silent.Accept(asked, formats), HasHeader: false);
            }

            whyNots.InsertRange(0, logs.ConvertAll(static log => log.WhyNot()));
        }

        throw Undecided(sample.Span, name, asked, whyNots);
    }

    private static ReadOnlyMemory<byte> Sample(LineHead head)
    {
        if (head.Lines.IsEmpty)
        {
            return head.Rest;
        }

        if (!head.HoldsAll || head.Rest.IsEmpty)
        {
            return head.Lines;
        }

        var all = new byte[head.Lines.Length + head.Rest.Length];
        head.Lines.CopyTo(all);
        head.Rest.CopyTo(all.AsMemory(head.Lines.Length));
        return all;
    }

    private static void AddLogs(List<LogCandidate> logs, ReadOnlyMemory<byte> sample, string name, List<string> whyNots)
    {
        var span = sample.Span;
        if (W3cHead.TryRead(span, name) is { } fields)
        {
            logs.Add(LogCandidate.W3c(fields).Read(sample));
            return;
        }

        whyNots.Add("W3C extended log: no #Fields: directive at the start");
        if (span.TrimStart(" \t"u8).StartsWith((byte)'{'))
        {
            logs.Add(LogCandidate.Json().Read(sample));
        }
        else
        {
            whyNots.Add("JSON log: the first line does not start with {");
        }

        logs.Add(LogCandidate.Ncsa().Read(sample));
    }

    /// <summary>The container in which most requests look like hits; the first of equals; none when there is no hit.</summary>
    private static LogCandidate? Best(List<LogCandidate> logs, HitFormat asked)
    {
        LogCandidate? best = null;
        foreach (var log in logs)
        {
            var hits = log.Tally.HitsOf(asked);
            if (hits > 0 && (best is null || hits > best.Tally.HitsOf(asked)))
            {
                best = log;
            }
        }

        return best;
    }

    private static HitFormat Majority(RequestTally tally, HitFormat asked) =>
        asked != HitFormat.Auto ? asked : tally.Matomo > tally.Xiti ? HitFormat.Matomo : HitFormat.Xiti;

    private static void ThrowIfContradicted(List<LogCandidate> logs, HitFormat asked, ReadOnlySpan<byte> sample, string name)
    {
        var other = asked == HitFormat.Xiti ? HitFormat.Matomo : HitFormat.Xiti;
        if (asked != HitFormat.Auto && Best(logs, other) is { } log)
        {
            throw new EngineException(
                ErrorId.UndecidedFormat,
                name,
                $"{asked} hits were asked for, but {log.Tally.HitsOf(other)} of {log.Tally.Lines} sampled lines look like {other}'s and none like {asked}'s (first line, masked: {LineShape.Of(sample)})",
                $"ask for {other}, or let the format be detected");
        }
    }

    private static EngineException Undecided(ReadOnlySpan<byte> sample, string name, HitFormat asked, List<string> whyNots) =>
        new(
            ErrorId.UndecidedFormat,
            name,
            $"{(asked == HitFormat.Auto ? "the format cannot be decided" : $"this is not {asked}")} (first line, masked: {LineShape.Of(sample)}); tried {string.Join(" · ", whyNots)}",
            asked == HitFormat.Auto ? "say the format, or check that this is a log or a table of hits" : "ask for another format, or let it be detected");
}
