namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>All equations between the cells of a table: over periods, territories and modalities.</summary>
internal static class CellRelations
{
    /// <summary>Those of a whole table.</summary>
    public static RelationSet Of(CellFrame frame, TerritoryNesting tree, DayActivity activity)
    {
        var relations = new RelationSetBuilder(frame);
        AddOfOnePeriod(relations, frame, tree);
        PeriodRelations.AddTo(relations, frame, activity);
        return relations.Build();
    }

    /// <summary>Those of cells that are all of one period.</summary>
    public static RelationSet OfOnePeriod(CellFrame frame, TerritoryNesting tree)
    {
        var relations = new RelationSetBuilder(frame);
        AddOfOnePeriod(relations, frame, tree);
        return relations.Build();
    }

    private static void AddOfOnePeriod(RelationSetBuilder relations, CellFrame frame, TerritoryNesting tree)
    {
        ModalityRelations.AddTo(relations, frame);
        TerritoryRelations.AddTo(relations, frame, tree);
    }
}
