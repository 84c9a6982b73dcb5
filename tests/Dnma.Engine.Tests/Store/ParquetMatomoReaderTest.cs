using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.Store;
using Dnma.Engine.Tests.Ingest.Tables;

namespace Dnma.Engine.Tests.Store;

public sealed class ParquetMatomoReaderTest : IDisposable
{
    private readonly ParquetScratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Rows_of_the_three_tables_are_the_same_hits_as_from_csv()
    {
        // Everything in the database's own types: binary ids, timestamps, integers, and doubles where a tool had to write nulls.
        var visits = Table(
            MatomoTableTest.Sample.Visits,
            "* REPLACE (idvisit::BIGINT AS idvisit, idsite::INTEGER AS idsite, unhex(replace(idvisitor, '0x', '')) AS idvisitor, "
            + "config_device_type::TINYINT AS config_device_type, visit_last_action_time::TIMESTAMP AS visit_last_action_time)",
            "visits.parquet");
        var actions = Table(MatomoTableTest.Sample.Actions, "* REPLACE (idaction::UINTEGER AS idaction, type::TINYINT AS type)", "actions.parquet");
        var links = Table(
            MatomoTableTest.Sample.Links,
            "* REPLACE (idvisit::BIGINT AS idvisit, idsite::INTEGER AS idsite, unhex(idvisitor) AS idvisitor, idaction_url::DOUBLE AS idaction_url)",
            "links.parquet");
        var sink = new CollectingSink("custom_dimension_5");
        var tables = MatomoTableTest.Sample.Tables();
        Assert.Equal(ParquetContent.MatomoLookUp, ContentOf(visits));
        Assert.Equal(ParquetContent.MatomoLookUp, ContentOf(actions));
        Assert.Equal(ParquetContent.MatomoHits, ContentOf(links));
        foreach (var path in new[] { actions, visits, links })
        {
            ParquetMatomoReader.Read(path, 0, tables, sink, DuckDbSettings.Default, CancellationToken.None);
        }

        Assert.Equal(MatomoTableTest.Sample.Hits, sink.Hits);
        Assert.Equal(MatomoTableTest.Sample.Rejects, sink.Rejects.Select(reject => (reject.Reason, reject.Position.Line)));
    }

    [Fact]
    public void Server_times_may_be_timestamps_with_or_without_zone()
    {
        var sink = new CollectingSink();
        var tables = MatomoTableTest.Sample.Tables();
        Read("SELECT 1 AS idvisit, 1 AS idsite, 'u' AS user_id", tables, sink);
        Read("SELECT 1 AS idaction, 'a' AS name, 1 AS type", tables, sink);
        Read("SELECT 1 AS idvisit, 1 AS idsite, 1 AS idaction_url, TIMESTAMP '2022-09-05 10:00:00.5' AS server_time", tables, sink);
        Read("SELECT 1 AS idvisit, 1 AS idsite, 1 AS idaction_url, TIMESTAMPTZ '2022-09-05 12:00:00+02' AS server_time", tables, sink);
        Assert.Equal([1_662_372_000_500, 1_662_372_000_000], sink.Hits.Select(hit => hit.InstantMs));
    }

    [Fact]
    public void Hits_need_their_look_ups() => Assert.Equal(
        ErrorId.UndecidedFormat,
        Assert.Throws<EngineException>(() => Read(
            "SELECT 1 AS idvisit, 1 AS idsite, 1 AS idaction_url, '2022-09-05 10:00:00' AS server_time", MatomoTableTest.Sample.Tables(), new CollectingSink())).Id);

    [Fact]
    public void Another_table_is_refused_with_its_columns()
    {
        var error = Assert.Throws<EngineException>(() => Read("SELECT 1 AS idgoal, 2 AS name", MatomoTableTest.Sample.Tables(), new CollectingSink()));
        Assert.Contains("idgoal, name", error.Message, StringComparison.Ordinal);
        Assert.Equal(ParquetContent.Other, ContentOf(_scratch.PathOf("hits.parquet")));
    }

    private static ParquetContent ContentOf(string path)
    {
        using var file = ParquetFile.Open(path, DuckDbSettings.Default, CancellationToken.None);
        return ParquetTables.ContentOf(file);
    }

    private void Read(string sql, MatomoTables tables, CollectingSink sink) =>
        ParquetMatomoReader.Read(_scratch.Write(sql), 0, tables, sink, DuckDbSettings.Default, CancellationToken.None);

    /// <summary>Writes a CSV table as Parquet, its columns cast.</summary>
    private string Table(string csv, string columns, string name)
    {
        var path = _scratch.PathOf(name + ".csv");
        File.WriteAllText(path, csv);
        return _scratch.Write(
            $"SELECT {columns} FROM read_csv({DuckDbSession.Literal(path)}, header = true, all_varchar = true, nullstr = ['\\N', ''])", name);
    }
}
