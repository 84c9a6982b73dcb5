using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>What is read of a Parquet file of hits: expressions, the first of which is the instant, and where their values go.</summary>
internal sealed class ParquetHitPlan
{
    private readonly List<string> _expressions = [];

    /// <summary>Plans the reading of a file.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: a required column is missing, or a canonical one stands there twice.</exception>
    public ParquetHitPlan(ParquetFile file, ReadOnlySpan<byte[]> customNames, string subject)
    {
        var instant = file.IndexOf("instant"u8);
        if (instant < 0 || file.IndexOf("visitor"u8) < 0)
        {
            throw CsvLayout.MissingColumns(subject, file.ColumnNames);
        }

        Instant = ParquetInstant.Of(file.Columns[instant], subject);
        _expressions.Add(Instant.Expression);
        var canonical = new List<(int, HitColumn)>();
        var seen = new HashSet<HitColumn>();
        for (var i = 0; i < file.Columns.Count; i++)
        {
            var target = HitColumnNames.Find(file.ColumnNames[i]);
            if (target != HitColumn.None && !seen.Add(target))
            {
                throw CsvLayout.RepeatedColumn(subject, target);
            }

            // A truth value or a structure is no label: as in JSON lines, only custom dimensions read it.
            if (target is not (HitColumn.None or HitColumn.Instant) && !file.Columns[i].IsNested && !file.Columns[i].IsTruthValue)
            {
                canonical.Add((_expressions.Count, target));
                _expressions.Add(file.Columns[i].AsText());
            }
        }

        var custom = new List<(int, int)>();
        for (var i = 0; i < customNames.Length; i++)
        {
            if (file.IndexOf(customNames[i]) is var column and >= 0)
            {
                custom.Add((_expressions.Count, i));
                _expressions.Add(file.Columns[column].AsText());
            }
        }

        Canonical = [.. canonical];
        Custom = [.. custom];
    }

    /// <summary>What to select.</summary>
    public IReadOnlyList<string> Expressions => _expressions;

    /// <summary>How the first expression is read.</summary>
    public ParquetInstant Instant { get; }

    /// <summary>Which expression is which canonical column.</summary>
    public (int Expression, HitColumn Column)[] Canonical { get; }

    /// <summary>Which expression is which custom dimension.</summary>
    public (int Expression, int Custom)[] Custom { get; }
}
