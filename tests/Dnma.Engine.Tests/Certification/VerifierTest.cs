using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Certification.Verification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Measurements;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Certification;

/// <summary>One altered byte anywhere names the artifact that broke; a key, the inputs and other certificates are held against what they should be.</summary>
public sealed class VerifierTest(PublishedDay day) : IClassFixture<PublishedDay>
{
    [Fact]
    public async Task What_was_published_is_sound()
    {
        using var folder = day.Copy();
        var report = await Verify(folder);
        Assert.Empty(report.Findings);
        string[] checks =
        [
            "the signature is that of key ", "the certificate is as it was written", "12 files have the bytes", "indicators.csv is as the engine writes it",
            "every territory with visits has all dimensions", "the laws hold in the ", "rates.csv follows", "20 establishments were",
            "fr-en-dnma-par-uai-profils.csv follows", "fr-en-dnma-par-uai-services.csv follows", "fr-en-dnma-par-uai-appareils.csv follows",
            "fr-en-dnma-par-uai-profils-appareils.csv follows", "5 findings of 49 controls are listed",
        ];
        Assert.Equal(checks.Length, report.Checked.Count);
        Assert.All(checks.Zip(report.Checked), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(["the figures against the inputs: none is at hand"], report.Unchecked);
    }

    [Fact]
    public async Task One_altered_byte_of_any_file_names_it()
    {
        using var folder = day.Copy();
        foreach (var path in Directory.EnumerateFiles(folder.Path).Where(path => !path.Contains("certificate.json", StringComparison.Ordinal) && !path.Contains("dsse", StringComparison.Ordinal)).ToArray())
        {
            var bytes = File.ReadAllBytes(path);
            foreach (var index in new[] { 0, bytes.Length / 2, bytes.Length - 1 })
            {
                var altered = (byte[])bytes.Clone();
                altered[index] ^= 1;
                File.WriteAllBytes(path, altered);
                Assert.Contains((await Verify(folder)).Findings, finding => finding.Artifact == Path.GetFileName(path));
            }

            File.WriteAllBytes(path, bytes);
        }
    }

    /// <summary>Without any key: whatever byte of the certificate is altered, it is seen to be no longer what was written.</summary>
    [Fact]
    public void One_altered_byte_of_the_certificate_is_seen()
    {
        var bytes = day.Statement().ToUtf8();
        for (var index = 0; index < bytes.Length; index++)
        {
            var altered = (byte[])bytes.Clone();
            altered[index] ^= (byte)(1 << (index % 8));
            var error = Assert.Throws<EngineException>(() => CertificateStatement.Parse(altered));
            Assert.Equal(ErrorId.DamagedCertificate, error.Id);
        }
    }

    [Fact]
    public void A_certificate_that_is_cut_is_seen()
    {
        var bytes = day.Statement().ToUtf8();
        for (var length = 0; length < bytes.Length; length += 7)
        {
            Assert.Throws<EngineException>(() => CertificateStatement.Parse(bytes.AsSpan(0, length)));
        }
    }

    /// <summary>With the key: whatever byte of the envelope is altered.</summary>
    [Fact]
    public async Task One_altered_byte_of_the_envelope_is_seen()
    {
        using var folder = day.Copy();
        var path = Path.Combine(folder.Path, DsseEnvelope.FileName);
        var bytes = File.ReadAllBytes(path);
        for (var index = 0; index < bytes.Length; index += 37)
        {
            var altered = (byte[])bytes.Clone();
            altered[index] ^= 1;
            File.WriteAllBytes(path, altered);
            var findings = (await Verify(folder)).Findings;
            Assert.True(findings.Any(finding => finding.Artifact is "signature" or DsseEnvelope.FileName), $"byte {index}");
        }
    }

    [Fact]
    public async Task A_signature_of_another_key_is_none_and_without_a_key_it_is_not_checked()
    {
        using var folder = day.Copy();
        using var stranger = VerificationKey.FromPem(KeyPair.Make("ecdsa").Public);
        using var other = VerificationKey.FromPem(KeyPair.Make("rsa").Public);
        foreach (var key in new[] { stranger, other })
        {
            Assert.Equal("signature", Assert.Single((await CertificateVerifier.VerifyAsync(folder.Path, new VerificationRequest { Key = key }, null, Stop)).Findings).Artifact);
        }

        var unchecked_ = await CertificateVerifier.VerifyAsync(folder.Path, cancellationToken: Stop);
        Assert.Empty(unchecked_.Findings);
        Assert.Contains(unchecked_.Unchecked, line => line.Contains("give that public key", StringComparison.Ordinal));

        File.Delete(Path.Combine(folder.Path, DsseEnvelope.FileName));
        Assert.Contains("missing", Assert.Single((await Verify(folder)).Findings).Problem, StringComparison.Ordinal);
        Assert.Contains("the certificate is not signed", (await CertificateVerifier.VerifyAsync(folder.Path, cancellationToken: Stop)).Unchecked);
    }

    [Fact]
    public async Task Files_that_are_swapped_linked_or_missing_are_named()
    {
        using var folder = day.Copy();
        string In(string name) => Path.Combine(folder.Path, name);
        File.Move(In("rates.csv"), In("x"));
        File.Move(In("events.csv"), In("rates.csv"));
        File.Move(In("x"), In("events.csv"));
        File.Delete(In("rejects.csv"));
        File.Move(In("dashboard.html"), In("elsewhere"));
        File.CreateSymbolicLink(In("dashboard.html"), In("elsewhere"));
        var report = await Verify(folder);
        Assert.Equal(["dashboard.html", "events.csv", "rates.csv", "rejects.csv"], report.Findings.Select(finding => finding.Artifact).Order(StringComparer.Ordinal));
        Assert.Contains("is a link", report.Findings.Single(finding => finding.Artifact == "dashboard.html").Problem, StringComparison.Ordinal);
        Assert.Contains("is missing", report.Findings.Single(finding => finding.Artifact == "rejects.csv").Problem, StringComparison.Ordinal);
        Assert.Contains("elsewhere is not a file of this certificate", report.Unchecked);
    }

    [Fact]
    public async Task The_inputs_under_other_names_give_the_same_files()
    {
        using var folder = day.Copy();
        using var elsewhere = new TemporaryFolder();
        var input = Path.Combine(elsewhere.Path, "renamed");
        File.Copy(PublishedDay.Inputs.Single(), input);
        var report = await VerifyFrom(folder, input);
        Assert.Empty(report.Findings);
        Assert.Contains("measured again, the inputs give the same files", report.Checked);

        // The annuaire is an input as well.
        var without = await CertificateVerifier.VerifyAsync(folder.Path, new VerificationRequest { Inputs = [input] }, null, Stop);
        Assert.Equal("definition annuaire", Assert.Single(without.Findings).Artifact);

        var bytes = File.ReadAllBytes(input);
        bytes[^1] ^= 1;
        File.WriteAllBytes(input, bytes);
        Assert.StartsWith("input ", Assert.Single((await VerifyFrom(folder, input)).Findings).Artifact, StringComparison.Ordinal);
    }

    /// <summary>What was checked is not said to be unchecked, nor the other way round.</summary>
    [Fact]
    public async Task A_recount_is_checked_where_it_is_asked_for_and_nowhere_else()
    {
        using var folder = new TemporaryFolder();
        var input = folder.Write("h.csv", "instant,visitor\n2022-09-05T10:00:00Z,a\n"u8);
        var published = Path.Combine(folder.Path, "out");
        await using var engine = AudienceEngine.Create(options => options with { Recount = RecountScope.Full });
        _ = await (await engine.MeasureAsync(HitLog.Files(input), cancellationToken: Stop)).PublishAsync(published, Stop);
        var again = new EngineOptions { Recount = RecountScope.Full };
        foreach (var (request, isRecounted) in new[]
        {
            (new VerificationRequest(), false),
            (new VerificationRequest { Inputs = [input] }, false),
            (new VerificationRequest { Inputs = [input], Engine = again }, true),
            (new VerificationRequest { Inputs = [Path.Combine(published, "indicators.csv")], Engine = again }, false),
        })
        {
            var report = await CertificateVerifier.VerifyAsync(published, request, null, Stop);
            Assert.Equal(isRecounted, report.Checked.Any(line => line.EndsWith("their figures are the same in SQL", StringComparison.Ordinal)));
            Assert.Equal(!isRecounted, report.Unchecked.Any(line => line.StartsWith("the recount", StringComparison.Ordinal)));
        }
    }

    /// <summary>Open ends are those of visits; a click that none of them holds may lie beyond, and is an event of the log all the same.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("2022-09-07", null)]
    [InlineData(null, "2022-09-01")]
    [InlineData("2022-09-06", "2022-09-08")]
    public async Task Days_are_asked_for_again_as_they_were(string? from, string? to)
    {
        using var folder = new TemporaryFolder();
        var input = folder.Write("h.csv", "instant,visitor,kind,page\n2022-09-05T10:00:00Z,a,page,/\n2022-09-06T00:00:01Z,b,click,x\n"u8);
        var published = Path.Combine(folder.Path, "out");
        var definition = new MeasurementDefinition { From = DayOf(from), To = DayOf(to) };
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(input), definition, cancellationToken: Stop);
        _ = await measurement.PublishAsync(published, Stop);
        var report = await CertificateVerifier.VerifyAsync(published, new VerificationRequest { Inputs = [input] }, null, Stop);
        Assert.Empty(report.Findings);
        Assert.Contains("measured again, the inputs give the same files", report.Checked);

        static DateOnly? DayOf(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_hides_no_finding()
    {
        using var folder = day.Copy();
        File.Delete(Path.Combine(folder.Path, "rates.csv"));
        Assert.Equal(["rates.csv", "inputs"], (await VerifyFrom(folder, Path.Combine(folder.Path, "nowhere"))).Findings.Select(finding => finding.Artifact));
    }

    [Fact]
    public async Task What_is_no_measurement_is_an_error_of_the_caller()
    {
        using var folder = new TemporaryFolder();
        var error = await Assert.ThrowsAsync<EngineException>(() => CertificateVerifier.VerifyAsync(folder.Path, cancellationToken: Stop));
        Assert.Equal(ErrorId.UnreadableInput, error.Id);
        File.WriteAllText(Path.Combine(folder.Path, CertificateStatement.FileName), "{}");
        Assert.Equal(CertificateStatement.FileName, Assert.Single((await CertificateVerifier.VerifyAsync(folder.Path, cancellationToken: Stop)).Findings).Artifact);
    }

    /// <summary>Other measurements than that of one day: all norms' fixtures, restricted periods and levels, nothing to count.</summary>
    [Theory]
    [InlineData("measure/demo-week", "week", "establishment")]
    [InlineData("measure/demo-week", "day", "national,academy")]
    [InlineData("visits/boundary-midnight", "", "")]
    [InlineData("indicators/edge-labels", "", "")]
    [InlineData("indicators/boundary-range", "", "")]
    [InlineData("ingest/edge-header-only", "", "")]
    [InlineData("qualification/demo-exclusions", "", "")]
    public async Task Every_kind_of_measurement_verifies(string id, string periods, string levels)
    {
        var fixture = FixtureCatalogue.Get(id);
        foreach (var norm in fixture.Runs.Select(run => run.Norm))
        {
            using var folder = new TemporaryFolder();
            var definition = await GoldenTest.DefinitionOf(fixture, norm);
            definition = definition with
            {
                Periods = periods.Length > 0 ? IndicatorCodes.PeriodsOf(periods) : definition.Periods,
                Levels = levels.Length > 0 ? IndicatorCodes.LevelsOf(levels) : definition.Levels,
            };
            string[] inputs = [.. fixture.Inputs.Select(input => fixture.PathOf(input.Path))];
            await using var engine = AudienceEngine.Create();
            var measurement = await engine.MeasureAsync(HitLog.Files(inputs), definition, cancellationToken: Stop);
            _ = await measurement.PublishAsync(folder.Path, Stop);
            var report = await CertificateVerifier.VerifyAsync(
                folder.Path, new VerificationRequest { Inputs = inputs, Annuaire = definition.Annuaire, Structures = definition.Structures }, null, Stop);
            Assert.Empty(report.Findings);
            Assert.Contains("measured again, the inputs give the same files", report.Checked);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<VerificationReport> Verify(TemporaryFolder folder)
    {
        using var key = VerificationKey.FromPem(day.PublicKey);
        return await CertificateVerifier.VerifyAsync(folder.Path, new VerificationRequest { Key = key }, null, Stop);
    }

    private static async Task<VerificationReport> VerifyFrom(TemporaryFolder folder, string input)
    {
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma");
        return await CertificateVerifier.VerifyAsync(folder.Path, new VerificationRequest { Inputs = [input], Annuaire = definition.Annuaire }, null, Stop);
    }
}
