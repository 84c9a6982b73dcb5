using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>A column of a Parquet file.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Type">Its type as DuckDB sees it.</param>
internal readonly record struct ParquetColumn(string Name, DuckDBType Type)
{
    /// <summary>Whether it holds lists, structures or maps.</summary>
    public bool IsNested => Type is DuckDBType.List or DuckDBType.Array or DuckDBType.Struct or DuckDBType.Map or DuckDBType.Union;

    /// <summary>Whether it holds true and false.</summary>
    public bool IsTruthValue => Type == DuckDBType.Boolean;

    /// <summary>An SQL expression for its values as text (or as the bytes of a blob, which older writers leave text in).</summary>
    /// <remarks>
    /// Numbers that came through a tool without integers that can be null (pandas) are floats: an id 5.0 is read as <c>5</c>, and NaN as no value.
    /// </remarks>
    public string AsText()
    {
        var name = DuckDbSession.Identifier(Name);
        return Type switch
        {
            DuckDBType.Varchar or DuckDBType.Blob => name,
            DuckDBType.Float or DuckDBType.Double =>
                $"CASE WHEN isnan({name}) THEN NULL WHEN {name} = trunc({name}) AND abs({name}) < 9007199254740992 "
                + $"THEN CAST(CAST({name} AS BIGINT) AS VARCHAR) ELSE CAST({name} AS VARCHAR) END",
            _ => $"CAST({name} AS VARCHAR)",
        };
    }

    /// <summary>As <see cref="AsText"/>, but a blob as hexadecimal digits.</summary>
    public string AsHexText() => Type == DuckDBType.Blob ? $"lower(hex({DuckDbSession.Identifier(Name)}))" : AsText();
}
