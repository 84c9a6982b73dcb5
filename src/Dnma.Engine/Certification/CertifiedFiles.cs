using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Certification;

/// <summary>Which files every measurement publishes besides the certificate itself.</summary>
internal static class CertifiedFiles
{
    /// <summary>The dashboard's name.</summary>
    public const string Dashboard = "dashboard.html";

    public static IReadOnlyList<string> Always { get; } =
    [
        IndicatorCsv.FileName, RateCsv.FileName, EventCsv.FileName, RejectCsv.FileName, ControlCsv.FileName, ControlJson.FileName,
        .. OpenDataSet.All.Select(set => set.FileName), Dashboard, CertificateMarkdown.FileName,
    ];
}
