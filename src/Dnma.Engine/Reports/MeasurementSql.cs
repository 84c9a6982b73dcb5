using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Reports;

/// <summary>Opens the tables of a measurement to SQL. Thread safe.</summary>
public static class MeasurementSql
{
    /// <summary>
    /// Copies the tables into a database in memory, as <c>indicators</c>, <c>rates</c>, <c>events</c>, <c>rejects</c> and, where they are
    /// given, the published tables: <c>profils</c>, <c>services</c>, <c>appareils</c>, <c>profils_appareils</c>, and <c>deployment</c>, <c>adoption</c> and <c>coverage</c>. Columns are those of
    /// <see cref="DataFrames"/>: dates are DATE, counts BIGINT, quotients DECIMAL of six decimals.
    /// </summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="rates">The rates; derived from the indicators without it.</param>
    /// <param name="events">The custom indicators; an empty table without them.</param>
    /// <param name="rejects">The rejects; an empty table without them.</param>
    /// <param name="openData">The published tables.</param>
    /// <param name="deployment">Declared establishments beside those fed.</param>
    /// <param name="adoption">Accounts beside users.</param>
    /// <param name="coverage">What figures speak of.</param>
    /// <returns>A database that the caller disposes of.</returns>
    public static MeasurementDatabase Open(
        IndicatorTable indicators,
        RateTable? rates = null,
        EventTable? events = null,
        IReadOnlyList<RejectRow>? rejects = null,
        IReadOnlyList<OpenDataTable>? openData = null,
        IReadOnlyList<DeploymentRow>? deployment = null,
        IReadOnlyList<AdoptionRow>? adoption = null,
        IReadOnlyList<CoverageRow>? coverage = null)
    {
        var database = MeasurementDatabase.Create();
        try
        {
            database.Load(MeasurementTables.Of(indicators));
            database.Load(MeasurementTables.Of(rates ?? RateTable.Of(indicators)));
            database.Load(MeasurementTables.Of(events ?? NoEvents()));
            database.Load(MeasurementTables.Of(rejects ?? []));
            foreach (var table in openData ?? [])
            {
                database.Load(MeasurementTables.Of(table));
            }

            if (deployment is not null)
            {
                database.Load(MeasurementTables.Of(deployment));
            }

            if (adoption is not null)
            {
                database.Load(MeasurementTables.Of(adoption));
            }

            if (coverage is not null)
            {
                database.Load(MeasurementTables.Of(coverage));
            }
        }
        catch
        {
            database.Dispose();
            throw;
        }

        return database;
    }

    /// <summary>Opens a database file for reading only, for example one of <see cref="SaveAsync"/>.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A database that the caller disposes of.</returns>
    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>: there is no such file, or it is no database of DuckDB.</exception>
    public static MeasurementDatabase OpenFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return MeasurementDatabase.OpenFile(path);
    }

    /// <summary>Writes the tables of a database, and those that statements added, to a DuckDB file; it appears whole, over one that has its name.</summary>
    /// <param name="database">A database that is open; no statement may run on it meanwhile.</param>
    /// <param name="path">The file; its folder is made when missing.</param>
    /// <param name="cancellationToken">Interrupts the writing; no file appears.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the folder or the disk does not take it.</exception>
    public static Task SaveAsync(this MeasurementDatabase database, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(
            () =>
            {
                using var files = new AtomicFiles(Path.GetDirectoryName(Path.GetFullPath(path))!);
                files.WriteAt(Path.GetFileName(path), temporary => database.CopyTo(temporary, cancellationToken));
                files.Publish();
            },
            cancellationToken);
    }

    private static EventTable NoEvents() => new(new EventColumns
    {
        Period = [],
        PeriodStart = [],
        Level = [],
        Code = [],
        Kind = [],
        Label = [],
        Events = [],
        Users = [],
    });
}
