using Dnma.Engine.Certification;
using Dnma.Engine.Indicators;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>What stands for the certificate in an extract: how it was measured. Ledgers, inputs, laws and coverage are of the whole log, and not for everybody.</summary>
internal static class ExtractCertificate
{
    public static Certificate Of(Certificate whole, IndicatorTable shown) => new()
    {
        Definition = whole.Definition,
        Perimeter = Perimeter.Of(shown),
        Inputs = [],
        Ledger = new MeasurementLedger { Read = 0, Rejected = [], Merged = 0, Notices = [], Qualification = new QualificationLedger(), Visits = new VisitLedger() },
        Laws = [],
        Warnings = ["this is an extract: the certificate, which speaks of the whole log, is its publisher's"],
        Coverage = [],
        Run = [],
    };
}
