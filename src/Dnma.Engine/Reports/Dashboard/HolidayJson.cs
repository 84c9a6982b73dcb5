using System.Text.Json;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>School and public holidays of the measured days: zones A, B and C, and those of territories on the page that have their own.</summary>
internal static class HolidayJson
{
    public static void Write(Utf8JsonWriter json, DashboardData data)
    {
        var range = data.Range;
        json.WriteStartArray("zones");
        foreach (var zone in range.Length == 0 ? [] : ZonesOf(data.Rows))
        {
            json.WriteStartObject();
            json.WriteString("code", FrenchLabels.Of(zone));
            WriteTerritories(json, "academy", data.Rows, TerritoryLevel.Academy, code => Territories.FindAcademy(code)?.Zone == zone);
            WriteTerritories(json, "department", data.Rows, TerritoryLevel.Department, code => Territories.ZoneOf(code) == zone);
            var known = data.Context.Calendar.CoverageOf(zone);
            json.WriteBoolean("known", known.Start <= range.Start && known.End >= range.End);
            json.WriteStartArray("holidays");
            foreach (var holiday in data.Context.Calendar.HolidaysOf(zone))
            {
                var (first, end) = (LocalCalendar.DayOf(holiday.FirstDayOff), LocalCalendar.DayOf(holiday.LastDayOff) + 1);
                if (first < range.End && end > range.Start)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(Math.Max(first, range.Start));
                    json.WriteNumberValue(Math.Min(end, range.End));
                    json.WriteStringValue(FrenchLabels.Of(holiday.Kind));
                    json.WriteEndArray();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("feasts");
        for (var day = range.Start; day < range.End; day++)
        {
            if (PublicHolidays.Contains(LocalCalendar.DateOf(day)))
            {
                json.WriteNumberValue(day);
            }
        }

        json.WriteEndArray();
    }

    private static IEnumerable<SchoolZone> ZonesOf(PageRows rows)
    {
        var zones = rows.Levels.SelectMany(static level => level.Level switch
        {
            TerritoryLevel.Academy => level.Codes.Select(static code => Territories.FindAcademy(code)?.Zone),
            TerritoryLevel.Department => level.Codes.Select(Territories.ZoneOf),
            _ => [],
        });
        return zones.OfType<SchoolZone>().Concat([SchoolZone.A, SchoolZone.B, SchoolZone.C]).Distinct().Order();
    }

    private static void WriteTerritories(Utf8JsonWriter json, string name, PageRows rows, TerritoryLevel level, Func<string, bool> isOf)
    {
        json.WriteStartArray(name);
        foreach (var code in rows.Levels.Where(shown => shown.Level == level).SelectMany(static shown => shown.Codes).Where(isOf))
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
    }
}
