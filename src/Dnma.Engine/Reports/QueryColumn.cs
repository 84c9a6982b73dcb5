using System.Globalization;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>A column of an answer while it is read.</summary>
internal abstract class QueryColumn
{
    /// <summary>Adds a value, or null.</summary>
    public abstract void Add(object? value);

    /// <summary>The column, whole.</summary>
    public abstract DataFrameColumn ToFrame();
}

/// <summary>A column of values.</summary>
internal sealed class QueryColumn<T>(string name, Func<object, T> convert, Func<string, IEnumerable<T?>, DataFrameColumn> finish) : QueryColumn
    where T : unmanaged
{
    private readonly List<T?> _values = [];

    public override void Add(object? value) => _values.Add(value is null ? null : convert(value));

    public override DataFrameColumn ToFrame() => finish(name, _values);
}

/// <summary>A column of texts.</summary>
internal sealed class QueryTextColumn(string name) : QueryColumn
{
    private readonly List<string?> _values = [];

    public override void Add(object? value) => _values.Add(value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture));

    public override DataFrameColumn ToFrame() => new StringDataFrameColumn(name, _values);
}
