using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Certification.Verification;
using Dnma.Engine.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dnma.Engine;

/// <summary>
/// Checks published figures without trusting whoever published them: files against the certificate, the certificate against the laws and its signature,
/// and, with the inputs at hand, everything against a measurement of one's own. Thread safe.
/// </summary>
/// <example>
/// <code>
/// using var key = VerificationKey.FromFile("dnma.pub.pem");
/// var report = await CertificateVerifier.VerifyAsync("out", new VerificationRequest { Key = key });
/// foreach (var finding in report.Findings) Console.WriteLine(finding);
/// </code>
/// </example>
public static class CertificateVerifier
{
    /// <summary>Verifies the files of a folder.</summary>
    /// <param name="folder">What <see cref="Measurement.PublishAsync(string, CancellationToken)"/> wrote.</param>
    /// <param name="request">What is at hand; null for the files alone.</param>
    /// <param name="progress">Is told how far a measurement from the inputs has come.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was checked and what does not hold. A damaged certificate is a finding, not an error.</returns>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the folder holds no certificate, or it or an input cannot be read. Errors of a measurement from the inputs are
    /// findings.
    /// </exception>
    public static Task<VerificationReport> VerifyAsync(
        string folder, VerificationRequest? request = null, IProgress<MeasurementProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return Task.Run(
            () => OperationTrace.RunAsync(
                "verify", NullLogger.Instance, TimeProvider.System, trace => RunAsync(folder, request ?? new VerificationRequest(), trace, progress, cancellationToken), cancellationToken),
            cancellationToken);
    }

    private static async Task<VerificationReport> RunAsync(
        string folder, VerificationRequest request, OperationTrace trace, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        var report = new VerificationReport();
        var bytes = Read(Path.Combine(folder, CertificateStatement.FileName));
        EnvelopeAudit.Run(folder, bytes, request.Key, report);
        try
        {
            report.Statement = CertificateStatement.Parse(bytes);
        }
        catch (EngineException error)
        {
            report.Find(error.Subject, error.Message[(error.Subject.Length + 2)..]);
            report.Leave("anything else: the certificate cannot be read");
            return report;
        }

        var statement = report.Statement;
        report.Check("the certificate is as it was written, and its ledger adds up", () => StatementAudit.Run(statement, report));
        var sound = trace.Stage("check_files", () =>
        {
            IReadOnlySet<string> sound = new HashSet<string>();
            report.Check($"{statement.Subjects.Count} files have the bytes that were certified", () => sound = SubjectAudit.Run(folder, statement, report, cancellation));
            return sound;
        });
        trace.Stage("check_tables", () => new TableAudit(folder, statement, sound, report, cancellation).Run());
        if (request.Inputs.Count == 0)
        {
            report.Leave("the figures against the inputs: none is at hand");
        }
        else
        {
            await trace.StageAsync("check_inputs", () => new InputAudit(statement, request, report).RunAsync(progress, cancellation)).ConfigureAwait(false);
        }

        if (statement.Checks.Count > 0 && !report.IsRecounted)
        {
            report.Leave("the recount: it is as the publisher says, and can be done again from the inputs");
        }

        return report;
    }

    private static byte[] Read(string path)
    {
        try
        {
            return RegularFile.ReadAll(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "there is no certificate that can be read", "name the folder of a measurement", error);
        }
    }
}
