using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Peers;

/// <summary>
/// One ClickHouse node over the same encoded hits, in a table ordered by visitor and moment, merged to one part before. It has no windows in 18.16, so arrays do the
/// work: a visitor's hits in two arrays, sorted, their differences, the sums of the breaks. What flatters it: the moment is one number, instant and rank among ties; what
/// is known of a hit is packed in another; instants count from the first midnight; duplicates, which change none of these figures, are not looked for.
/// </summary>
internal sealed class ClickHousePeer
{
    private const int RowBytes = 4 + 8 + 4 + 8;
    private const int BatchRows = 1 << 20;

    // A gap longer than the time since midnight began on another day.
    private const string National = """
        SELECT count() + sum(length(gaps) - length(stays)), count(), sum(arraySum(stays)) FROM
        (SELECT arraySort(groupArray(instant)) AS instants, arrayDifference(instants) AS gaps,
                arrayFilter((gap, instant) -> gap < 1800000 AND instant % 86400000 >= gap, gaps, instants) AS stays
         FROM {hits} GROUP BY visitor)
        """;

    // A visitor's hits stay in one block and in their order, so that the first one seen that has something is the first one that has it.
    private const string Visits = """
        CREATE TABLE {visits} ENGINE = Memory AS
        SELECT visitor, visit, intDiv(min(instant), 86400000) AS day, sum(stay) AS duration,
               anyIf(toUInt32(bitShiftRight(known, 32)), bitShiftRight(known, 32) != 0) AS establishment,
               anyIf(toUInt16(bitAnd(bitShiftRight(known, 28), 15)), bitAnd(known, 4026531840) != 0) AS profile,
               anyIf(toUInt16(bitAnd(bitShiftRight(known, 24), 15)), bitAnd(known, 251658240) != 0) AS device,
               anyIf(toUInt16(bitAnd(bitShiftRight(known, 20), 15)), bitAnd(known, 15728640) != 0) AS os,
               anyIf(toUInt16(bitAnd(bitShiftRight(known, 16), 15)), bitAnd(known, 983040) != 0) AS browser,
               groupArray(toUInt16(bitAnd(known, 65535))) AS services, groupArray(stay) AS stays
        FROM
        (SELECT visitor, instant, known, visit, stay FROM
         (SELECT visitor, groupArray(moment) AS unsorted, arraySort((fact, at) -> at, groupArray(known), unsorted) AS facts,
                 arrayMap(at -> toUInt32(bitShiftRight(at, 32)), arraySort(unsorted)) AS instants, arrayDifference(instants) AS gaps,
                 arrayMap((gap, instant) -> gap >= 1800000 OR instant % 86400000 < gap, gaps, instants) AS breaks, arrayCumSum(breaks) AS visits,
                 arrayPushBack(arrayPopFront(arrayMap((gap, fresh) -> toUInt32(if(fresh, 0, gap)), gaps, breaks)), 0) AS stayed
          FROM {hits} GROUP BY visitor)
         ARRAY JOIN instants AS instant, facts AS known, visits AS visit, stayed AS stay)
        GROUP BY visitor, visit
        """;

    // The cell's dimension and modality as one number: texts as keys were five times slower.
    private const string Cells = """
        SELECT intDiv(day + {day} + 3, 7) * 7 - 3 AS week, establishment, cell, count(), uniqExact(visitor), sum(duration)
        FROM {visits}
        ARRAY JOIN [toUInt16(0), toUInt16(256 + profile), toUInt16(512 + device), toUInt16(768 + os), toUInt16(1024 + browser), toUInt16(1280 + profile * 16 + device)] AS cell
        WHERE establishment != 0
        GROUP BY week, establishment, cell
        """;

    private const string Services = """
        SELECT intDiv(day + {day} + 3, 7) * 7 - 3 AS week, establishment, service, uniqExact(toUInt64(visitor) * 65536 + visit), uniqExact(visitor), sum(stay)
        FROM {visits}
        ARRAY JOIN services AS service, stays AS stay
        WHERE establishment != 0
        GROUP BY week, establishment, service
        """;

