using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Formats;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// The look-ups behind one Matomo database's log_link_visit_action: its visits, its actions, and the UAI of its structures. Rows are added first, under
/// <see cref="Gate"/>; once all are in, any number of threads may read. The order of rows never matters.
/// </summary>
internal sealed class MatomoTables
{
    private readonly PackedRows _visits;
    private readonly PackedRows _actions;

    /// <summary>Creates empty look-ups.</summary>
    /// <param name="columns">Which custom dimension holds what, and which UAI the structures are.</param>
    /// <param name="byteBudget">How many bytes visits and actions may take together.</param>
    public MatomoTables(MatomoMapping columns, long byteBudget)
    {
        Columns = columns;
        var budget = new ByteBudget(byteBudget);
        _visits = new PackedRows(budget);
        _actions = new PackedRows(budget);
    }

    /// <summary>Held while rows are added.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Which custom dimension holds what.</summary>
    public MatomoMapping Columns { get; }

    /// <summary>Adds a visit; false where the row has no usable id. Of two states of one visit (exports of different days) the later one stays.</summary>
    public bool TryAddVisit(scoped in MatomoRow row, CustomValues customs, FieldPacker packer)
    {
        if (!MatomoRow.TryId(row.IdSite, out var site) || !MatomoRow.TryId(row.IdVisit, out var id))
        {
            return false;
        }

        Span<byte> scratch = stackalloc byte[MatomoVisitorId.MaxLength];
        MatomoVisit.Pack(row, MatomoVisitorId.Normalise(row.IdVisitor, scratch), customs, packer);
        if (!_visits.TryGet(site, id, out var known) || known.SequenceCompareTo(packer.Packed) < 0)
        {
            _visits.Set(site, id, packer.Packed);
        }

        return true;
    }

    /// <summary>Adds an action; false where the row has no usable id or type.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: the same id stands for two actions, so these are tables of two databases.</exception>
    public bool TryAddAction(scoped in MatomoRow row, FieldPacker packer)
    {
        if (!MatomoRow.TryId(row.IdAction, out var id) || !MatomoRow.TryId(row.ActionType, out var type) || type > byte.MaxValue)
        {
            return false;
        }

        packer.Clear();
        packer.Add([(byte)type]);
        packer.Add(row.ActionName);
        if (!_actions.TryGet(0, id, out var known))
        {
            _actions.Set(0, id, packer.Packed);
        }
        else if (!known.SequenceEqual(packer.Packed))
        {
            throw new EngineException(
                ErrorId.UndecidedFormat,
                "Matomo's log_action",
                $"idaction {id} stands for two different actions, so tables of two databases are mixed",
                "measure each database in a run of its own");
        }

        return true;
    }

    /// <summary>Finds a visit of a site.</summary>
    public bool TryVisit(ulong site, ulong id, out MatomoVisit visit)
    {
        var found = _visits.TryGet(site, id, out var packed);
        visit = found ? new MatomoVisit(packed) : default;
        return found;
    }

    /// <summary>Finds an action: its type (<see cref="MatomoActionType"/>) and its name.</summary>
    public bool TryAction(ReadOnlySpan<byte> idText, out MatomoActionType type, out ReadOnlySpan<byte> name)
    {
        if (!MatomoRow.TryId(idText, out var id) || !_actions.TryGet(0, id, out var packed))
        {
            type = MatomoActionType.Unknown;
            name = default;
            return false;
        }

        type = (MatomoActionType)FieldPacker.Next(ref packed)[0];
        name = FieldPacker.Next(ref packed);
        return true;
    }

    /// <summary>The UAI of a structure: the table's, else the structure itself where it has the form of one; empty where neither is.</summary>
    public ReadOnlySpan<byte> UaiOf(ReadOnlySpan<byte> structure) =>
        Columns.Structures is { } structures && structures.TryFind(structure, out var uai) ? uai
        : EstablishmentForm.IsUai(structure) ? structure
        : default;

    /// <summary>Checks, before the first hit is read, that the tables are there without which a hit has no person and no kind.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: one of them is missing or empty.</exception>
    public void RequireLoaded()
    {
        if (_visits.Count == 0 || _actions.Count == 0)
        {
            var missing = _visits.Count == 0 ? "log_visit" : "log_action";
            throw new EngineException(
                ErrorId.UndecidedFormat,
                "Matomo's log_link_visit_action",
                $"its {missing} table is missing or holds no row",
                "give log_visit and log_action beside it, with their header lines");
        }
    }
}
