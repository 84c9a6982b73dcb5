using Dnma.Engine.Certification;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Tests.Store;
using Dnma.Engine.Visits;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>
/// The same rows as CSV and as Parquet are the same hits: figures, ledgers and rejects agree whatever the columns' types, the row groups and the threads.
/// </summary>
public sealed class ParquetFormTest : IDisposable
{
    private const string Rows = """
        SELECT CASE WHEN n % 97 = 5 THEN NULL ELSE 1662336000000 + (n * 7919 % 400000) * 1000 END AS instant,
          CASE WHEN n % 31 = 0 THEN NULL ELSE n % 40 END AS visitor,
          ['a browser with a long name ' || n % 7, 'short', NULL, ' '][n % 4 + 1] AS client,
          ['0450822X', '0450822x', ' 0450782D', '0750001A', 'none', NULL][n % 6 + 1] AS uai,
          ['eleve', 'ELEVE', 'enseignant', 'Élève', 'unknown to all', NULL][n % 6 + 1] AS profile,
          ['notes', 'CAHIER_TEXTES', 'a service of long name', 'é', NULL][n % 5 + 1] AS service,
          ['natif', 'TIERS', NULL][n % 3 + 1] AS "type",
          ['leia', 'a project of long name', NULL][n // 3 % 3 + 1] AS project,
          CASE WHEN n % 3 = 0 THEN NULL ELSE n % 5 END AS collectivity,
          ['page', 'click', 'PING', 'event', NULL][n // 11 % 5 + 1] AS kind,
          'page ' || (n % 13) || repeat(' very', n % 3) AS page,
          ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/105.0.0.0 Safari/537.36', NULL][n % 2 + 1] AS user_agent,
          ['tablet', 'smartphone', NULL, 'toaster'][n // 5 % 4 + 1] AS device
        FROM (SELECT range // 2 AS n FROM range(9000))
        """;

    private static readonly string[] Instants =
    [
        "instant", "instant::DOUBLE", "instant::DECIMAL(18, 0)", "instant::UBIGINT", "instant::VARCHAR", "epoch_ms(instant)", "epoch_ms(instant)::TIMESTAMPTZ",
        "epoch_ms(instant)::TIMESTAMP_MS", "epoch_ms(instant)::TIMESTAMP_S", "epoch_ms(instant)::TIMESTAMP_NS",
    ];

    private static readonly string[] Numbers = ["{0}", "{0}::INTEGER", "{0}::UTINYINT", "{0}::DOUBLE", "{0}::DECIMAL(20, 0)", "{0}::VARCHAR", "{0}::VARCHAR::BLOB"];

    private readonly ParquetScratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Property(MaxTest = 12)]
    public async Task Csv_and_Parquet_agree(int seed)
    {
        var random = new Random(seed);
        var csv = _scratch.Write(Rows, "rows.csv", "FORMAT csv, HEADER true");
        string Typed(string column) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(random, Numbers), column);
        var how = $"{Pick(random, Instants)} AS instant, {Typed("visitor")} AS visitor, {Typed("collectivity")} AS collectivity, "
            + $"profile{(random.Next(2) == 0 ? "" : "::ENUM('eleve', 'ELEVE', 'enseignant', 'Élève', 'unknown to all')")} AS profile";
        var options = $"FORMAT parquet, ROW_GROUP_SIZE {Pick(random, [2048, 4096, 100_000])}, COMPRESSION {Pick(random, ["snappy", "zstd", "uncompressed"])}";
        var parquet = _scratch.Write($"SELECT * REPLACE ({how}) FROM ({Rows})", "rows.parquet", options);
        var norm = (OracleNorm)random.Next(4);
        var threads = random.Next(1, 5);
        var expected = await Measure(csv, norm, 1);
        var actual = await Measure(parquet, norm, threads);
        Assert.True(MeasuredFiles.All(expected) == MeasuredFiles.All(actual), $"{norm}, {threads} threads, {how}, {options}");
        AssertLedgers(expected.Certificate.Ledger, actual.Certificate.Ledger);

        // A header is a line, too.
        Assert.Equal(expected.Rejects.Select(row => (row.Line - 1, row.Reason)), actual.Rejects.Select(row => (row.Line, row.Reason)));
        Assert.NotEmpty(actual.Rejects);
        Assert.Empty(actual.Certificate.Verify());
    }

    [Fact]
    public async Task Hits_of_a_Parquet_file_are_duplicates_of_those_in_CSV()
    {
        var csv = _scratch.Write(Rows, "rows.csv", "FORMAT csv, HEADER true");
        var parquet = _scratch.Write($"SELECT * REPLACE (epoch_ms(instant) AS instant) FROM ({Rows})", "rows.parquet", "FORMAT parquet, ROW_GROUP_SIZE 2048");
        var (one, both) = (await Measure(csv, OracleNorm.Dnma, 1), await Measure(HitLog.Files(csv, parquet), OracleNorm.Dnma, 3));
        Assert.Equal(MeasuredFiles.All(one), MeasuredFiles.All(both));
        Assert.Equal(2 * one.Certificate.Ledger.Read, both.Certificate.Ledger.Read);
        Assert.Equal(one.Certificate.Ledger.Visits.CountedHits, both.Certificate.Ledger.Visits.CountedHits);
    }

    [Fact]
    public async Task Many_files_of_one_row_group_and_few_of_many_are_read_at_once()
    {
        var all = _scratch.Write(Rows, "all.csv", "FORMAT csv, HEADER true");
        var files = Enumerable.Range(0, 9).Select(part => _scratch.Write(
            $"SELECT * FROM ({Rows}) WHERE instant IS NULL OR instant % 9 = {part}", $"part{part}.parquet", $"FORMAT parquet, ROW_GROUP_SIZE {(part % 2 == 0 ? 2048 : 100_000)}"));
        var (one, parts) = (await Measure(all, OracleNorm.Dnma, 1), await Measure(HitLog.Files(files), OracleNorm.Dnma, 4));
        Assert.Equal(MeasuredFiles.All(one), MeasuredFiles.All(parts));
    }

    private static Task<Measurement> Measure(string path, OracleNorm norm, int threads) => Measure(HitLog.Files(path), norm, threads);

    private static Task<Measurement> Measure(HitLog log, OracleNorm norm, int threads) =>
        MeasuredFiles.Measure(log, new MeasurementDefinition { Norm = Norm.Of(norm.ToString()) }, options => options with { Threads = threads });

    private static void AssertLedgers(MeasurementLedger expected, MeasurementLedger actual)
    {
        Assert.Equal((expected.Read, expected.Merged), (actual.Read, actual.Merged));
        Assert.Equal(expected.Rejected, actual.Rejected);
        Assert.Equal(expected.Notices, actual.Notices);
        Assert.Equivalent(expected.Qualification, actual.Qualification);
        Assert.Equivalent(expected.Visits, actual.Visits);
    }

    private static T Pick<T>(Random random, T[] of) => of[random.Next(of.Length)];
}