    private static readonly string[] Dimensions = ["total", "profile", "device", "os", "browser", "profile-device"];

    private readonly ClickHouseSession _session;
    private readonly CellNames _names;
    private readonly Moments _moments;

    public ClickHousePeer(EncodedHits input, ClickHouseSession session)
    {
        _session = session;
        _moments = new Moments(input);
        _names = new CellNames(input.Dictionaries);
        _session.Execute(Named("CREATE TABLE {hits} (visitor UInt32, moment UInt64, instant UInt32, known UInt64) ENGINE = MergeTree ORDER BY (visitor, moment) PARTITION BY tuple()"));
        Load(input);
        _session.Execute(Named("OPTIMIZE TABLE {hits} FINAL"));
    }

    /// <summary>The nation's visits, users and time.</summary>
    public (long Visits, long Users, long DurationMs, TimeSpan Time) NationalTotal()
    {
        var watch = Stopwatch.StartNew();
        var row = _session.Ask(Named(National))[0];
        return (Number(row[0]), Number(row[1]), Number(row[2]), watch.Elapsed);
    }

    /// <summary>The cells of the four tables, and how long it took to have them.</summary>
    public (FigureRow[] Rows, TimeSpan Time) FourTables()
    {
        var watch = Stopwatch.StartNew();
        _session.Execute(Named("DROP TABLE IF EXISTS {visits}"));
        _session.Execute(Named(Visits));
        var cells = _session.Ask(Named(Cells));
        var services = _session.Ask(Named(Services));
        var time = watch.Elapsed;
        return ([.. cells.Select(CellOf), .. services.Select(row => RowOf(row, "service", (int)Number(row[2]), 0))], time);
    }

    private FigureRow CellOf(string[] row)
    {
        var cell = (int)Number(row[2]);
        var (dimension, modality) = (Dimensions[cell >> 8], cell & 255);
        return dimension == "profile-device" ? RowOf(row, dimension, modality >> 4, modality & 15) : RowOf(row, dimension, modality, 0);
    }

    private FigureRow RowOf(string[] row, string dimension, int first, int second) =>
        _names.Row((int)Number(row[0]), (int)Number(row[1]), dimension, first, second, Number(row[3]), Number(row[4]), Number(row[5]));

    private void Load(EncodedHits input)
    {
        var rows = new byte[BatchRows * RowBytes];
        foreach (var block in input.Blocks)
        {
            var written = 0;
            foreach (ref readonly var hit in block.Span)
            {
                var row = rows.AsSpan(written, RowBytes);
                BinaryPrimitives.WriteUInt32LittleEndian(row, hit.Visitor);
                BinaryPrimitives.WriteUInt64LittleEndian(row[4..], _moments.Of(hit));
                BinaryPrimitives.WriteUInt32LittleEndian(row[12..], _moments.InstantOf(hit));
                BinaryPrimitives.WriteUInt64LittleEndian(row[16..], KnownOf(input, hit));
                written += RowBytes;
            }

            _session.Insert("hits", rows, written);
        }
    }

    private static ulong KnownOf(EncodedHits input, in PackedHit hit)
    {
        var traits = hit.Traits;
        var service = (ulong)input.Dictionaries.Usages[input.Dictionaries.UsageOf(hit.Use)].Service;
        return ((ulong)input.Dictionaries.Places[hit.Place].Establishment << 32) | ((ulong)hit.Profile << 28) | ((ulong)traits.Device << 24)
            | ((ulong)traits.Os << 20) | ((ulong)traits.Browser << 16) | service;
    }

    private string Named(string sql) => sql
        .Replace("{hits}", ClickHouseSession.Table("hits"), StringComparison.Ordinal)
        .Replace("{visits}", ClickHouseSession.Table("visits"), StringComparison.Ordinal)
        .Replace("{day}", _moments.FirstDay.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
