using System.Text.Json;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The territories of one level: in the page's directory, or, where they are many, in a chunk of their own.</summary>
internal static class LevelJson
{
    /// <summary>The level as an object; its territories stand in it, or under the id of a chunk.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="level">The level.</param>
    /// <param name="context">Tells names and places.</param>
    /// <param name="chunk">The id; −1 where the territories stand in the object.</param>
    public static void Write(Utf8JsonWriter json, PageLevel level, DashboardContext context, int chunk)
    {
        json.WriteStartObject();
        json.WriteString("code", level.Level.Code());
        json.WriteString("label", FrenchLabels.Of(level.Level));
        json.WriteNumber("count", level.Codes.Count);
        json.WriteNumber("chunk", chunk);
        if (chunk < 0)
        {
            WriteTerritories(json, level, context);
        }

        json.WriteEndObject();
    }

    /// <summary>The territories as the text of a chunk.</summary>
    public static byte[] Territories(PageLevel level, DashboardContext context)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteTerritories(json, level, context);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Codes, names, and of départements and establishments where they lie.</summary>
    private static void WriteTerritories(Utf8JsonWriter json, PageLevel level, DashboardContext context)
    {
        Write(json, "codes", level.Codes);
        Write(json, "names", level.Codes.Select(code => NameOf(level.Level, code, context)));
        if (level.Level is not (TerritoryLevel.Department or TerritoryLevel.Establishment))
        {
            return;
        }

        (string Academy, string Department, string Region)[] places = [.. level.Codes.Select(code => PageLevel.PlaceOf(level.Level, code, context.Annuaire))];
        Write(json, "academy", places.Select(static place => place.Academy));
        Write(json, "department", places.Select(static place => place.Department));
        Write(json, "region", places.Select(static place => place.Region));
    }

    private static string NameOf(TerritoryLevel level, string code, DashboardContext context) => (level, code) switch
    {
        (_, IndicatorCodes.Unknown) => "Inconnu",
        (TerritoryLevel.National, _) => "France entière",
        _ => OutsideText.Of(context.NameOf(level, code) ?? ""),
    };

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
