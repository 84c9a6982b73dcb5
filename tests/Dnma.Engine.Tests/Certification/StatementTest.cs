using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;
using Dnma.Engine.Tests.Architecture;
using Json.Schema;

namespace Dnma.Engine.Tests.Certification;

/// <summary><c>certificate.json</c> is an in-toto statement of the published schema, is read back as it was written, and nothing else is.</summary>
public sealed class StatementTest(PublishedDay day) : IClassFixture<PublishedDay>
{
    [Fact]
    public void It_is_an_in_toto_statement_over_every_published_file()
    {
        using var folder = day.Copy();
        var root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "certificate.json"))).RootElement;
        Assert.Equal("https://in-toto.io/Statement/v1", root.GetProperty("_type").GetString());
        Assert.Equal("urn:dnma-engine:certificate:1", root.GetProperty("predicateType").GetString());
        Assert.Equal(
            Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path)).Where(name => name is not ("certificate.json" or "certificate.dsse.json")).Order(StringComparer.Ordinal),
            root.GetProperty("subject").EnumerateArray().Select(file => file.GetProperty("name").GetString()!));
        Assert.Equal(["certified", "checks", "digest", "run"], root.GetProperty("predicate").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void It_obeys_the_published_schema()
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "certificate.schema.json")));
        var replaced = day.Statement() with { Replaces = new Replacement(new string('a', 64), "a file came late") };
        foreach (var statement in new[] { day.Statement(), replaced })
        {
            Assert.True(schema.Evaluate(JsonDocument.Parse(statement.ToUtf8()).RootElement).IsValid);
        }

        // And the schema refuses what the reader refuses.
        foreach (var (_, broken) in Broken(replaced))
        {
            Assert.False(schema.Evaluate(JsonDocument.Parse(broken.ToJsonString()).RootElement).IsValid);
        }
    }

    [Fact]
    public void It_is_read_back_as_it_was_written()
    {
        var statement = day.Statement() with
        {
            Replaces = new Replacement(new string('a', 64), "é \"quoted\" \\ \u2028 😀"),
            Warnings = ["one", "two"],
            Checks = [new ConservationLaw("recount-agrees", "counted twice", 0, 3, false, "here and there")],
            Inputs = [new InputRecord("name\nwith\tcontrols", long.MaxValue, new string('0', 64), 0, 0, "layout", "note")],
        };
        var read = CertificateStatement.Parse(statement.ToUtf8());
        Assert.Equal(statement.ToUtf8(), read.ToUtf8());
        Assert.Equal(statement.Replaces, read.Replaces);
        Assert.Equal(statement.Inputs, read.Inputs);
        Assert.Equal(statement.Warnings, read.Warnings);
        Assert.Equal(statement.Laws, read.Laws);
        Assert.Equal(statement.Checks, read.Checks);
        Assert.Equal(statement.CertifiedDigest, read.CertifiedDigest);
    }

    [Fact]
    public void The_run_is_beside_what_is_certified()
    {
        var statement = day.Statement();
        var other = statement with { Run = [new("threads", "77")] };
        Assert.Equal(statement.CertifiedDigest, other.CertifiedDigest);
        Assert.NotEqual(statement.ToUtf8(), other.ToUtf8());
        Assert.NotEqual(statement.CertifiedDigest, (statement with { Subjects = [] }).CertifiedDigest);
        Assert.Equal(["duckdb", "engine", "finished", "machine", "memory-limit", "pseudonym-key", "runtime", "seconds", "spilled-bytes", "threads"], statement.Run.Select(pair => pair.Key));
    }

    [Fact]
    public void What_is_missing_too_much_or_of_another_type_is_refused_where_it_stands()
    {
        foreach (var (said, broken) in Broken(day.Statement() with { Replaces = new Replacement(new string('a', 64), "") }))
        {
            var error = Assert.Throws<EngineException>(() => CertificateStatement.Parse(CanonicalJson.Write(broken)));
            Assert.Equal(ErrorId.DamagedCertificate, error.Id);
            Assert.Contains(said, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_answer_in_another_shape_is_no_certificate()
    {
        foreach (var json in new[] { "{}", "[]", "1", """{"_type":"https://in-toto.io/Statement/v1"}""", """{"_type":1}""" })
        {
            Assert.Equal(ErrorId.DamagedCertificate, Assert.Throws<EngineException>(() => CertificateStatement.Parse(Encoding.UTF8.GetBytes(json))).Id);
        }
    }

    private static IEnumerable<(string Said, JsonNode Broken)> Broken(CertificateStatement statement)
    {
        (string Said, Action<JsonNode> Break)[] all =
        [
            ("in-toto", root => root["_type"] = "https://in-toto.io/Statement/v0.1"),
            ("version", root => root["predicateType"] = "urn:dnma-engine:certificate:2"),
            ("statement has a member", root => root["more"] = 1),
            ("subject[0].digest.sha256", root => root["subject"]![0]!["digest"]!["sha256"] = "AB"),
            ("subject[0].annotations.bytes", root => root["subject"]![0]!["annotations"]!["bytes"] = -1),
            ("subject[0] has no \"name\"", root => root["subject"]![0]!.AsObject().Remove("name")),
            ("predicate has a member", root => root["predicate"]!["extra"] = "x"),
            ("certified has no \"laws\"", root => root["predicate"]!["certified"]!.AsObject().Remove("laws")),
            ("laws[0].holds", root => root["predicate"]!["certified"]!["laws"]![0]!["holds"] = "yes"),
            ("laws[0].expected", root => root["predicate"]!["certified"]!["laws"]![0]!["expected"] = "12"),
            ("ledger.read", root => root["predicate"]!["certified"]!["ledger"]!["read"] = "many"),
            ("ledger.visits has a member", root => root["predicate"]!["certified"]!["ledger"]!["visits"]!["more"] = 0),
            ("excluded.robot", root => root["predicate"]!["certified"]!["ledger"]!["excluded"]!["robot"] = true),
            ("definition.norm", root => root["predicate"]!["certified"]!["definition"]!["norm"] = 7),
            ("warnings", root => root["predicate"]!["certified"]!["warnings"] = new JsonArray(1)),
            ("replaces has no \"reason\"", root => root["predicate"]!["replaces"]!.AsObject().Remove("reason")),
            ("checks[0] is no object", root => root["predicate"]!["checks"] = new JsonArray(1)),
            ("predicate has no \"checks\"", root => root["predicate"]!.AsObject().Remove("checks")),
            ("run is no object", root => root["predicate"]!["run"] = new JsonArray()),
        ];
        foreach (var (said, change) in all)
        {
            var root = JsonNode.Parse(statement.ToUtf8())!;
            change(root);
            yield return (said, root);
        }
    }
}
