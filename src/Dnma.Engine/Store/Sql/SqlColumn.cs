using System.Text;
using DuckDB.NET.Data;

namespace Dnma.Engine.Store.Sql;

/// <summary>A typed column: a name, a type, whether values may be missing, and the value of each row.</summary>
internal abstract class SqlColumn(string name, bool isNullable)
{
    /// <summary>The name, as in files.</summary>
    public string Name => name;

    /// <summary>Whether a row may be without value; always so in every table of the kind, whatever this one holds.</summary>
    public bool IsNullable => isNullable;

    /// <summary>The type in SQL.</summary>
    public abstract string Type { get; }

    /// <summary>Appends the value of a row to the table that is being filled.</summary>
    public abstract void Append(IDuckDBAppenderRow target, int row);
}

/// <summary>Texts.</summary>
/// <param name="name">The name.</param>
/// <param name="at">The text of a row.</param>
/// <param name="isFree">Whether texts are anybody's words, and few rows share one; else they are codes.</param>
internal sealed class SqlText(string name, Func<int, string> at, bool isFree = false) : SqlColumn(name, isNullable: false)
{
    private const int ShortText = 128;

    public Func<int, string> At => at;

    public bool IsFree => isFree;

    public override string Type => "VARCHAR";

    public override void Append(IDuckDBAppenderRow target, int row)
    {
        // As bytes: DuckDB.NET 1.5.6 cuts a string at its first zero character, and keeps bytes whole.
        var text = at(row);
        if (text.Length <= ShortText)
        {
            Span<byte> utf8 = stackalloc byte[3 * ShortText];
            _ = target.AppendValue(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        }
        else
        {
            _ = target.AppendValue(Encoding.UTF8.GetBytes(text).AsSpan());
        }
    }
}

/// <summary>Local dates; null where nothing has one.</summary>
internal sealed class SqlDate(string name, Func<int, DateOnly?> at, bool isNullable = true) : SqlColumn(name, isNullable)
{
    public Func<int, DateOnly?> At => at;

    public override string Type => "DATE";

    public override void Append(IDuckDBAppenderRow target, int row) => target.AppendValue(at(row));
}

/// <summary>Counts; null where withheld.</summary>
internal sealed class SqlInteger(string name, Func<int, long?> at, bool isNullable = true) : SqlColumn(name, isNullable)
{
    public Func<int, long?> At => at;

    public override string Type => "BIGINT";

    public override void Append(IDuckDBAppenderRow target, int row) => target.AppendValue(at(row));
}

/// <summary>Quotients of six decimals; null without value.</summary>
internal sealed class SqlDecimal(string name, Func<int, decimal?> at) : SqlColumn(name, isNullable: true)
{
    /// <summary>How many digits there are room for, those behind the point included.</summary>
    public const int Precision = 28;

    /// <summary>How many of them stand behind the point.</summary>
    public const int Scale = 6;

    public Func<int, decimal?> At => at;

    public override string Type => "DECIMAL(28, 6)";

    public override void Append(IDuckDBAppenderRow target, int row) => target.AppendValue(at(row));
}

/// <summary>Measured values that are no counts; null without value.</summary>
internal sealed class SqlNumber(string name, Func<int, double?> at) : SqlColumn(name, isNullable: true)
{
    public Func<int, double?> At => at;

    public override string Type => "DOUBLE";

    public override void Append(IDuckDBAppenderRow target, int row) => target.AppendValue(at(row));
}
