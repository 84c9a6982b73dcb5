namespace Dnma.Engine.Ingest;

/// <summary>The codes of some rows by column, where whoever decoded the rows holds them. Valid as long as they are.</summary>
internal readonly unsafe struct CodedColumns()
{
    private readonly nint[] _columns = new nint[(int)CodedColumn.Custom3 + 1];

    /// <summary>A row's code in a column; 0 in a column that is not told.</summary>
    public ulong this[CodedColumn column, int row] => _columns[(int)column] is var codes and not 0 ? ((ulong*)codes)[row] : 0;

    /// <summary>Tells a column.</summary>
    public void Set(CodedColumn column, ulong* codes) => _columns[(int)column] = (nint)codes;
}
