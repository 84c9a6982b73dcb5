using System.Globalization;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine;

/// <summary>
/// A measurement as it was published: its certificate and its indicators, held against each other. What later measurements take for history, and what
/// comparisons are made of. Immutable, thread safe.
/// </summary>
public sealed class PublishedMeasurement
{
    private PublishedMeasurement(CertificateStatement statement, MeasuredTable measured)
    {
        Statement = statement;
        Measured = measured;
    }

    /// <summary>The certificate.</summary>
    public CertificateStatement Statement { get; }

    /// <summary>The indicators with the days that they were measured over; of the periods and levels that were published.</summary>
    public MeasuredTable Measured { get; }

    /// <summary>Reads a published folder: <c>certificate.json</c>, and <c>indicators.csv</c> if its bytes are those certified.</summary>
    /// <param name="folder">What <see cref="Measurement.PublishAsync(string, CancellationToken)"/> wrote.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: there is no such folder, or a file cannot be read. <see cref="ErrorId.DamagedCertificate"/>: the certificate is
    /// not as it was written, or the indicators are not those that it speaks of. <see cref="ErrorId.InvalidReference"/>: they are no table, or rows of it are
    /// withheld under a disclosure threshold, and would pass for zero.
    /// </exception>
    public static async Task<PublishedMeasurement> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var statement = await CertificateStatement.ReadAsync(Path.Combine(folder, CertificateStatement.FileName), cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Read(folder, statement, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static PublishedMeasurement Read(string folder, CertificateStatement statement, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, IndicatorCsv.FileName);
        if (CertifiedDefinition.HasThreshold(statement.Definition))
        {
            throw new EngineException(
                ErrorId.InvalidReference, path, "it was published under a disclosure threshold: withheld rows are no zeros, and nothing can be compared with them", "give a measurement without a threshold");
        }

        var problem = statement.Subjects.FirstOrDefault(subject => subject.Name == IndicatorCsv.FileName) is { } subject
            ? RegularFile.ProblemOf(path, subject.Bytes, subject.Sha256, cancellation)
            : "is not among the files certified";
        return problem is null
            ? new PublishedMeasurement(statement, new MeasuredTable(IndicatorCsvReader.Read(path, cancellation), DaysOf(statement, folder)))
            : throw new EngineException(ErrorId.DamagedCertificate, path, problem, "get the whole folder again from whoever published it");
    }

    private static DayRange DaysOf(CertificateStatement statement, string folder)
    {
        var (from, to) = (statement.DefinitionOf("from"), statement.DefinitionOf("to-exclusive"));
        return from.Length == 0 && to.Length == 0 ? default
            : DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end) && first <= end
                ? DayRange.Of(first, end)
                : throw new EngineException(ErrorId.DamagedCertificate, folder, "its certificate does not say which days were measured", "get the folder again from whoever published it");
    }

    /// <summary>What keeps this measurement from being the history of one under a definition; null where nothing does.</summary>
    internal string? UnfitFor(IReadOnlyList<KeyValuePair<string, string>> definition) =>
        DifferenceFrom(definition)
            ?? (!IndicatorCodes.PeriodsOf(Statement.DefinitionOf("periods")).Contains(PeriodKind.Week) ? "was published without weeks"
            : TerritoryLevels.Standard.Except(IndicatorCodes.LevelsOf(Statement.DefinitionOf("levels"))).ToArray() is [var missing, ..] ? $"was published without the level {missing.Code()}"
            : null);

    /// <summary>In which rule of what visits, days and the perimeter are it differs from a definition; null where in none.</summary>
    internal string? DifferenceFrom(IReadOnlyList<KeyValuePair<string, string>> definition)
    {
        var other = definition.FirstOrDefault(pair => IsRule(pair.Key) && Statement.DefinitionOf(pair.Key) != pair.Value);
        return other.Key is not null ? $"was measured with {other.Key} {Statement.DefinitionOf(other.Key)}, not {other.Value}"
            : !PerimeterOf(Statement.Definition).SequenceEqual(PerimeterOf(definition)) ? "was measured over another perimeter"
            : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> PerimeterOf(IEnumerable<KeyValuePair<string, string>> definition) =>
        definition.Where(pair => CertifiedDefinition.IsPerimeter(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>What visits and days are: where it differs, a series would break for no other reason.</summary>
    private static bool IsRule(string name) => name is "norm" or "time-zone" || name.StartsWith("norm-", StringComparison.Ordinal);
}
