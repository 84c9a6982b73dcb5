using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Frames;

/// <summary>Hits of some persons, as objects and as Arrow.</summary>
internal static class BenchHits
{
    private const int Persons = 20_000;
    private const int RowsPerBatch = 65_536;
    private static readonly string[] Services = ["NOTES", "ABSENCES", "CAHIER_TEXTES", "COURRIER_ELECTRONIQUE"];

    public static Hit[] Of(int count)
    {
        var start = new DateTimeOffset(2022, 9, 5, 0, 0, 0, TimeSpan.Zero);
        var persons = Enumerable.Range(0, Persons).Select(person => string.Create(CultureInfo.InvariantCulture, $"person-{person}")).ToArray();
        return [.. Enumerable.Range(0, count).Select(i => new Hit(start.AddMilliseconds(i * 37L), persons[i % Persons]) { Uai = "0450822X", Service = Services[i % 4], Profile = "ELEVE" })];
    }

    public static async IAsyncEnumerable<Hit> Objects(Hit[] hits)
    {
        await Task.CompletedTask;
        foreach (var hit in hits)
        {
            yield return hit;
        }
    }

    public static IArrowArrayStream Stream(Hit[] hits) => new Batches([.. hits.Chunk(RowsPerBatch).Select(Batch)]);

    private static RecordBatch Batch(Hit[] hits)
    {
        var instants = new TimestampArray.Builder(new TimestampType(TimeUnit.Millisecond, "UTC")).AppendRange(hits.Select(hit => hit.Instant)).Build();
        var codes = new DictionaryArray(
            new DictionaryType(Int8Type.Default, StringType.Default, false),
            new Int8Array.Builder().AppendRange(hits.Select(hit => (sbyte)System.Array.IndexOf(Services, hit.Service))).Build(),
            new StringArray.Builder().AppendRange(Services).Build());
        (string Name, IArrowArray Array)[] columns =
        [
            ("instant", instants), ("visitor", Texts(hits, hit => hit.Visitor)), ("uai", Texts(hits, hit => hit.Uai)), ("service", codes), ("profile", Texts(hits, hit => hit.Profile)),
        ];
        return new RecordBatch(new Schema(columns.Select(column => new Field(column.Name, column.Array.Data.DataType, false)), null), columns.Select(column => column.Array), hits.Length);
    }

    private static StringArray Texts(Hit[] hits, Func<Hit, string> of) => new StringArray.Builder().AppendRange(hits.Select(of)).Build();

    private sealed class Batches(RecordBatch[] batches) : IArrowArrayStream
    {
        private int _next;

        public Schema Schema => batches[0].Schema;

        public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(_next < batches.Length ? batches[_next++] : null!);

        public void Dispose()
        {
        }
    }
}
