using Dnma.Engine.Ingest.Formats;
using System.Globalization;
using System.Text;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>Recognises Matomo's raw tables by their columns, and says which column holds what. Pure and thread safe.</summary>
internal static class MatomoSchema
{
    /// <summary>The table that has these columns; null for any other table.</summary>
    /// <param name="has">Whether a table has the column of this name, in any case.</param>
    public static MatomoTable? Recognise(Func<string, bool> has)
    {
        if (has("idaction") && has("name") && has("type"))
        {
            return MatomoTable.Actions;
        }

        if (!has("idvisit") || !has("idsite"))
        {
            return null;
        }

        // log_conversion has server_time and idaction_url too, and idgoal beside them.
        return has("server_time") && has("idaction_url") && !has("idgoal") ? MatomoTable.Links
            : has("user_id") && !has("server_time") ? MatomoTable.Visits
            : null;
    }

    /// <summary>What a column of a table holds; <see cref="MatomoColumn.None"/> for one that is not read.</summary>
    public static MatomoColumn Find(MatomoTable table, ReadOnlySpan<byte> name, MatomoMapping columns)
    {
        Span<byte> lower = stackalloc byte[40];
        if (name.Length > lower.Length || Ascii.ToLower(name, lower, out var length) != System.Buffers.OperationStatus.Done)
        {
            return MatomoColumn.None;
        }

        var key = Encoding.ASCII.GetString(lower[..length]);
        return table switch
        {
            MatomoTable.Actions => key switch
            {
                "idaction" => MatomoColumn.IdAction,
                "name" => MatomoColumn.ActionName,
                "type" => MatomoColumn.ActionType,
                _ => MatomoColumn.None,
            },
            MatomoTable.Visits => key switch
            {
                "user_id" => MatomoColumn.UserId,
                "visit_last_action_time" => MatomoColumn.LastActionTime,
                "config_device_type" => MatomoColumn.DeviceType,
                "config_os" => MatomoColumn.Os,
                "config_browser_name" => MatomoColumn.Browser,
                _ => Shared(key, columns),
            },
            _ => key switch
            {
                "server_time" => MatomoColumn.ServerTime,
                "idaction_url" => MatomoColumn.UrlAction,
                "idaction_name" => MatomoColumn.NameAction,
                "idaction_event_category" => MatomoColumn.EventCategory,
                "idaction_event_action" => MatomoColumn.EventAction,
                "idaction_content_name" => MatomoColumn.ContentName,
                _ => Shared(key, columns),
            },
        };
    }

    private static MatomoColumn Shared(string key, MatomoMapping columns)
    {
        return key switch
        {
            "idsite" => MatomoColumn.IdSite,
            "idvisit" => MatomoColumn.IdVisit,
            "idvisitor" => MatomoColumn.IdVisitor,
            _ => Dimension(key, columns),
        };
    }

    private static MatomoColumn Dimension(string key, MatomoMapping columns)
    {
        const string Prefix = "custom_dimension_";
        if (!key.StartsWith(Prefix, StringComparison.Ordinal)
            || !int.TryParse(key.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0)
        {
            return MatomoColumn.None;
        }

        return number == columns.Profile ? MatomoColumn.Profile
            : number == columns.Structure ? MatomoColumn.Structure
            : number == columns.Host ? MatomoColumn.Host
            : number == columns.Service ? MatomoColumn.Service
            : number == columns.Type ? MatomoColumn.ServiceType
            : number == columns.Tool ? MatomoColumn.Tool
            : number == columns.Project ? MatomoColumn.Project
            : MatomoColumn.None;
    }
}
