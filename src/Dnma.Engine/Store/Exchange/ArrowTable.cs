using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Store.Exchange;

/// <summary>
/// Typed columns as Arrow: codes by a dictionary that all batches share, free texts plain, dates as days, counts as 64-bit integers, quotients as decimals of six
/// digits behind the point. Batches may be made in any order, by one thread at a time.
/// </summary>
internal sealed class ArrowTable
{
    private static readonly DictionaryType Codes = new(Int32Type.Default, StringType.Default, ordered: false);
    private static readonly Decimal128Type Quotients = new(SqlDecimal.Precision, SqlDecimal.Scale);

    private readonly SqlTable _table;
    private readonly Dictionary<string, int>?[] _codes;
    private readonly (byte[] Offsets, byte[] Texts)[] _dictionaries;

    /// <param name="table">The columns.</param>
    /// <param name="titles">What is said of each field beside its type; may be empty.</param>
    public ArrowTable(SqlTable table, Func<SqlColumn, IEnumerable<KeyValuePair<string, string>>> titles)
    {
        _table = table;
        _codes = new Dictionary<string, int>?[table.Columns.Count];
        _dictionaries = new (byte[], byte[])[table.Columns.Count];
        Schema = new Schema(
            table.Columns.Select(column => new Field(column.Name, TypeOf(column), column.IsNullable, titles(column))),
            [new("table", table.Name)]);
    }

    /// <summary>Names, types, which may be null.</summary>
    public Schema Schema { get; }

    /// <summary>Some rows.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops between two columns.</param>
    public RecordBatch Batch(int first, int count, CancellationToken cancellationToken = default)
    {
        var arrays = new IArrowArray[_table.Columns.Count];
        for (var index = 0; index < arrays.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            arrays[index] = ArrayOf(index, first, count);
        }

        return new RecordBatch(Schema, arrays, count);
    }

    private static IArrowType TypeOf(SqlColumn column) => column switch
    {
        SqlText { IsFree: false } => Codes,
        SqlText => StringType.Default,
        SqlDate => Date32Type.Default,
        SqlInteger => Int64Type.Default,
        SqlDecimal => Quotients,
        SqlNumber => DoubleType.Default,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private IArrowArray ArrayOf(int index, int first, int count)
    {
        switch (_table.Columns[index])
        {
            case SqlText { IsFree: false } codes:
                var (byText, indices) = (CodesOf(index, codes), new Int32Array.Builder().Reserve(count));
                for (var row = first; row < first + count; row++)
                {
                    _ = indices.Append(byText[codes.At(row)]);
                }

                return new DictionaryArray(Codes, indices.Build(), DictionaryOf(index, byText.Count));
            case SqlText texts:
                return Filled(new StringArray.Builder(), first, count, (builder, row) => builder.Append(Encoding.UTF8.GetBytes(texts.At(row)).AsSpan())).Build();
            case SqlDate dates:
                return Filled(new Date32Array.Builder().Reserve(count), first, count, (builder, row) => dates.At(row) is { } date ? builder.Append(date) : builder.AppendNull()).Build();
            case SqlInteger counts:
                return Filled(new Int64Array.Builder().Reserve(count), first, count, (builder, row) => counts.At(row) is { } value ? builder.Append(value) : builder.AppendNull()).Build();
            case SqlDecimal quotients:
                return Filled(new Decimal128Array.Builder(Quotients).Reserve(count), first, count, (builder, row) => quotients.At(row) is { } value ? builder.Append(value) : builder.AppendNull()).Build();
            case SqlNumber numbers:
                return Filled(new DoubleArray.Builder().Reserve(count), first, count, (builder, row) => numbers.At(row) is { } value ? builder.Append(value) : builder.AppendNull()).Build();
            default:
                throw new InvalidOperationException("a column without a type of Arrow");
        }
    }

    private static T Filled<T>(T builder, int first, int count, Func<T, int, object> append)
    {
        for (var row = first; row < first + count; row++)
        {
            _ = append(builder, row);
        }

        return builder;
    }

    /// <summary>
    /// The places of codes in their dictionary, in the order in which rows name them. Of the whole table, not of a batch: the format's stream holds a dictionary
    /// once, and readers take it for that of every batch.
    /// </summary>
    private Dictionary<string, int> CodesOf(int index, SqlText column)
    {
        if (_codes[index] is { } known)
        {
            return known;
        }

        var (codes, builder) = (new Dictionary<string, int>(StringComparer.Ordinal), new StringArray.Builder());
        for (var row = 0; row < _table.Count; row++)
        {
            var text = column.At(row);
            if (codes.TryAdd(text, codes.Count))
            {
                _ = builder.Append(Encoding.UTF8.GetBytes(text).AsSpan());
            }
        }

        using var entries = builder.Build();
        _dictionaries[index] = (entries.ValueOffsetsBuffer.Span.ToArray(), entries.ValueBuffer.Span.ToArray());
        return _codes[index] = codes;
    }

    /// <summary>An array over the same bytes for each batch: whoever disposes of a batch disposes of its arrays, and others go on.</summary>
    private StringArray DictionaryOf(int index, int count) =>
        new(count, new ArrowBuffer(_dictionaries[index].Offsets), new ArrowBuffer(_dictionaries[index].Texts), ArrowBuffer.Empty, nullCount: 0, offset: 0);
}
