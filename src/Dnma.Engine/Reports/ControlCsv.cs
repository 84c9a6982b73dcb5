using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>controls.csv</c>: what the automated controls found, the severest first. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class ControlCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "controls.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header = "control,family,severity,level,code,period,period_start,subject,figure,expected,chance";

    /// <summary>
    /// Writes the header and the findings, in their order. Whole numbers are exact, others have six significant digits; what a finding has not
    /// is empty.
    /// </summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="findings">The findings.</param>
    public static void Write(Stream stream, FindingTable findings)
    {
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(Header);
        foreach (var finding in findings)
        {
            csv.Text(finding.Control.Id);
            csv.Number(finding.Control.Family);
            csv.Text(finding.Control.Severity.Code());
            csv.Text(finding.Level.Code());
            csv.Text(finding.Code);
            csv.Text(finding.Period.Code());
            if (finding.PeriodStart is { } start)
            {
                csv.Date(LocalCalendar.DayOf(start));
            }
            else
            {
                csv.Text("");
            }

            csv.Text(finding.Subject);
            csv.Text(FigureText.Of(finding.Figure));
            csv.Text(finding.Expected is { } expected ? FigureText.Of(expected) : "");
            csv.Text(finding.Chance is { } chance ? FigureText.Of(chance) : "");
            csv.EndLine();
        }

        csv.Flush();
    }
}
