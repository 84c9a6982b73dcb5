using System.Globalization;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>comparison.csv</c>: two periods side by side, on both perimeters, with the terms of the change (docs/comparison.md). Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class ComparisonCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "comparison.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header =
        "rule,year_a,year_b,level,code,perimeter,subject,modality,figure_a,figure_b,change,change_rate,rate_low,rate_high,from_a,to_a,from_b,to_b,"
        + "weeks_a,weeks_b,school_days_a,school_days_b,establishments_a,establishments_b,due_weeks,fed_weeks_a,fed_weeks_b,marks";

    /// <summary>
    /// Writes the header and the rows, in their order. Whole numbers are exact, quotients have six decimals, the ends of intervals six significant digits;
    /// marks are separated by spaces; what a row has not is empty.
    /// </summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="table">The comparison.</param>
    public static void Write(Stream stream, ComparisonTable table)
    {
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(Header);
        foreach (var row in table)
        {
            csv.Text(table.Request.Rule.Code);
            csv.Text(YearOf(table.Request.EarlierYear));
            csv.Text(YearOf(table.Request.LaterYear));
            csv.Text(row.Level.Code());
            csv.Text(row.Code);
            csv.Text(row.Perimeter.Code());
            csv.Text(row.Subject);
            csv.Text(row.Modality);
            csv.Text(FigureOf(row.A));
            csv.Text(FigureOf(row.B));
            csv.Text(ChangeOf(row.Change));
            csv.Text(row.Rate is { } rate ? rate.ToString("F6", CultureInfo.InvariantCulture) : "");
            csv.Text(row.Low is { } low ? FigureText.Of(low) : "");
            csv.Text(row.High is { } high ? FigureText.Of(high) : "");
            Write(csv, row.Periods);
            csv.Text(string.Join(' ', row.Marks));
            csv.EndLine();
        }

        csv.Flush();
    }

    /// <summary>The name of a school year, for example <c>2024-25</c>.</summary>
    /// <param name="year">The calendar year of the pupils' first day.</param>
    internal static string YearOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}-{(year + 1) % 100:00}");

    private static void Write(CsvBuffer csv, ComparedPeriods periods)
    {
        Write(csv, periods.DaysA);
        Write(csv, periods.DaysB);
        csv.Number(periods.WeeksA);
        csv.Number(periods.WeeksB);
        csv.Text(periods.SchoolDaysA?.ToString(CultureInfo.InvariantCulture) ?? "");
        csv.Text(periods.SchoolDaysB?.ToString(CultureInfo.InvariantCulture) ?? "");
        csv.Number(periods.EstablishmentsA);
        csv.Number(periods.EstablishmentsB);
        csv.Number(periods.DueWeeks);
        csv.Number(periods.FedWeeksA);
        csv.Number(periods.FedWeeksB);
    }

    private static void Write(CsvBuffer csv, DayRange days)
    {
        foreach (var day in new[] { days.Start, days.End })
        {
            if (days.Length > 0)
            {
                csv.Date(day);
            }
            else
            {
                csv.Text("");
            }
        }
    }

    private static string FigureOf(Ratio? figure) =>
        figure is not { } known ? "" : known.Denominator == 1 ? known.Numerator.ToString(CultureInfo.InvariantCulture) : known.ToString();

    private static string ChangeOf(decimal? change) =>
        change is not { } known ? "" : known.ToString(known == decimal.Truncate(known) ? "F0" : "F6", CultureInfo.InvariantCulture);
}
