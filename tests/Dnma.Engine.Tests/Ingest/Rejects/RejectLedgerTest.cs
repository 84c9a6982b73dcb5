using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Rejects;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Rejects;

public class RejectLedgerTest
{
    private static readonly string[] Names = ["a.log", "b.log", "c.log"];

    [Theory]
    [InlineData(RejectReason.TooLong, "too-long")]
    [InlineData(RejectReason.Truncated, "truncated")]
    [InlineData(RejectReason.Malformed, "malformed")]
    [InlineData(RejectReason.UnclosedQuote, "unclosed-quote")]
    [InlineData(RejectReason.FieldCount, "field-count")]
    [InlineData(RejectReason.NotAHit, "not-a-hit")]
    [InlineData(RejectReason.MissingInstant, "missing-instant")]
    [InlineData(RejectReason.BadInstant, "bad-instant")]
    [InlineData(RejectReason.OrphanRow, "orphan-row")]
    public void Reasons_AreSpelledOnce(RejectReason reason, string code) => Assert.Equal(code, reason.Code());

    [Fact]
    public void EveryReason_HasACode() => Assert.Equal(Enum.GetValues<RejectReason>().Length, RejectReasonCodes.Count);

    [Fact]
    public void FirstOfEachReason_AreKeptByPosition()
    {
        var ledger = new RejectLedger(2);
        ledger.Add(RejectReason.NotAHit, new RecordPosition(1, 5, 50), "GET"u8);
        ledger.Add(RejectReason.NotAHit, new RecordPosition(0, 9, 90), "POST"u8);
        ledger.Add(RejectReason.NotAHit, new RecordPosition(0, 9, 90), "HEAD"u8);
        ledger.Add(RejectReason.BadInstant, new RecordPosition(0, 2, 10), "ts=x"u8);
        Assert.Equal(
            [
                new RejectSample("a.log", 2, 10, RejectReason.BadInstant, "ts=x"),
                new RejectSample("a.log", 9, 90, RejectReason.NotAHit, "POST"),
                new RejectSample("a.log", 9, 90, RejectReason.NotAHit, "HEAD"),
            ],
            ledger.Samples(Names));
        Assert.Equal((4L, 3L, 2L, 1L, 0L), (
            ledger.Total,
            ledger.Count(RejectReason.NotAHit),
            ledger.Count(0, RejectReason.NotAHit),
            ledger.Count(1, RejectReason.NotAHit),
            ledger.Count(2, RejectReason.NotAHit)));
        Assert.Equal([0, 1], ledger.Files);
    }

    [Fact]
    public void NoSamples_WhereNoneAreAskedFor()
    {
        var ledger = new RejectLedger(0);
        ledger.Add(RejectReason.NotAHit, new RecordPosition(1, 5, 50), "GET"u8);
        Assert.Empty(ledger.Samples(Names));
        Assert.Equal(1, ledger.Total);
    }

    [Property]
    public bool Workers_DoNotShow(ushort[] lines, byte[] workers)
    {
        var alone = new RejectLedger(3);
        var each = new[] { new RejectLedger(3), new RejectLedger(3), new RejectLedger(3) };
        var records = lines.Distinct().Order().ToList();
        for (var i = 0; i < records.Count; i++)
        {
            Add(alone, records[i]);
        }

        // Workers read in any order, and each only some lines.
        for (var i = records.Count - 1; i >= 0; i--)
        {
            Add(each[i < workers.Length ? workers[i] % 3 : 0], records[i]);
        }

        var forth = new RejectLedger(3);
        var back = new RejectLedger(3);
        for (var i = 0; i < 3; i++)
        {
            forth.Merge(each[i]);
            back.Merge(each[2 - i]);
        }

        return alone.Samples(Names).SequenceEqual(forth.Samples(Names))
            && alone.Samples(Names).SequenceEqual(back.Samples(Names))
            && alone.Total == records.Count
            && Enum.GetValues<RejectReason>().All(reason => Enumerable.Range(0, 3).All(file =>
                alone.Count(file, reason) == forth.Count(file, reason) && alone.Count(file, reason) == back.Count(file, reason)));
    }

    private static void Add(RejectLedger ledger, ushort line) =>
        ledger.Add((RejectReason)(line % 9), new RecordPosition(line % 3, line, line * 7L), Encoding.ASCII.GetBytes($"p=x{line % 100}"));
}
