using System.Globalization;
using Dnma.Engine.Certification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Qualification;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Partials;

/// <summary>Reads the head of a partial result.</summary>
internal static class PartialHeadReader
{
    // Instants outside 2005 … 2099 do not qualify; one day more on either side, whatever the zone.
    private static readonly int EarliestDay = LocalCalendar.DayOf(new DateOnly(2004, 12, 31));
    private static readonly int LatestDay = LocalCalendar.DayOf(new DateOnly(2100, 1, 1));

    /// <summary>Reads magic and version, before anything else is believed.</summary>
    public static void ReadVersion(DigestedReader file, string path)
    {
        Span<byte> magic = stackalloc byte[PartialFormat.Magic.Length];
        file.Read(magic);
        file.Demand(magic.SequenceEqual(PartialFormat.Magic), "it does not begin as one");
        var version = file.ReadUInt32();
        if (version != PartialFormat.Version)
        {
            throw new EngineException(
                ErrorId.DamagedPartial,
                path,
                string.Create(CultureInfo.InvariantCulture, $"is a partial result of format version {version}, and this engine reads version {PartialFormat.Version}"),
                "measure and merge with one version of the engine");
        }
    }

    /// <summary>Reads what follows the version.</summary>
    public static PartialHead Read(DigestedReader file)
    {
        var engine = file.ReadText();
        var shard = ReadShard(file);
        var fingerprint = file.ReadText();
        var definition = new List<KeyValuePair<string, string>>();
        for (var left = file.ReadLength(); left > 0; left--)
        {
            definition.Add(new(file.ReadText(), file.ReadText()));
        }

        var inputs = ReadInputs(file);
        var head = new PartialHead
        {
            Engine = engine,
            Shard = shard,
            SecretFingerprint = fingerprint,
            Definition = definition,
            Inputs = inputs,
            Read = file.ReadCount(),
            Merged = file.ReadCount(),
            Rejected = ReadLines(file),
            Notices = ReadLines(file),
            Rejects = ReadRejects(file, inputs),
            Elsewhere = file.ReadCount(),
            Qualification = ReadQualification(file),
            Visits = ReadVisits(file),
        };
        file.Demand(
            head.Read == head.Rejected.Sum(line => line.Count) + head.Merged + head.Qualification.Accepted + head.Elsewhere, "its records are not those that it says became of them");
        return head;
    }

    private static VisitorShard ReadShard(DigestedReader file)
    {
        var (index, count) = (file.ReadCount(), file.ReadCount());
        file.Demand(count is >= 1 and <= VisitorShard.MostShards && index >= 1 && index <= count, "it says that it is no possible shard");
        return new VisitorShard((int)index, (int)count);
    }

    private static List<InputRecord> ReadInputs(DigestedReader file)
    {
        var inputs = new List<InputRecord>();
        for (var left = file.ReadLength(); left > 0; left--)
        {
            inputs.Add(new InputRecord(file.ReadText(), file.ReadCount(), file.ReadText(), file.ReadCount(), file.ReadCount(), file.ReadText(), file.ReadText()));
        }

        return inputs;
    }

    private static List<RejectRow> ReadRejects(DigestedReader file, List<InputRecord> inputs)
    {
        var rejects = new List<RejectRow>();
        for (var left = file.ReadLength(); left > 0; left--)
        {
            var input = file.ReadCount();
            file.Demand(input < inputs.Count, "a rejected record is of no input");
            rejects.Add(new RejectRow(inputs[(int)input].Name, file.ReadCount(), file.ReadSigned(), file.ReadText(), file.ReadText()));
        }

        return rejects;
    }

    private static QualificationLedger ReadQualification(DigestedReader file)
    {
        var ledger = new QualificationLedger { Accepted = file.ReadCount() };
        ReadLines(file, Enum.GetValues<ExclusionReason>(), reason => reason.Code(), (reason, hits) => ledger.Exclude(reason, hits));
        return ledger;
    }

    private static VisitLedger ReadVisits(DigestedReader file)
    {
        var ledger = new VisitLedger
        {
            Counted = file.ReadCount(),
            CountedHits = file.ReadCount(),
            OutOfPeriod = file.ReadCount(),
            OutOfPeriodHits = file.ReadCount(),
            OutOfPerimeter = file.ReadCount(),
            OutOfPerimeterHits = file.ReadCount(),
            RobotVisits = file.ReadCount(),
        };
        var (first, last) = (file.ReadSigned(), file.ReadSigned());
        if ((first, last) != (int.MaxValue, int.MinValue))
        {
            file.Demand(EarliestDay <= first && first <= last && last <= LatestDay, "its days are no possible ones");
            (ledger.FirstDay, ledger.LastDay) = ((int)first, (int)last);
        }

        ReadLines(file, Enum.GetValues<VisitClosing>(), closing => closing.Code(), ledger.Close);
        return ledger;
    }

    /// <summary>Reads a ledger of a closed list of names.</summary>
    private static void ReadLines<T>(DigestedReader file, T[] names, Func<T, string> codeOf, Action<T, long> add)
    {
        var lines = ReadLines(file);
        file.Demand(lines.Select(line => line.Name).SequenceEqual(names.Select(codeOf)), "a ledger has other lines than it must have");
        for (var i = 0; i < names.Length; i++)
        {
            add(names[i], lines[i].Count);
        }
    }

    private static List<LedgerLine> ReadLines(DigestedReader file)
    {
        var lines = new List<LedgerLine>();
        for (var left = file.ReadLength(); left > 0; left--)
        {
            lines.Add(new LedgerLine(file.ReadText(), file.ReadCount()));
        }

        return lines;
    }
}
