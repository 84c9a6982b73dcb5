using System.Text.Encodings.Web;
using System.Text.Json;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Certification;

/// <summary>Writes <c>certificate.json</c>: a part that the same hits always make the same (<c>certified</c>), and this run's circumstances (<c>run</c>).</summary>
internal static class CertificateJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream utf8, Certificate certificate, IReadOnlyList<PublishedFile> files)
    {
        using var json = new Utf8JsonWriter(utf8, Layout);
        json.WriteStartObject();
        json.WriteString("schema", "dnma-engine/certificate/0");
        json.WriteStartObject("certified");
        WritePairs(json, "definition", certificate.Definition);
        WriteInputs(json, certificate.Inputs);
        WriteLedger(json, certificate.Ledger);
        WriteLines(json, "coverage", certificate.Coverage);
        WriteLaws(json, certificate.Laws);
        WriteStrings(json, "warnings", certificate.Warnings);
        WriteFiles(json, files);
        json.WriteEndObject();
        WritePairs(json, "run", certificate.Run);
        json.WriteEndObject();
        json.Flush();
        utf8.WriteByte((byte)'\n');
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in pairs)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IEnumerable<LedgerLine> lines)
    {
        json.WriteStartObject(name);
        foreach (var line in lines)
        {
            json.WriteNumber(line.Name, line.Count);
        }

        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteInputs(Utf8JsonWriter json, IReadOnlyList<InputRecord> inputs)
    {
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteString("sha256", input.Sha256);
            json.WriteNumber("lines", input.Lines);
            json.WriteString("layout", input.Layout);
            if (input.Note.Length > 0)
            {
                json.WriteString("note", input.Note);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLedger(Utf8JsonWriter json, MeasurementLedger ledger)
    {
        json.WriteStartObject("ledger");
        json.WriteNumber("read", ledger.Read);
        WriteLines(json, "rejected", ledger.Rejected);
        json.WriteNumber("merged", ledger.Merged);
        json.WriteNumber("accepted", ledger.Qualification.Accepted);
        WriteLines(json, "excluded", Enum.GetValues<ExclusionReason>().Select(reason => new LedgerLine(reason.Code(), ledger.Qualification[reason])));
        json.WriteNumber("qualified", ledger.Qualification.Qualified);
        json.WriteStartObject("visits");
        json.WriteNumber("counted", ledger.Visits.Counted);
        json.WriteNumber("counted-hits", ledger.Visits.CountedHits);
        json.WriteNumber("out-of-period", ledger.Visits.OutOfPeriod);
        json.WriteNumber("out-of-period-hits", ledger.Visits.OutOfPeriodHits);
        json.WriteNumber("robot-visits", ledger.Visits.RobotVisits);
        WriteLines(json, "closed-by", Enum.GetValues<VisitClosing>().Select(closing => new LedgerLine(closing.Code(), ledger.Visits[closing])));
        json.WriteEndObject();
        WriteLines(json, "noticed", ledger.Notices);
        json.WriteEndObject();
    }

    private static void WriteLaws(Utf8JsonWriter json, IReadOnlyList<ConservationLaw> laws)
    {
        json.WriteStartArray("laws");
        foreach (var law in laws)
        {
            json.WriteStartObject();
            json.WriteString("id", law.Id);
            json.WriteString("statement", law.Statement);
            json.WriteNumber("expected", law.Expected);
            json.WriteNumber("actual", law.Actual);
            json.WriteBoolean("holds", law.Holds);
            if (law.Detail.Length > 0)
            {
                json.WriteString("detail", law.Detail);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<PublishedFile> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
