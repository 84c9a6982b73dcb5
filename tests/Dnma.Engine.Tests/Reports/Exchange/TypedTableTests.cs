using Apache.Arrow;
using Apache.Arrow.Types;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Ingest;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports.Exchange;

/// <summary>What tables are in other formats, value by value: names, types, what may be missing, labels.</summary>
public sealed class TypedTableTests : IDisposable
{
    private static readonly IndicatorTable Plain = Of(
        Row(Dimension.Total, "total", 4, 3, 10, 12, 185_000, 2, 1, 3),
        Row(Dimension.ProfileDevice, "admin_vie_scol_tech_smartphone", 2, 2, level: TerritoryLevel.Department, code: "2A"),
        Row(Dimension.Device, "inconnu", 4, 3, level: TerritoryLevel.Academy, code: "18"));

    /// <summary>The third row, the total of an establishment, is withheld.</summary>
    private static readonly IndicatorTable Withheld = new(Plain.Columns.Without([false, false, true]));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_are_named_typed_and_titled()
    {
        var columns = Plain.AsTable().Columns;
        Assert.Equal(IndicatorCsv.Header.Split(','), columns.Select(column => column.Name));
        Assert.Equal(new TypedColumn("period_start", ColumnType.Date, false, "Début de période", "Period start"), columns[1]);
        Assert.Equal(new TypedColumn("code", ColumnType.Code, false, "Code", "Code"), columns[3]);
        Assert.Equal(new TypedColumn("visits", ColumnType.Count, true, "Visites", "Visits"), columns[6]);
        Assert.Equal(new TypedColumn("users", ColumnType.DistinctCount, true, "Utilisateurs", "Users"), columns[7]);
        Assert.Equal(ColumnType.Quotient, RateTable.Of(Plain).AsTable().Columns.Single(column => column.Name == "value").Type);
        Assert.Equal(
            [("file", ColumnType.Code), ("line", ColumnType.Count), ("byte_offset", ColumnType.Count), ("reason", ColumnType.Code), ("sample", ColumnType.Text)],
            ((IReadOnlyList<RejectRow>)[]).AsTable().Columns.Select(column => (column.Name, column.Type)));
    }

