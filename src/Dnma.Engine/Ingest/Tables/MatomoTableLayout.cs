using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>
/// A delimited export of one of Matomo's raw tables. Files of log_visit and log_action (<see cref="IsLookUp"/>) must be decoded to the end
/// before the first decoder of log_link_visit_action is made.
/// </summary>
internal sealed class MatomoTableLayout(CsvHeader header, MatomoTable table, MatomoTables tables) : RecordLayout
{
    /// <summary>Which table it is.</summary>
    public MatomoTable Table => table;

    /// <summary>Whether its rows fill the look-ups, and are no hits.</summary>
    public bool IsLookUp => table != MatomoTable.Links;

    /// <inheritdoc/>
    public override string Description => $"{NameOf(table)} of Matomo, {header.SeparatorName} separated";

    /// <summary>The table that a header belongs to; null for any other header.</summary>
    public static MatomoTable? Recognise(CsvHeader header) =>
        MatomoSchema.Recognise(name => header.IndexOf(System.Text.Encoding.ASCII.GetBytes(name)) >= 0);

    /// <summary>The name that Matomo gives a table, without the prefix of the installation.</summary>
    public static string NameOf(MatomoTable table) => table switch
    {
        MatomoTable.Visits => "log_visit",
        MatomoTable.Actions => "log_action",
        _ => "log_link_visit_action",
    };

    /// <inheritdoc/>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: the table is log_link_visit_action and a look-up that it needs is empty.</exception>
    public override BlockDecoder CreateDecoder(RecordSink sink)
    {
        if (!IsLookUp)
        {
            tables.RequireLoaded();
        }

        var decoder = new CsvBlockDecoder<MatomoCsvRows>(header, new MatomoCsvRows(header, table, tables, sink), sink);
        return IsLookUp ? new OneAtATime(decoder, tables.Gate) : decoder;
    }

    /// <summary>Lets one worker at a time fill the look-ups.</summary>
    private sealed class OneAtATime(BlockDecoder decoder, Lock gate) : BlockDecoder
    {
        /// <inheritdoc/>
        public override void Decode(RecordBlock block)
        {
            lock (gate)
            {
                decoder.Decode(block);
            }
        }
    }
}
