using System.Security.Cryptography;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Certification.Verification;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Measurements;

namespace Dnma.Engine.Tests.Certification;

/// <summary>
/// A forger who rewrites the certificate as well, digests and all: without the private key, what he changes breaks a law or does not follow from the figures;
/// and whatever he does, it is not signed.
/// </summary>
public sealed class ForgeryTest(PublishedDay day) : IClassFixture<PublishedDay>
{
    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("sub/file")]
    [InlineData("sub\\file")]
    [InlineData("C:evil")]
    [InlineData("rates.csv\0")]
    [InlineData("rates.csv\n")]
    [InlineData(".hidden")]
    [InlineData("")]
    public async Task A_name_does_not_lead_out_of_the_folder(string name)
    {
        using var folder = day.Copy();
        File.WriteAllText(Path.Combine(folder.Path, ".hidden"), "x");
        var report = await Forge(folder, statement => statement with { Subjects = [.. statement.Subjects, new PublishedFile(name, 1, Convert.ToHexStringLower(SHA256.HashData("x"u8)))] });
        Assert.Contains(report.Findings, finding => finding == new VerificationFinding("subject", "is no name of a file in the folder"));
    }

    [Fact]
    public async Task A_file_is_certified_once_and_the_certificate_not_by_itself()
    {
        using var folder = day.Copy();
        var twice = await Forge(folder, statement => statement with { Subjects = [.. statement.Subjects, statement.Subjects[0]] });
        Assert.Contains(twice.Findings, finding => finding.Problem == "is named twice");
        var itself = await Forge(folder, statement => statement with { Subjects = [.. statement.Subjects, new PublishedFile("certificate.json", 1, new string('0', 64))] });
        Assert.Contains(itself.Findings, finding => finding.Problem == "cannot be certified by itself");
        var less = await Forge(folder, statement => statement with { Subjects = [.. statement.Subjects.Where(file => file.Name != "events.csv")] });
        Assert.Contains(less.Findings, finding => finding.Artifact == "events.csv");
    }

    [Fact]
    public async Task A_ledger_that_was_touched_breaks_its_law()
    {
        await AssertBroken("law read-is-rejected-merged-accepted", statement => statement with { Ledger = statement.Ledger with { Read = statement.Ledger.Read + 1 } });
        await AssertBroken("law read-is-rejected-merged-accepted", statement => statement with { Ledger = statement.Ledger with { Rejected = More(statement.Ledger.Rejected) } });
        await AssertBroken("law accepted-is-excluded-and-visited", statement => statement with { Ledger = statement.Ledger with { Excluded = More(statement.Ledger.Excluded) } });
        await AssertBroken("law qualified-is-accepted-less-excluded", statement => statement with { Ledger = statement.Ledger with { Qualified = statement.Ledger.Qualified - 1 } });
        await AssertBroken("law visits-are-closed", Visits(visits => visits with { ClosedBy = More(visits.ClosedBy) }));
        await AssertBroken("law visits-are-indicated", Visits(visits => visits with { Counted = visits.Counted + 1 }));
        await AssertBroken("law hits-are-indicated", Visits(visits => visits with { CountedHits = visits.CountedHits + 1 }));
        await AssertBroken("ledger", statement => statement with { Ledger = statement.Ledger with { Accepted = long.MaxValue, Merged = long.MaxValue } });
    }

    [Fact]
    public async Task Words_of_the_certificate_that_were_touched_are_named()
    {
        await AssertBroken("law row-is-sane", Law("row-is-sane", law => law with { Statement = "all is well" }));
        await AssertBroken("indicators", statement => statement with { Indicators = [.. statement.Indicators.Select(indicator => indicator with { Additivity = "over-visits" })] });
        await AssertBroken("controls.csv", statement => statement with { Controls = [.. statement.Controls.Where(control => control.Findings == 0)] });
    }

    /// <summary>Whoever chooses names may choose those of others, or such as write on a reader's screen.</summary>
    [Fact]
    public async Task Names_of_any_kind_are_only_names()
    {
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma");
        using var folder = day.Copy();
        var forged = day.Statement() with { Coverage = [new LedgerLine("establishments", 1), new LedgerLine("read", 1)] };
        File.WriteAllBytes(Path.Combine(folder.Path, CertificateStatement.FileName), forged.ToUtf8());
        var report = await CertificateVerifier.VerifyAsync(
            folder.Path, new VerificationRequest { Inputs = PublishedDay.Inputs, Annuaire = definition.Annuaire }, null, TestContext.Current.CancellationToken);
        Assert.Contains(report.Findings, finding => finding.Artifact == "ledger coverage read");
        await AssertBroken("law x?[2K?Sound?", statement => statement with { Laws = [.. statement.Laws, new ConservationLaw("x\u001b[2K\rSound\u2028", "", 1, 1, true)] });
    }

    [Fact]
    public async Task A_definition_beyond_all_measure_is_named()
    {
        foreach (var (name, value) in new[] { ("norm-inactivity-ms", "9223372036854775807"), ("norm-duration", "99"), ("time-zone", "Mars/Utopia"), ("from", "never"), ("asked-from", "2022") })
        {
            using var folder = day.Copy();
            var forged = day.Statement() with { Definition = [.. day.Statement().Definition.Select(pair => pair.Key == name ? new(name, value) : pair)] };
            File.WriteAllBytes(Path.Combine(folder.Path, CertificateStatement.FileName), forged.ToUtf8());
            var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma");
            var report = await CertificateVerifier.VerifyAsync(
                folder.Path, new VerificationRequest { Inputs = PublishedDay.Inputs, Annuaire = definition.Annuaire }, null, TestContext.Current.CancellationToken);
            Assert.Contains(report.Findings, finding => finding.Artifact is "definition" or "inputs" || finding.Artifact.StartsWith("certificate", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("all,2022-09-05,establishment,", ",profile,", "has no profile")]
    [InlineData("week,2022-09-05,academy,", "", "has no row, and the nation has visits")]
    public async Task Rows_that_were_left_out_are_missed(string rows, string dimension, string said)
    {
        using var folder = day.Copy();
        var path = Path.Combine(folder.Path, "indicators.csv");
        var lines = File.ReadAllLines(path);
        File.WriteAllText(path, string.Concat(lines.Where(line => !(line.StartsWith(rows, StringComparison.Ordinal) && line.Contains(dimension, StringComparison.Ordinal))).Select(line => line + "\n")));
        Assert.Contains((await Forge(folder, Rehash(folder))).Findings, finding => finding.Problem.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    public async Task A_table_that_others_would_read_otherwise_is_refused(string end)
    {
        using var folder = day.Copy();
        var path = Path.Combine(folder.Path, "indicators.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n", end, StringComparison.Ordinal));
        Assert.Contains((await Forge(folder, Rehash(folder))).Findings, finding => finding.Artifact == "indicators.csv");
    }

    [Fact]
    public async Task A_file_of_nothing_but_line_feeds_or_of_nothing_is_refused()
    {
        using var folder = day.Copy();
        var path = Path.Combine(folder.Path, "indicators.csv");
        File.WriteAllText(path, new string('\n', 10_000_000));
        Assert.Contains((await Forge(folder, Rehash(folder))).Findings, finding => finding.Artifact == "indicators.csv");
        File.WriteAllText(path, "");
        Assert.Contains((await Forge(folder, Rehash(folder))).Findings, finding => finding == new VerificationFinding("indicators.csv", "is empty, or no regular file"));
    }

    [Fact]
    public async Task A_law_that_is_hidden_made_up_or_broken_is_named()
    {
        await AssertBroken("law row-is-sane", statement => statement with { Laws = [.. statement.Laws.Where(law => law.Id != "row-is-sane")] });
        await AssertBroken("law all-is-well", statement => statement with { Laws = [.. statement.Laws, new ConservationLaw("all-is-well", "all is well", 1, 1, true)] });
        await AssertBroken("law row-is-sane", statement => statement with { Laws = [.. statement.Laws, statement.Laws.Single(law => law.Id == "row-is-sane")] });
        await AssertBroken("law row-is-sane", Law("row-is-sane", law => law with { Holds = false, Detail = "somewhere" }));
        await AssertBroken("law parts-are-totals", Law("parts-are-totals", law => law with { Actual = law.Actual + 1, Expected = law.Expected + 1 }));
        await AssertBroken("law visits-are-closed", Law("visits-are-closed", law => law with { Actual = law.Actual + 1, Expected = law.Expected + 1 }));
    }

    [Fact]
    public async Task A_recount_that_differed_is_named() => await AssertBroken(
        "check recount-agrees", statement => statement with { Checks = [new ConservationLaw("recount-agrees", "counted twice", 0, 3, false, "here and there")] });

    [Fact]
    public async Task Findings_that_were_hidden_are_named() => await AssertBroken(
        "controls.csv", statement => statement with { Controls = [.. statement.Controls.Select(control => control with { Findings = 0 })] });

    [Fact]
    public async Task A_perimeter_that_was_touched_is_named()
    {
        await AssertBroken("perimeter", statement => statement with { Perimeter = statement.Perimeter with { Establishments = 21 } });
        await AssertBroken("perimeter", statement => statement with { Perimeter = statement.Perimeter with { Sha256 = new string('0', 64) } });
    }

    /// <summary>A figure that nothing else follows from is as its file says: that is what the laws, and in the end the inputs, are for.</summary>
    [Theory]
    [InlineData("week,2022-09-05,national,FR,total,total,", "law ")]
    [InlineData("all,2022-09-05,national,FR,total,total,", "law ")]
    [InlineData("day,2022-09-05,national,FR,profile,eleve,", "law parts-are-totals")]
    [InlineData("week,2022-09-05,establishment,", "law ")]
    public async Task A_cell_that_was_touched_breaks_a_law(string row, string artifact)
    {
        using var folder = day.Copy();
        Alter(folder, "indicators.csv", row, fields => fields[6] = $"{int.Parse(fields[6]) + 1}");
        Assert.Contains((await Forge(folder, Rehash(folder))).Findings, finding => finding.Artifact.StartsWith(artifact, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rates.csv", ',')]
    [InlineData("fr-en-dnma-par-uai-profils.csv", ';')]
    [InlineData("fr-en-dnma-par-uai-services.csv", ';')]
    [InlineData("fr-en-dnma-par-uai-appareils.csv", ';')]
    [InlineData("fr-en-dnma-par-uai-profils-appareils.csv", ';')]
    public async Task A_derived_figure_that_was_touched_does_not_follow(string name, char separator)
    {
        using var folder = day.Copy();
        Alter(folder, name, name == "rates.csv" ? "all," : "2022-09-05", fields => fields[^(name == "rates.csv" ? 1 : 9)] += "1", separator);
        Assert.Contains((await Forge(folder, Rehash(folder))).Findings, finding => finding.Artifact == name);
    }

    [Theory]
    [InlineData("events.csv", ',')]
    [InlineData("rejects.csv", ',')]
    public async Task What_follows_from_nothing_is_found_from_the_inputs(string name, char separator)
    {
        using var folder = day.Copy();
        Alter(folder, name, "", fields => fields[^1] += "1", separator, line: 1);
        Assert.Empty((await Forge(folder, statement => Readable(folder, Rehash(folder)(statement)))).Findings);
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma");
        var report = await CertificateVerifier.VerifyAsync(
            folder.Path, new VerificationRequest { Inputs = PublishedDay.Inputs, Annuaire = definition.Annuaire }, null, TestContext.Current.CancellationToken);
        Assert.Contains(report.Findings, finding => finding.Artifact == name);
    }

    [Fact]
    public async Task What_people_read_must_be_what_is_certified()
    {
        using var folder = day.Copy();
        var path = Path.Combine(folder.Path, "certificate.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace("Hits acceptés", "Hits admis", StringComparison.Ordinal));
        Assert.Contains((await Forge(folder, Rehash(folder))).Findings, finding => finding.Artifact == "certificate.md");
    }

    private static Func<CertificateStatement, CertificateStatement> Visits(Func<CertifiedVisits, CertifiedVisits> change) =>
        statement => statement with { Ledger = statement.Ledger with { Visits = change(statement.Ledger.Visits) } };

    private static Func<CertificateStatement, CertificateStatement> Law(string id, Func<ConservationLaw, ConservationLaw> change) =>
        statement => statement with { Laws = [.. statement.Laws.Select(law => law.Id == id ? change(law) : law)] };

    private static IReadOnlyList<LedgerLine> More(IReadOnlyList<LedgerLine> lines) => [lines[0] with { Count = lines[0].Count + 1 }, .. lines.Skip(1)];

    /// <summary>The certificate of a folder as its files are now.</summary>
    private static Func<CertificateStatement, CertificateStatement> Rehash(TemporaryFolder folder) => statement => statement with
    {
        Subjects =
        [
            .. statement.Subjects.Select(file => File.ReadAllBytes(Path.Combine(folder.Path, file.Name)) is var bytes
                ? new PublishedFile(file.Name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))
                : file),
        ],
    };

    /// <summary>A careful forger's: what people read is written anew as well.</summary>
    private static CertificateStatement Readable(TemporaryFolder folder, CertificateStatement statement)
    {
        File.WriteAllBytes(Path.Combine(folder.Path, CertificateMarkdown.FileName), CertificateMarkdown.Write(statement));
        return Rehash(folder)(statement);
    }

    private static void Alter(TemporaryFolder folder, string name, string row, Action<string[]> alter, char separator = ',', int line = -1)
    {
        var path = Path.Combine(folder.Path, name);
        var lines = File.ReadAllText(path).Split('\n');
        var index = line >= 0 ? line : Array.FindIndex(lines, text => text.StartsWith(row, StringComparison.Ordinal));
        var fields = lines[index].Split(separator);
        alter(fields);
        lines[index] = string.Join(separator, fields);
        File.WriteAllText(path, string.Join('\n', lines));
    }

    private async Task AssertBroken(string artifact, Func<CertificateStatement, CertificateStatement> forge)
    {
        using var folder = day.Copy();
        Assert.Contains((await Forge(folder, forge)).Findings, finding => finding.Artifact == artifact);
    }

    /// <summary>Writes a forged certificate in a folder, and verifies it: with the key, to see that it is not signed, and without.</summary>
    private async Task<VerificationReport> Forge(TemporaryFolder folder, Func<CertificateStatement, CertificateStatement> forge)
    {
        File.WriteAllBytes(Path.Combine(folder.Path, CertificateStatement.FileName), forge(day.Statement()).ToUtf8());
        using var key = VerificationKey.FromPem(day.PublicKey);
        var withKey = await CertificateVerifier.VerifyAsync(folder.Path, new VerificationRequest { Key = key }, null, TestContext.Current.CancellationToken);
        Assert.Contains(withKey.Findings, finding => finding == new VerificationFinding("signature", "what is signed is not certificate.json"));
        var envelope = Path.Combine(folder.Path, DsseEnvelope.FileName);
        var signed = File.ReadAllBytes(envelope);
        File.Delete(envelope);
        var report = await CertificateVerifier.VerifyAsync(folder.Path, cancellationToken: TestContext.Current.CancellationToken);
        File.WriteAllBytes(envelope, signed);
        return report;
    }
}