    [Fact]
    public void Every_table_has_titles_of_its_own()
    {
        TypedTable[] tables =
        [
            Plain.AsTable().WithLabels(), RateTable.Of(Plain).AsTable().WithLabels(), Events().AsTable(), ((IReadOnlyList<RejectRow>)[]).AsTable(),
            ((IReadOnlyList<Engine.Analysis.Coverage.CoverageRow>)[]).AsTable(), ((IReadOnlyList<Engine.Analysis.Deployment.DeploymentRow>)[]).AsTable(),
            ((IReadOnlyList<Engine.Analysis.Deployment.AdoptionRow>)[]).AsTable().WithLabels(), ((IReadOnlyList<Engine.Analysis.Comparison.MovedSchool>)[]).AsTable(),
            .. OpenDataSet.All.Select(set => OpenDataTable.Of(set, Plain, new LabelsOfTest()).AsTable()),
        ];
        Assert.All(tables, table =>
        {
            Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.French).Distinct().Count());
            Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.English).Distinct().Count());
        });
    }

    [Fact]
    public void Frames_are_called_as_people_read_them()
    {
        var frame = Plain.AsTable().ToDataFrame(ColumnNaming.French);
        Assert.Equal(["Période", "Début de période", "Niveau", "Code", "Dimension", "Modalité", "Visites", "Utilisateurs", "Pages vues"], frame.Columns.Take(9).Select(column => column.Name));
        Assert.Equal(4L, frame["Visites"][0]);
        Assert.Equal("Page views", Plain.AsTable().ToDataFrame(ColumnNaming.English).Columns[8].Name);

        // Under any name, users do not add up.
        Assert.Equal(ErrorId.NotAdditive, Assert.Throws<EngineException>(() => frame["Utilisateurs"].Sum()).Id);
    }

    [Fact]
    public async Task Rows_have_labels_when_they_are_asked_for()
    {
        var path = _folder.Write("annuaire.csv", "identifiant_de_l_etablissement;nom_etablissement\n0010024W;Lycée Lalande\n"u8.ToArray());
        var frame = Plain.AsTable().WithLabels(await Annuaire.ReadAsync(path)).ToDataFrame();
        Assert.Equal(["level", "code", "code_label", "dimension", "modality", "modality_label", "visits"], frame.Columns.Skip(2).Take(7).Select(column => column.Name));
        Assert.Equal(
            ["Orléans-Tours|Inconnu", "Corse-du-Sud|Administration, vie scolaire, technique · smartphone", "Lycée Lalande|Total"],
            Enumerable.Range(0, 3).Select(row => $"{frame["code_label"][row]}|{frame["modality_label"][row]}"));
        Assert.Equal("", Plain.AsTable().WithLabels().ToDataFrame()["code_label"][2]);

        // A share's modality is one of what it divides by.
        var rates = RateTable.Of(Of(Row(Dimension.Profile, "eleve", 3), Row(Dimension.Profile, "inconnu", 1))).AsTable().WithLabels().ToDataFrame();
        Assert.Equal(["Élèves", "Inconnu"], Enumerable.Range(0, 2).Select(row => rates["modality_label"][row]));
    }

    [Fact]
    public void Arrow_has_codes_by_dictionary_days_and_integers()
    {
        using var batch = Withheld.AsTable().ToArrow();
        Assert.Equal(3, batch.Length);
        var code = Assert.IsType<DictionaryArray>(batch.Column("code"));
        Assert.Equal(["18", "2A", "0010024W"], Enumerable.Range(0, 3).Select(row => ((StringArray)code.Dictionary).GetString(((Int32Array)code.Indices).GetValue(row)!.Value)));
        Assert.Equal(1, ((StringArray)((DictionaryArray)batch.Column("period")).Dictionary).Length);
        Assert.Equal(new DateOnly(2022, 9, 5), Assert.IsType<Date32Array>(batch.Column("period_start")).GetDateOnly(2));
        Assert.Equal([4L, 2L, null], Assert.IsType<Int64Array>(batch.Column("visits")).ToArray());
        Assert.Equal([3L, 2L, null], Assert.IsType<Int64Array>(batch.Column("users")).ToArray());
        Assert.False(batch.Schema.GetFieldByName("code").IsNullable);
        Assert.True(batch.Schema.GetFieldByName("visits").IsNullable);
        Assert.Equal("Pages vues", batch.Schema.GetFieldByName("page_views").Metadata["fr"]);
        Assert.Equal("indicators", batch.Schema.Metadata["table"]);
    }

    [Fact]
    public void Quotients_are_exact_decimals()
    {
        using var batch = RateTable.Of(Of(Row(Dimension.Total, "total", 3, 2, 10, 12, 185_000, 3, 1, 3))).AsTable().ToArrow();
        var value = Assert.IsType<Decimal128Array>(batch.Column("value"));
        Assert.Equal((28, 6), (((Decimal128Type)value.Data.DataType).Precision, ((Decimal128Type)value.Data.DataType).Scale));

        // bounce_rate 1/3, flash_share 3/3, pages_per_visit 10/3, twice 185000/3, visits_per_user 3/2.
        Assert.Equal([0.333333m, 1m, 3.333333m, 61666.666667m, 61666.666667m, 1.5m], Enumerable.Range(0, 6).Select(row => value.GetValue(row)));
    }

    [Fact]
    public async Task Batches_of_a_stream_share_their_dictionaries()
    {
        using var stream = Plain.AsTable().ToArrowStream(2);
        var first = await stream.ReadNextRecordBatchAsync();
        using var second = await stream.ReadNextRecordBatchAsync();
        Assert.Equal((2, 1), (first.Length, second.Length));
        Assert.Equal([0], ((Int32Array)((DictionaryArray)first.Column("modality")).Indices).Take(1));
        first.Dispose(); // Nobody else's batch.
        var modality = (DictionaryArray)second.Column("modality");
        Assert.Equal([2], ((Int32Array)modality.Indices).ToArray());
        Assert.Equal("total", ((StringArray)modality.Dictionary).GetString(2));
        Assert.Null(await stream.ReadNextRecordBatchAsync());
    }

    /// <summary>DuckDB's own reading of the file, by SQL that knows nothing of the engine.</summary>
    [Fact]
    public async Task Parquet_has_the_types_of_sql()
    {
        var (indicators, rates) = (Path.Combine(_folder.Path, "i.parquet"), Path.Combine(_folder.Path, "r.parquet"));
        await Withheld.AsTable().WriteParquetAsync(indicators);
        await RateTable.Of(Plain).AsTable().WriteParquetAsync(rates);
        using var database = MeasurementSql.Open(Of());
        var types = database.Query($"SELECT string_agg(column_name || ' ' || column_type, ', ') AS types FROM (DESCRIBE FROM '{indicators}')");
        Assert.Equal(
            "period VARCHAR, period_start DATE, level VARCHAR, code VARCHAR, dimension VARCHAR, modality VARCHAR, visits BIGINT, users BIGINT, page_views BIGINT, hits BIGINT, duration_ms BIGINT, timed_visits BIGINT, bounces BIGINT, flash_visits BIGINT",
            types["types"][0]);
        var rows = database.Query($"SELECT code, period_start, visits, users FROM '{indicators}'");
        Assert.Equal(["18", new DateTime(2022, 9, 5), 4L, 3L], rows.Rows[0].ToArray());
        Assert.Equal(["0010024W", new DateTime(2022, 9, 5), null, null], rows.Rows[2].ToArray());
        Assert.Equal(92_500m, database.Query($"SELECT value FROM '{rates}' WHERE indicator = 'time_per_visit_ms'")["value"][0]);
    }

    [Fact]
    public async Task The_same_table_gives_the_same_parquet()
    {
        var (one, two) = (Path.Combine(_folder.Path, "1.parquet"), Path.Combine(_folder.Path, "2.parquet"));
        var table = HostileTables.Of([.. Enumerable.Range(0, 250).Select(i => (byte)i)]).AsTable();
        await table.WriteParquetAsync(one);
        await table.WriteParquetAsync(two);
        Assert.Equal(await File.ReadAllBytesAsync(one), await File.ReadAllBytesAsync(two));
    }

    [Fact]
    public async Task A_database_file_is_opened_again()
    {
        var path = Path.Combine(_folder.Path, "measurement.duckdb");
        using (var database = MeasurementSql.Open(Plain, rejects: [new("a.log", 3, 99, "malformed", "x\0y")]))
        {
            await database.SaveAsync(path);
            await database.SaveAsync(path); // Over an earlier one.
            Assert.Equal(3L, database.Query("SELECT count(*) AS n FROM indicators")["n"][0]); // It goes on.
        }

        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder.Path));
        using var again = MeasurementSql.OpenFile(path);
        Assert.Equal("x\0y", again.Query("SELECT sample FROM rejects")["sample"][0]);
        Assert.Equal(10L, again.Query("SELECT sum(visits) AS n FROM indicators")["n"][0]);
        Assert.Equal(ErrorId.NotAdditive, Assert.Throws<EngineException>(() => again.Query("SELECT sum(users) FROM indicators")).Id);
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => again.Query("DELETE FROM indicators")).Id);
        await again.SaveAsync(Path.Combine(_folder.Path, "copy.duckdb"));
        Assert.Equal(Plain.AsEnumerable(), await IndicatorTables.FromDatabaseAsync(Path.Combine(_folder.Path, "copy.duckdb")));
    }

    /// <summary>By hand: 2022-09-05T23:30Z is Monday in UTC, and Tuesday or Monday afternoon elsewhere.</summary>
    [Fact]
    public void Instants_are_cut_into_days_in_utc_whatever_the_machine()
    {
        using var database = MeasurementSql.Open(Plain);
        var answer = database.Query("SELECT current_setting('TimeZone') AS zone, CAST(CAST(TIMESTAMPTZ '2022-09-05 23:30:00+00' AS DATE) AS VARCHAR) AS day, CAST(TIMESTAMPTZ '2022-09-05 23:30:00+00' AS VARCHAR) AS text");
        Assert.Equal(("UTC", "2022-09-05", "2022-09-05 23:30:00+00"), (answer["zone"][0], answer["day"][0], answer["text"][0]));
    }

    [Fact]
    public async Task A_cancelled_or_refused_writing_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var path = Path.Combine(_folder.Path, "x.parquet");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plain.AsTable().WriteParquetAsync(path, cancellation.Token));
        using var database = MeasurementSql.Open(Plain);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.SaveAsync(path, cancellation.Token));
        using var stream = Plain.AsTable().ToArrowStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.ReadNextRecordBatchAsync(cancellation.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));

        var file = _folder.Write("file", [1]);
        Assert.Equal(ErrorId.UnwritableOutput, (await Assert.ThrowsAsync<EngineException>(() => Plain.AsTable().WriteParquetAsync(Path.Combine(file, "x.parquet")))).Id);
        Assert.Equal(ErrorId.UnwritableOutput, (await Assert.ThrowsAsync<EngineException>(() => database.SaveAsync(Path.Combine(file, "x.duckdb")))).Id);
    }

    /// <summary>A token that goes out while rows are asked for: the statement breaks off, the half file goes.</summary>
    [Fact]
    public async Task Writing_stops_within_some_thousand_rows()
    {
        using var cancellation = new CancellationTokenSource();
        var asked = 0;
        var rows = new EndlessRejects(1_000_000, row =>
        {
            asked = row;
            if (row == 5_000)
            {
                cancellation.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rows.AsTable().WriteParquetAsync(Path.Combine(_folder.Path, "x.parquet"), cancellation.Token));
        Assert.InRange(asked, 5_000, 20_000);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_a_row_throws_is_what_the_writer_is_told()
    {
        var rows = new EndlessRejects(1_000_000, row => _ = row < 3_000 ? 0 : throw new InvalidOperationException("row 3000"));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => rows.AsTable().WriteParquetAsync(Path.Combine(_folder.Path, "x.parquet")));
        Assert.Equal("row 3000", error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }
}
