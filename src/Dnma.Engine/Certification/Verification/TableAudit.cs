using System.Security.Cryptography;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.Certification.Verification;

/// <summary>
/// Whether the published tables agree with each other and with the laws: the indicators are read back, every law is checked again, and what is derived from
/// them is derived again.
/// </summary>
/// <param name="folder">Where the files are.</param>
/// <param name="statement">The certificate.</param>
/// <param name="sound">The subjects whose bytes are those certified: others are not looked into.</param>
/// <param name="report">Takes what does not hold.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class TableAudit(string folder, CertificateStatement statement, IReadOnlySet<string> sound, VerificationReport report, CancellationToken cancellation)
{
    public void Run()
    {
        if (!sound.Contains(IndicatorCsv.FileName))
        {
            return;
        }

        try
        {
            var table = IndicatorCsvReader.Read(Path.Combine(folder, IndicatorCsv.FileName), cancellation);
            report.Check($"{IndicatorCsv.FileName} is as the engine writes it", () => Compare(IndicatorCsv.FileName, stream => IndicatorCsv.Write(stream, table)));
            report.Check("every territory with visits has all dimensions, every period all levels", () => CheckCompleteness(table));
            report.Check($"the laws hold in the {table.Count} rows of {IndicatorCsv.FileName}", () => CheckLaws(table));
            report.Check($"{RateCsv.FileName} follows from {IndicatorCsv.FileName}", () => Compare(RateCsv.FileName, stream => RateCsv.Write(stream, RateTable.Of(table, cancellation))));
            CheckPerimeter(table);
            CheckOpenData(table);
            report.Check($"{statement.Controls.Sum(control => (long)control.Findings)} findings of {statement.Controls.Count} controls are listed", CheckControls);
        }
        catch (EngineException error)
        {
            report.Find(IndicatorCsv.FileName, error.Message);
        }
        catch (Exception error) when (error is OverflowException or OutOfMemoryException)
        {
            report.Find(IndicatorCsv.FileName, "it is larger than any log's");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            report.Find("files", "one of them can no longer be read");
        }
    }

    private void CheckCompleteness(IndicatorTable table)
    {
        if (TableCompleteness.FirstGap(table, [.. Enum.GetValues<TerritoryLevel>().Where(level => Publishes("levels", level.Code()))], HasThreshold) is { } gap)
        {
            report.Find(IndicatorCsv.FileName, gap);
        }
    }

    private void CheckLaws(IndicatorTable table)
    {
        foreach (var law in TableLaws.Check(table, cancellation))
        {
            if (!law.Holds)
            {
                report.Find($"law {law.Id}", $"it does not hold in {IndicatorCsv.FileName} ({law.Detail})");
            }
            else if (IsWhole && statement.Laws.FirstOrDefault(said => said.Id == law.Id) is { } said && (said.Expected != law.Expected || said.Actual != law.Actual))
            {
                report.Find($"law {law.Id}", $"the certificate says {said.Expected} and {said.Actual}, {IndicatorCsv.FileName} {law.Expected} and {law.Actual}");
            }
        }

        if (!IsWhole)
        {
            report.Leave("the sums of laws: not all periods and levels were published");
        }

        var total = table.FirstOrDefault(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.National } && row.Dimension == Dimension.Total);
        if (Publishes("periods", PeriodKind.All.Code()) && Publishes("levels", TerritoryLevel.National.Code())
            && (total.Visits, total.Hits) != (statement.Ledger.Visits.Counted, statement.Ledger.Visits.CountedHits))
        {
            report.Find(
                $"law {LawTexts.VisitsAreIndicated.Id}",
                $"the ledger counts {statement.Ledger.Visits.Counted} visits and {statement.Ledger.Visits.CountedHits} hits, {IndicatorCsv.FileName} {total.Visits} and {total.Hits}");
        }
    }

    private void CheckPerimeter(IndicatorTable table)
    {
        if (!Publishes("periods", PeriodKind.All.Code()) || !Publishes("levels", TerritoryLevel.Establishment.Code()))
        {
            report.Leave("who was measured: the indicators of establishments over the whole range were not published");
        }
        else
        {
            report.Check($"{statement.Perimeter.Establishments} establishments were measured", () =>
            {
                if (Perimeter.Of(table) != statement.Perimeter)
                {
                    report.Find("perimeter", $"it is not that of {IndicatorCsv.FileName}");
                }
            });
        }
    }

    private void CheckOpenData(IndicatorTable table)
    {
        if (!Publishes("periods", PeriodKind.Week.Code()) || !Publishes("levels", TerritoryLevel.Establishment.Code()))
        {
            report.Leave("the open data: the indicators of weeks and establishments were not published");
            return;
        }

        if (!sound.Contains(OpenDataSet.Profiles.FileName))
        {
            return;
        }

        // Labels are the annuaire's affair; here it is figures that must agree.
        var labels = PublishedLabels.Read(Path.Combine(folder, OpenDataSet.Profiles.FileName));
        foreach (var set in OpenDataSet.All.Where(set => sound.Contains(set.FileName)))
        {
            report.Check($"{set.FileName} follows from {IndicatorCsv.FileName}", () => Compare(set.FileName, stream => OpenDataCsv.Write(stream, OpenDataTable.Of(set, table, labels))));
        }
    }

    private void CheckControls()
    {
        if (sound.Contains(ControlCsv.FileName))
        {
            // The first field of a row is the control's name, which is never quoted.
            var rows = File.ReadLines(Path.Combine(folder, ControlCsv.FileName)).Skip(1).CountBy(line => line.Split(',')[0]).ToDictionary(StringComparer.Ordinal);
            foreach (var other in rows.Keys.Except(statement.Controls.Select(control => control.Id)))
            {
                report.Find(ControlCsv.FileName, $"it has findings of {other}, of which the certificate does not speak");
            }

            foreach (var control in statement.Controls.Where(control => rows.GetValueOrDefault(control.Id) != control.Findings))
            {
                report.Find(ControlCsv.FileName, $"it has {rows.GetValueOrDefault(control.Id)} findings of {control.Id}, {control.Findings} were certified");
            }
        }
    }

    /// <summary>Writes a file again, into nothing, for its digest.</summary>
    private void Compare(string name, Action<Stream> write)
    {
        if (!sound.Contains(name))
        {
            return;
        }

        using var sha256 = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, sha256, CryptoStreamMode.Write))
        {
            write(new CancellableStream(stream, cancellation));
        }

        if (Convert.ToHexStringLower(sha256.Hash!) != statement.Subjects.First(file => file.Name == name).Sha256)
        {
            report.Find(name, $"it is not what the figures of {IndicatorCsv.FileName} make");
        }
    }

    /// <summary>Whether every period and level was published, so that the sums of laws are the certificate's.</summary>
    private bool IsWhole => Enum.GetValues<PeriodKind>().All(period => Publishes("periods", period.Code())) && TerritoryLevels.Standard.All(level => Publishes("levels", level.Code()));

    /// <summary>Whether rows may be withheld, and levels and dimensions left out.</summary>
    private bool HasThreshold => statement.Definition.Any(pair => pair.Key == "disclosure-threshold");

    private bool Publishes(string list, string code) => statement.DefinitionOf(list).Split(',').Contains(code);
}
