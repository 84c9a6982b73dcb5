using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.References;
using Dnma.Engine.Store.Sql;

namespace Dnma.Engine.Reports;

/// <summary>Adds to a table what its codes are called: a column behind each of code, modality and profile, of the same name with <c>_label</c>. Thread safe.</summary>
internal static class RowLabels
{
    /// <summary>What a label's column is called behind its code's name.</summary>
    public const string Suffix = "_label";

    /// <summary>The same table with labels. Tables that have labels already, as the published ones, have no such codes and stay as they are.</summary>
    public static SqlTable Added(SqlTable table, Annuaire annuaire)
    {
        var territories = new TerritoryNames(annuaire);
        var columns = new List<SqlColumn>();
        foreach (var column in table.Columns)
        {
            columns.Add(column);
            if (column is SqlText codes && LabelsOf(table, codes, territories) is { } labels)
            {
                columns.Add(new SqlText(codes.Name + Suffix, labels));
            }
        }

        return table with { Columns = columns };
    }

    private static Func<int, string>? LabelsOf(SqlTable table, SqlText codes, TerritoryNames territories) => codes.Name switch
    {
        "code" when Find(table, "level") is { } levels => row => territories.Of(levels.At(row), codes.At(row)),
        "modality" when Find(table, "dimension") is { } dimensions => row => Modality(dimensions.At(row), codes.At(row)),
        "modality" when Find(table, "indicator") is { } indicators => row => Modality((IndicatorCatalogue.Find(indicators.At(row)) as ShareIndicator)?.Dimension.Code ?? "", codes.At(row)),
        "profile" => row => Modality("profile", codes.At(row)),
        _ => null,
    };

    private static string Modality(string dimension, string code) =>
        code == IndicatorCodes.Total ? "Total" : ModalityLabels.Of(Dimension.Custom(dimension), code, LabelLanguage.French);

    private static SqlText? Find(SqlTable table, string name) => table.Columns.OfType<SqlText>().FirstOrDefault(column => column.Name == name);
}
