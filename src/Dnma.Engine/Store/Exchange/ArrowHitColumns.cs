using System.Globalization;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.Time;

namespace Dnma.Engine.Store.Exchange;

/// <summary>The columns of one batch of hits. Not thread safe.</summary>
internal sealed class ArrowHitColumns
{
    private readonly ForeignColumn?[] _canonical = new ForeignColumn?[(int)HitColumn.Browser + 1];
    private readonly List<ForeignColumn> _custom = [];
    private readonly Func<int, long?> _instantMs;
    private readonly string _remedy;

    /// <param name="batch">The rows.</param>
    /// <param name="pool">Texts that repeat.</param>
    /// <param name="remedy">What to do where the columns are not those of hits.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: a column is missing, there twice, or <c>instant</c> is of a type without instants.</exception>
    public ArrowHitColumns(RecordBatch batch, TextPool pool, string remedy)
    {
        _remedy = remedy;
        IArrowArray? instants = null;
        foreach (var (column, index) in ArrowColumn.Of(batch, name => IsPooled(name) ? pool : null).Columns.Select((column, index) => (column, index)))
        {
            var canonical = HitColumnNames.Find(Encoding.UTF8.GetBytes(column.Name));
            if (canonical == HitColumn.None)
            {
                if (_custom.Exists(other => NameOf(other).Equals(NameOf(column), StringComparison.OrdinalIgnoreCase)))
                {
                    throw Refused(column.Name, "the column is there twice");
                }

                // As in a table of Parquet, numbers, truth values and days have modalities too. Instants, lists and structures have none.
                _custom.AddRange(column.HoldsLabels ? [column] : []);
            }
            else if (_canonical[(int)canonical] is not null)
            {
                throw Refused(column.Name, "the column is there twice");
            }
            else
            {
                _canonical[(int)canonical] = column;
                instants = canonical == HitColumn.Instant ? batch.Column(index) : instants;
            }
        }

        _ = _canonical[(int)HitColumn.Visitor] ?? throw Refused("visitor", "the column is missing");
        _instantMs = InstantsOf(instants ?? throw Refused("instant", "the column is missing"));
    }

    /// <summary>The hit of a row.</summary>
    /// <param name="row">In the batch.</param>
    /// <param name="number">In all batches, from 0.</param>
    public Hit Hit(int row, long number)
    {
        long? instant;
        try
        {
            instant = _instantMs(row);
        }
        catch (OverflowException)
        {
            instant = null;
        }

        return instant is not { } milliseconds
            ? throw Refused("instant", string.Create(CultureInfo.InvariantCulture, $"row {number + 1} has none, or one that is no instant"))
            : new Hit(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), Text(HitColumn.Visitor, row))
            {
                Client = Text(HitColumn.Client, row),
                Uai = Text(HitColumn.Uai, row),
                Profile = Text(HitColumn.Profile, row),
                Service = Text(HitColumn.Service, row),
                Type = Text(HitColumn.Type, row),
                Tool = Text(HitColumn.Tool, row),
                Project = Text(HitColumn.Project, row),
                Operator = Text(HitColumn.Operator, row),
                Platform = Text(HitColumn.Platform, row),
                Collectivity = Text(HitColumn.Collectivity, row),
                Kind = Text(HitColumn.Kind, row) is { Length: > 0 } kind ? HitRow.KindOf(Encoding.UTF8.GetBytes(kind)) : HitKind.Page,
                Page = Text(HitColumn.Page, row),
                Label = Text(HitColumn.Label, row),
                UserAgent = Text(HitColumn.UserAgent, row),
                Device = Text(HitColumn.Device, row),
                Os = Text(HitColumn.Os, row),
                Browser = Text(HitColumn.Browser, row),
                Custom = Custom(row),
            };
    }

    /// <summary>Ids of persons and browsers are in no pool: nothing shall hold them when their hit is gone. Nor is what hardly repeats.</summary>
    private static bool IsPooled(string column) =>
        HitColumnNames.Find(Encoding.UTF8.GetBytes(column)) is not (HitColumn.Visitor or HitColumn.Client or HitColumn.Page or HitColumn.Label);

    private static Func<int, long?> InstantsOf(IArrowArray array) => array switch
    {
        TimestampArray timestamps => row => timestamps.GetValue(row) is { } value ? MillisecondsOf(value, ((TimestampType)timestamps.Data.DataType).Unit) : null,
        Int64Array numbers => row => numbers.GetValue(row) is { } value && InstantText.FromEpoch(value, out var instant) == InstantReading.Ok ? Bounded(instant) : null,
        DoubleArray numbers => row => numbers.GetValue(row) is { } value && InstantText.FromEpoch(value, out var instant) == InstantReading.Ok ? Bounded(instant) : null,
        StringArray texts => row => !texts.IsNull(row) && InstantText.Read(texts.GetBytes(row), out var instant) == InstantReading.Ok ? Bounded(instant) : null,
        _ => throw new EngineException(
            ErrorId.InvalidReference, "instant", $"the column is of type {array.Data.DataType.Name}, which holds no instants", "give timestamps, numbers, or ISO 8601 texts with offset"),
    };

    private static long? MillisecondsOf(long value, TimeUnit unit) => Bounded(unit switch
    {
        TimeUnit.Second => checked(value * 1_000),
        TimeUnit.Millisecond => value,
        TimeUnit.Microsecond => Floor(value, 1_000),
        _ => Floor(value, 1_000_000),
    });

    private static long Floor(long value, long unit)
    {
        var (quotient, rest) = Math.DivRem(value, unit);
        return rest < 0 ? quotient - 1 : quotient;
    }

    private static long? Bounded(long milliseconds) =>
        milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? milliseconds : null;

    private string Text(HitColumn column, int row) => _canonical[(int)column]?.Text(row) ?? "";

    private IReadOnlyDictionary<string, string> Custom(int row) =>
        _custom.Count == 0 ? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty : _custom.ToDictionary(NameOf, column => column.Label(row) ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>Columns of one's own are found as those of other tables of hits are: whatever their case and the blanks around them.</summary>
    private static string NameOf(ForeignColumn column) => column.Name.Trim();

    private EngineException Refused(string column, string problem) => new(ErrorId.InvalidReference, column, problem, _remedy);
}
