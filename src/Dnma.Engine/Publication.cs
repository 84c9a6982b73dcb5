using System.Security.Cryptography;
using Dnma.Engine.Certification;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine;

/// <summary>Writes a measurement's files: tables first, then the certificate, which names them by digest, then all appear together.</summary>
internal static class Publication
{
    public static IReadOnlyList<PublishedFile> Write(Measurement measurement, IndicatorTable all, string folder, CancellationToken cancellation)
    {
        using var files = new AtomicFiles(folder);
        var published = new List<PublishedFile>();
        Add("indicators.csv", stream => IndicatorCsv.Write(stream, measurement.Indicators));
        Add("rates.csv", stream => RateCsv.Write(stream, measurement.Rates));
        Add("events.csv", stream => EventCsv.Write(stream, measurement.Events));
        Add("rejects.csv", stream => RejectCsv.Write(stream, measurement.Rejects));
        Add(ControlCsv.FileName, stream => ControlCsv.Write(stream, measurement.Controls));
        Add(ControlJson.FileName, stream => ControlJson.Write(stream, measurement.Controls));
        foreach (var set in OpenDataSet.All)
        {
            Add(set.FileName, stream => OpenDataCsv.Write(stream, measurement.OpenData(set)));
        }

        Add("dashboard.html", stream => DashboardWriter.Write(stream, DashboardContents.Of(measurement, all)));
        var certified = published.ToArray();
        Add("certificate.json", stream => CertificateJson.Write(stream, measurement.Certificate, certified));
        Add("certificate.md", stream => CertificateMarkdown.Write(stream, measurement.Certificate, certified));
        cancellation.ThrowIfCancellationRequested();
        files.Publish();
        return published;

        void Add(string name, Action<Stream> write)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Write(name, stream =>
            {
                using var sha256 = SHA256.Create();
                using (var hashing = new CryptoStream(stream, sha256, CryptoStreamMode.Write, leaveOpen: true))
                {
                    write(hashing);
                }

                published.Add(new PublishedFile(name, stream.Position, Convert.ToHexStringLower(sha256.Hash!)));
            });
        }
    }
}
