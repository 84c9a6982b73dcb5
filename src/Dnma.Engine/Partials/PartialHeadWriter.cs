using Dnma.Engine.Certification;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Partials;

/// <summary>Writes the head of a partial result: magic, version, then its parts in the order of <see cref="PartialHead"/>.</summary>
internal static class PartialHeadWriter
{
    public static void Write(DigestedWriter file, PartialHead head)
    {
        file.Write(PartialFormat.Magic);
        file.WriteUInt32(PartialFormat.Version);
        file.WriteText(head.Engine);
        file.WriteCount(head.Shard.Index);
        file.WriteCount(head.Shard.Count);
        file.WriteText(head.SecretFingerprint);
        file.WriteCount(head.Definition.Count);
        foreach (var (name, value) in head.Definition)
        {
            file.WriteText(name);
            file.WriteText(value);
        }

        WriteInputs(file, head.Inputs);
        file.WriteCount(head.Read);
        file.WriteCount(head.Merged);
        WriteLines(file, head.Rejected);
        WriteLines(file, head.Notices);
        WriteRejects(file, head);
        file.WriteCount(head.Elsewhere);
        file.WriteCount(head.Qualification.Accepted);
        WriteLines(file, [.. Enum.GetValues<ExclusionReason>().Select(reason => new LedgerLine(reason.Code(), head.Qualification[reason]))]);
        WriteVisits(file, head.Visits);
    }

    private static void WriteInputs(DigestedWriter file, IReadOnlyList<InputRecord> inputs)
    {
        file.WriteCount(inputs.Count);
        foreach (var input in inputs)
        {
            file.WriteText(input.Name);
            file.WriteCount(input.Bytes);
            file.WriteText(input.Sha256);
            file.WriteCount(input.Lines);
            file.WriteCount(input.Records);
            file.WriteText(input.Layout);
            file.WriteText(input.Note);
        }
    }

    private static void WriteRejects(DigestedWriter file, PartialHead head)
    {
        var inputs = new Dictionary<string, int>();
        foreach (var input in head.Inputs)
        {
            _ = inputs.TryAdd(input.Name, inputs.Count);
        }

        file.WriteCount(head.Rejects.Count);
        foreach (var reject in head.Rejects)
        {
            file.WriteCount(inputs[reject.File]);
            file.WriteCount(reject.Line);
            file.WriteSigned(reject.ByteOffset);
            file.WriteText(reject.Reason);
            file.WriteText(reject.Sample);
        }
    }

    private static void WriteVisits(DigestedWriter file, VisitLedger visits)
    {
        file.WriteCount(visits.Counted);
        file.WriteCount(visits.CountedHits);
        file.WriteCount(visits.OutOfPeriod);
        file.WriteCount(visits.OutOfPeriodHits);
        file.WriteCount(visits.OutOfPerimeter);
        file.WriteCount(visits.OutOfPerimeterHits);
        file.WriteCount(visits.RobotVisits);
        file.WriteSigned(visits.FirstDay);
        file.WriteSigned(visits.LastDay);
        WriteLines(file, [.. Enum.GetValues<VisitClosing>().Select(closing => new LedgerLine(closing.Code(), visits[closing]))]);
    }

    private static void WriteLines(DigestedWriter file, IReadOnlyList<LedgerLine> lines)
    {
        file.WriteCount(lines.Count);
        foreach (var line in lines)
        {
            file.WriteText(line.Name);
            file.WriteCount(line.Count);
        }
    }
}
