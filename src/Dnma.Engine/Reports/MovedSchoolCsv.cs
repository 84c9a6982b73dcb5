using Dnma.Engine.Analysis.Comparison;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>comparison-perimeter.csv</c>: which establishments entered, left, or were fed in part. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class MovedSchoolCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "comparison-perimeter.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header = "uai,move,academy,department,platform,weeks,fed_weeks_a,fed_weeks_b,visits_a,visits_b";

    /// <summary>Writes the header and the establishments that are not of the constant perimeter, by UAI.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="table">The comparison.</param>
    public static void Write(Stream stream, ComparisonTable table)
    {
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(Header);
        foreach (var school in table.Moved)
        {
            csv.Text(school.Uai);
            csv.Text(school.Move.Code());
            csv.Text(school.AcademyCode);
            csv.Text(school.DepartmentCode);
            csv.Text(school.Platform);
            csv.Number(school.Weeks);
            csv.Number(school.FedWeeksA);
            csv.Number(school.FedWeeksB);
            csv.Number(school.VisitsA);
            csv.Number(school.VisitsB);
            csv.EndLine();
        }

        csv.Flush();
    }
}
