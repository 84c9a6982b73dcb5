using System.Diagnostics.CodeAnalysis;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>
/// A column of distinct users in a data frame: it reads, filters and sorts as one of integers, and refuses to be added up. What arithmetic makes
/// of it, and what data frames hand on of filters and sorts, are plain columns. Not thread safe, as data frames are not.
/// </summary>
[SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads are those of the base class.")]
public sealed class DistinctCountColumn : Int64DataFrameColumn
{
    /// <summary>Makes a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; null where withheld.</param>
    public DistinctCountColumn(string name, IEnumerable<long?> values)
        : base(name, values)
    {
    }

    private DistinctCountColumn(string name, long length)
        : base(name, length)
    {
    }

    /// <summary>Refuses.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.NotAdditive"/>, always.</exception>
    public override object Sum() => throw Refusal();

    /// <summary>Refuses, also the sums of groups.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.NotAdditive"/>, always.</exception>
    public override object Sum(IEnumerable<long> rowIndices) => throw Refusal();

    /// <summary>Refuses.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.NotAdditive"/>, always.</exception>
    public override DataFrameColumn CumulativeSum(bool inPlace = false) => throw Refusal();

    /// <summary>Refuses.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.NotAdditive"/>, always.</exception>
    public override DataFrameColumn CumulativeSum(IEnumerable<long> rowIndices, bool inPlace = false) => throw Refusal();

    /// <inheritdoc />
    public override double Mean() => this.Sum(value => (double)(value ?? 0)) / Length;

    /// <summary>Makes columns of rows that were taken from a frame what they are there: a filter hands on plain ones.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="rows">Some of its rows, that are changed.</param>
    internal static DataFrame Keep(DataFrame frame, DataFrame rows)
    {
        foreach (var column in frame.Columns.OfType<DistinctCountColumn>())
        {
            rows[column.Name] = new DistinctCountColumn(column.Name, rows[column.Name].Cast<long?>());
        }

        return rows;
    }

    /// <inheritdoc />
    protected override PrimitiveDataFrameColumn<long> CreateNewColumn(string name, long length = 0) => new DistinctCountColumn(name, length);

    private EngineException Refusal() => DistinctUsers.Refusal($"column {Name}");
}
