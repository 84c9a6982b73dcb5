using System.Security.Cryptography;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine;

/// <summary>Writes a measurement's files: tables first, then the certificate, which names them by digest, then all appear together.</summary>
internal sealed class Publication : IDisposable
{
    private readonly AtomicFiles _files;
    private readonly CancellationToken _cancellation;
    private readonly List<PublishedFile> _published = [];

    private Publication(string folder, CancellationToken cancellation)
    {
        _files = new AtomicFiles(folder);
        _cancellation = cancellation;
    }

    public static IReadOnlyList<PublishedFile> Write(
        Measurement measurement, string folder, PublicationOptions options, OperationTrace trace, CancellationToken cancellation)
    {
        if (options.HasCoverage)
        {
            measurement.Require(PublicationOptions.CoverageName);
        }

        using var publication = new Publication(folder, cancellation);
        trace.Stage("control", () => measurement.Derive(cancellation));
        var published = trace.Stage("write", () => publication.Write(measurement, options));
        trace.Published(published.Count, published.Sum(file => file.Bytes));
        return published;
    }

    public void Dispose() => _files.Dispose();

    private List<PublishedFile> Write(Measurement measurement, PublicationOptions options)
    {
        WriteTables(measurement, options);
        Write(CertifiedFiles.Dashboard, stream => DashboardWriter.Write(stream, DashboardContents.Of(measurement, _cancellation)));
        if (measurement.Scope is null)
        {
            WriteCertificate(measurement, options);
        }
        else
        {
            // It speaks of the whole log; that of an earlier, whole publication must not stay beside an extract.
            foreach (var name in new[] { CertificateMarkdown.FileName, CertificateStatement.FileName, DsseEnvelope.FileName })
            {
                _files.Remove(name);
            }
        }

        _cancellation.ThrowIfCancellationRequested();
        _files.Publish();
        return _published;
    }

    private void WriteTables(Measurement measurement, PublicationOptions options)
    {
        Write(IndicatorCsv.FileName, stream => IndicatorCsv.Write(stream, measurement.Indicators));
        Write(RateCsv.FileName, stream => RateCsv.Write(stream, measurement.Rates));
        Write(EventCsv.FileName, stream => EventCsv.Write(stream, measurement.Events));
        Write(RejectCsv.FileName, stream => RejectCsv.Write(stream, measurement.Rejects));
        Write(ControlCsv.FileName, stream => ControlCsv.Write(stream, measurement.Controls));
        Write(ControlJson.FileName, stream => ControlJson.Write(stream, measurement.Controls));
        if (measurement.IsDeclared)
        {
            Write(DeploymentCsv.FileName, stream => DeploymentCsv.Write(stream, measurement.Deployment));
            Write(AdoptionCsv.FileName, stream => AdoptionCsv.Write(stream, measurement.Adoption));
        }
        else
        {
            // Those of an earlier run say nothing of this one.
            _files.Remove(DeploymentCsv.FileName);
            _files.Remove(AdoptionCsv.FileName);
        }

        if (options.HasCoverage)
        {
            Write(CoverageCsv.FileName, stream => CoverageCsv.Write(stream, measurement.Coverage));
        }
        else
        {
            _files.Remove(CoverageCsv.FileName);
        }

        foreach (var set in OpenDataSet.All)
        {
            Write(set.FileName, stream => OpenDataCsv.Write(stream, measurement.OpenData(set)));
        }
    }

    private void WriteCertificate(Measurement measurement, PublicationOptions options)
    {
        var readable = CertificateMarkdown.Write(StatementOf(measurement, options));
        Write(CertificateMarkdown.FileName, stream => stream.Write(readable));
        var statement = StatementOf(measurement, options).ToUtf8();
        Write(CertificateStatement.FileName, stream => stream.Write(statement));
        if (options.SigningKey is { } key)
        {
            Write(DsseEnvelope.FileName, stream => stream.Write(DsseEnvelope.Sign(statement, key).ToUtf8()));
        }
        else
        {
            // The signature of an earlier run is none of this one's.
            _files.Remove(DsseEnvelope.FileName);
        }
    }

    /// <summary>The statement over the files that were written so far.</summary>
    private CertificateStatement StatementOf(Measurement measurement, PublicationOptions options) =>
        CertificateStatement.Of(measurement.Certificate, measurement.Controls, _published, options.Replaces);

    private void Write(string name, Action<Stream> write)
    {
        _cancellation.ThrowIfCancellationRequested();
        _files.Write(name, stream =>
        {
            using var sha256 = SHA256.Create();
            using (var hashing = new CryptoStream(stream, sha256, CryptoStreamMode.Write, leaveOpen: true))
            {
                write(new CancellableStream(hashing, _cancellation));
            }

            _published.Add(new PublishedFile(name, stream.Position, Convert.ToHexStringLower(sha256.Hash!)));
        });
    }
}
