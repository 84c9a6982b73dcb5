using System.Globalization;

namespace Dnma.Engine.Time;

/// <summary>Reads <c>school-holidays.txt</c>, the school holidays that are built in; the file says where they are from.</summary>
internal static class BuiltInHolidays
{
    /// <summary>Of the content; changes whenever a date does.</summary>
    public const string Version = "3";

    private const string Resource = "Dnma.Engine.Time.school-holidays.txt";

    /// <summary>The holidays of every zone.</summary>
    public static IReadOnlyList<ZoneHolidays> Read()
    {
        using var stream = typeof(BuiltInHolidays).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("the library was built without its school holidays");
        using var reader = new StreamReader(stream);
        var lines = new List<(SchoolZone Zone, SchoolHolidayKind Kind, DateOnly First, DateOnly? Last)>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var parts = line.Split(';');
                lines.Add((Enum.Parse<SchoolZone>(parts[0]), Enum.Parse<SchoolHolidayKind>(parts[1]), Date(parts[2]), parts[3].Length > 0 ? Date(parts[3]) : null));
            }
        }

        return
        [
            .. lines.GroupBy(static line => line.Zone).Select(static zone => new ZoneHolidays(
                zone.Key,
                [.. zone.Where(static line => line.Last is not null).Select(static line => new SchoolHoliday(line.Kind, line.First, line.Last!.Value))],
                zone.FirstOrDefault(static line => line.Last is null) is { First: var begins } && begins != default ? begins : null)),
        ];
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
