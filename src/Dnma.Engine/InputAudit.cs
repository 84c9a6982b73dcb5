using System.Security.Cryptography;
using Dnma.Engine.Certification.Comparison;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Certification.Verification;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Reports;

namespace Dnma.Engine;

/// <summary>Whether the inputs at hand are those that were measured, and whether measuring them again gives the same files. Used once.</summary>
internal sealed class InputAudit(CertificateStatement statement, VerificationRequest request, VerificationReport report)
{
    public async Task RunAsync(IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        HitLog? log = null;
        await report.CheckAsync($"{statement.Inputs.Count} inputs have the bytes that were read", async () =>
        {
            try
            {
                log = await FindAsync(cancellation).ConfigureAwait(false);
            }
            catch (EngineException error)
            {
                report.Find("inputs", error.Message);
            }
        }).ConfigureAwait(false);
        if (log is null)
        {
            report.Leave("the figures: they are measured again only from all of the inputs");
            return;
        }

        try
        {
            var definition = CertifiedDefinition.Restore(statement.Definition, request);
            var differences = DifferencesOf(definition);
            foreach (var difference in differences)
            {
                report.Find($"definition {difference.Name}", $"{Shown(difference.Left)} was certified, here it is {Shown(difference.Right)}");
            }

            if (differences.Count == 0)
            {
                await report.CheckAsync(
                    request.Engine.Recount == RecountScope.None
                        ? "measured again, the inputs give the same files"
                        : "measured again, the inputs give the same files, and their figures are the same in SQL",
                    () => MeasureAsync(log.As(request.Format), definition, progress, cancellation)).ConfigureAwait(false);
            }
        }
        catch (FormatException error)
        {
            report.Find("definition", error.Message);
        }
        catch (EngineException error)
        {
            report.Find("inputs", $"they cannot be measured again: {error.Message}");
        }
        catch (Exception error) when (error is OverflowException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            // A definition beyond all measure, or a temporary folder that cannot be had.
            report.Find("inputs", $"they cannot be measured again ({error.GetType().Name})");
        }
    }

    /// <summary>The certified inputs among those at hand, known by their bytes; null where one is missing.</summary>
    private async Task<HitLog?> FindAsync(CancellationToken cancellation)
    {
        var byDigest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in HitLog.Files(request.Inputs).Resolve())
        {
            byDigest[await DigestOfAsync(input.FilePath!, cancellation).ConfigureAwait(false)] = input.FilePath!;
        }

        foreach (var input in statement.Inputs.Where(input => !byDigest.ContainsKey(input.Sha256)))
        {
            report.Find($"input {input.Name}", "no file at hand has the bytes that were read");
        }

        return statement.Inputs.All(input => byDigest.ContainsKey(input.Sha256))
            ? HitLog.Named(statement.Inputs.Select(input => (input.Name, byDigest[input.Sha256])))
            : null;
    }

    private static async Task<string> DigestOfAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
            await using (stream.ConfigureAwait(false))
            {
                return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "the input cannot be read", "check that it exists and may be read", error);
        }
    }

    /// <summary>What this engine would certify otherwise: references that are not at hand, vocabularies and rules of another version.</summary>
    private IReadOnlyList<ValueDifference> DifferencesOf(MeasurementDefinition definition) => ValueDifference.Between(
        statement.Definition.Where(pair => !IsMeasured(pair.Key)),
        CertifiedDefinition.Of(definition, range: null).Where(pair => !IsMeasured(pair.Key)));

    /// <summary>What is known only when the log was measured again; it is held against the certificate then.</summary>
    private static bool IsMeasured(string name) => name is "from" or "to-exclusive";

    private async Task MeasureAsync(HitLog log, MeasurementDefinition definition, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(request.Engine.TemporaryFolder, $"dnma-verify-{Path.GetRandomFileName()}"));
        try
        {
            // Not waited for: who cancelled it would wait for what it leaves.
            using var engine = AudienceEngine.Create(_ => request.Engine);
            var measurement = await engine.MeasureAsync(log, definition, progress, cancellation).ConfigureAwait(false);
            var options = new PublicationOptions { Replaces = statement.Replaces, HasCoverage = statement.Subjects.Any(file => file.Name == CoverageCsv.FileName) };
            await measurement.PublishAsync(folder.FullName, options, cancellation).ConfigureAwait(false);
            report.IsRecounted = measurement.Recount is not null;
            if (measurement.Recount is { Agrees: false } recount)
            {
                report.Find("recount", $"{recount.Differing} of {recount.Cells} figures are others in SQL, the first: {recount.Differences[0]}");
            }

            var again = await CertificateStatement.ReadAsync(Path.Combine(folder.FullName, CertificateStatement.FileName), cancellation).ConfigureAwait(false);
            Compare(CertificateComparison.Of(statement, again));
            if (again.CertifiedDigest != statement.CertifiedDigest)
            {
                report.Find(CertificateStatement.FileName, "measured again, something else is certified");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Compare(CertificateComparison comparison)
    {
        foreach (var difference in comparison.Ledger)
        {
            report.Find($"ledger {difference.Name}", $"{Shown(difference.Left)} was certified, measured again it is {Shown(difference.Right)}");
        }

        foreach (var difference in comparison.Files)
        {
            report.Find(difference.Name, "measured again from the inputs, it has other bytes");
        }
    }

    private static string Shown(string value) => value.Length > 0 ? $"\"{value}\"" : "nothing";
}
