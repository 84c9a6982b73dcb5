using System.Text.Json.Nodes;

namespace Dnma.Engine.Certification.Statements;

/// <summary>A statement as a JSON value; <see cref="StatementReader"/> is its inverse, docs/certificate.schema.json its schema.</summary>
internal static class StatementJson
{
    public static JsonObject Of(CertificateStatement statement)
    {
        var predicate = new JsonObject
        {
            ["certified"] = Certified(statement),
            ["checks"] = ArrayOf(statement.Checks, Law),
            ["digest"] = new JsonObject { ["certified"] = statement.CertifiedDigest, ["run"] = statement.RunDigest },
            ["run"] = Pairs(statement.Run),
        };
        if (statement.Replaces is { } replaces)
        {
            predicate["replaces"] = Replaces(replaces);
        }

        return new JsonObject
        {
            ["_type"] = CertificateStatement.StatementType,
            ["subject"] = Subjects(statement),
            ["predicateType"] = CertificateStatement.PredicateType,
            ["predicate"] = predicate,
        };
    }

    /// <summary>What <see cref="CertificateStatement.CertifiedDigest"/> is of.</summary>
    public static JsonObject CertifiedOf(CertificateStatement statement) => new() { ["certified"] = Certified(statement), ["subject"] = Subjects(statement) };

    /// <summary>What <see cref="CertificateStatement.RunDigest"/> is of.</summary>
    public static JsonObject RunOf(CertificateStatement statement)
    {
        var run = new JsonObject { ["checks"] = ArrayOf(statement.Checks, Law), ["run"] = Pairs(statement.Run) };
        if (statement.Replaces is { } replaces)
        {
            run["replaces"] = Replaces(replaces);
        }

        return run;
    }

    private static JsonArray Subjects(CertificateStatement statement) => ArrayOf(statement.Subjects, file => new JsonObject
    {
        ["name"] = file.Name,
        ["digest"] = new JsonObject { ["sha256"] = file.Sha256 },
        ["annotations"] = new JsonObject { ["bytes"] = CanonicalJson.NumberOf(file.Bytes) },
    });

    private static JsonObject Certified(CertificateStatement statement) => new()
    {
        ["definition"] = Pairs(statement.Definition),
        ["indicators"] = ArrayOf(statement.Indicators, indicator => new JsonObject
        {
            ["code"] = indicator.Code,
            ["unit"] = indicator.Unit,
            ["additivity"] = indicator.Additivity,
            ["conformance"] = indicator.Conformance,
        }),
        ["perimeter"] = new JsonObject { ["establishments"] = statement.Perimeter.Establishments, ["sha256"] = statement.Perimeter.Sha256 },
        ["inputs"] = ArrayOf(statement.Inputs, Input),
        ["ledger"] = Ledger(statement.Ledger),
        ["coverage"] = Lines(statement.Coverage),
        ["laws"] = ArrayOf(statement.Laws, Law),
        ["controls"] = ArrayOf(statement.Controls, control => new JsonObject
        {
            ["id"] = control.Id,
            ["family"] = control.Family,
            ["severity"] = control.Severity,
            ["findings"] = control.Findings,
        }),
        ["warnings"] = ArrayOf(statement.Warnings, warning => JsonValue.Create(warning)),
    };

    private static JsonObject Input(InputRecord input) => new()
    {
        ["name"] = input.Name,
        ["bytes"] = CanonicalJson.NumberOf(input.Bytes),
        ["sha256"] = input.Sha256,
        ["lines"] = CanonicalJson.NumberOf(input.Lines),
        ["records"] = CanonicalJson.NumberOf(input.Records),
        ["layout"] = input.Layout,
        ["note"] = input.Note,
    };

    private static JsonObject Ledger(CertifiedLedger ledger) => new()
    {
        ["read"] = CanonicalJson.NumberOf(ledger.Read),
        ["rejected"] = Lines(ledger.Rejected),
        ["merged"] = CanonicalJson.NumberOf(ledger.Merged),
        ["accepted"] = CanonicalJson.NumberOf(ledger.Accepted),
        ["excluded"] = Lines(ledger.Excluded),
        ["qualified"] = CanonicalJson.NumberOf(ledger.Qualified),
        ["visits"] = Visits(ledger.Visits),
        ["noticed"] = Lines(ledger.Noticed),
    };

    private static JsonObject Visits(CertifiedVisits visits)
    {
        var json = new JsonObject
        {
            ["counted"] = CanonicalJson.NumberOf(visits.Counted),
            ["counted-hits"] = CanonicalJson.NumberOf(visits.CountedHits),
            ["out-of-period"] = CanonicalJson.NumberOf(visits.OutOfPeriod),
            ["out-of-period-hits"] = CanonicalJson.NumberOf(visits.OutOfPeriodHits),
            ["robot-visits"] = CanonicalJson.NumberOf(visits.RobotVisits),
            ["closed-by"] = Lines(visits.ClosedBy),
        };

        // Later than version 1 of the certificate: said only where there is something to say, so that others stay as they are.
        if (visits.OutOfPerimeter > 0)
        {
            json["out-of-perimeter"] = CanonicalJson.NumberOf(visits.OutOfPerimeter);
            json["out-of-perimeter-hits"] = CanonicalJson.NumberOf(visits.OutOfPerimeterHits);
        }

        return json;
    }

    private static JsonObject Law(ConservationLaw law) => new()
    {
        ["id"] = law.Id,
        ["statement"] = law.Statement,
        ["expected"] = CanonicalJson.NumberOf(law.Expected),
        ["actual"] = CanonicalJson.NumberOf(law.Actual),
        ["holds"] = law.Holds,
        ["detail"] = law.Detail,
    };

    private static JsonObject Replaces(Replacement replaces) => new()
    {
        ["digest"] = new JsonObject { ["sha256"] = replaces.Sha256 },
        ["reason"] = replaces.Reason,
    };

    private static JsonObject Pairs(IEnumerable<KeyValuePair<string, string>> pairs) =>
        new(pairs.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value)));

    private static JsonObject Lines(IEnumerable<LedgerLine> lines) =>
        new(lines.Select(line => new KeyValuePair<string, JsonNode?>(line.Name, CanonicalJson.NumberOf(line.Count))));

    private static JsonArray ArrayOf<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);
}
