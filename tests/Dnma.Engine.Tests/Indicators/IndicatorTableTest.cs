using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Indicators;

public class IndicatorTableTest
{
    private static readonly IndicatorRow Week = Row(Dimension.Total, "total", 11, 2, 3, 44, 5, 6, 7, 8);
    private static readonly IndicatorRow Nation = Row(Dimension.Total, "total", 21, 12, 13, 54, 15, 16, 17, 18, level: TerritoryLevel.National, code: "FR");
    private static readonly IndicatorRow Month = Row(Dimension.Profile, "eleve", 31, 22, 23, 64, 25, 26, 27, 28, PeriodKind.Month, new DateOnly(2022, 9, 1));

    [Fact]
    public void Rows_of_some_periods_and_levels_are_whole_and_in_order()
    {
        var table = Of(Week, Nation, Month);
        Assert.Equal([Week], table.Of([PeriodKind.Week], [TerritoryLevel.Establishment]));
        Assert.Equal([Month, Week], table.Of([PeriodKind.Week, PeriodKind.Month], [TerritoryLevel.Establishment]));
        Assert.Empty(table.Of([PeriodKind.Day], Enum.GetValues<TerritoryLevel>()));
        Assert.Same(table, table.Of(Enum.GetValues<PeriodKind>(), Enum.GetValues<TerritoryLevel>()));
        Assert.Equal([Month, Week, Nation], table);
        Assert.Equal(Nation, table[2]);
    }

    [Fact]
    public void A_row_is_found_by_its_whole_key_only()
    {
        var table = Of(Week, Nation, Month);
        Assert.Equal(Week, Find(table, Week));
        Assert.Equal(Nation, Find(table, Nation));
        Assert.Equal(Month, Find(table, Month));
        Assert.Null(Find(table, Week with { Period = PeriodKind.Day }));
        Assert.Null(Find(table, Week with { PeriodStart = Monday.AddDays(7) }));
        Assert.Null(Find(table, Week with { Level = TerritoryLevel.Project }));
        Assert.Null(Find(table, Week with { Code = "0010024Z" }));
        Assert.Null(Find(table, Week with { Dimension = Dimension.Type }));
        Assert.Null(Find(table, Week with { Modality = "inconnu" }));
        Assert.Null(Find(Of(), Week));
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "a", -1)]
    [InlineData("a", "ab", -1)]
    [InlineData("ab", "b", -1)]
    [InlineData("Z", "a", -1)]
    [InlineData("z", "é", -1)]
    [InlineData("\uFF5E", "\U0001F600", -1)] // 3 bytes EF BD 9E against 4 bytes F0 9F 98 80; U+D83D is below U+FF5E
    [InlineData("\U0001F600", "\U0001F601", -1)]
    [InlineData("x\U0001F600", "x\uFF5E", 1)]
    public void Texts_are_ordered_by_their_bytes(string left, string right, int sign)
    {
        Assert.Equal(sign, Math.Sign(IndicatorColumns.CompareUtf8(left, right)));
        Assert.Equal(-sign, Math.Sign(IndicatorColumns.CompareUtf8(right, left)));
    }

    [Fact]
    public void Codes_of_periods_levels_and_kinds_are_read_as_they_are_written()
    {
        Assert.Equal(["day", "week", "month", "school-year", "all"], Enum.GetValues<PeriodKind>().Select(period => period.Code()));
        Assert.Equal(
            ["national", "academy", "department", "platform", "project", "establishment", "region", "commune", "circonscription", "operator", "collectivity"],
            Enum.GetValues<TerritoryLevel>().Select(level => level.Code()));
        Assert.Equal(["national", "academy", "department", "platform", "project", "establishment"], TerritoryLevels.Standard.Select(level => level.Code()));
        Assert.Equal(["click", "download", "event"], Enum.GetValues<EventKind>().Select(kind => kind.Code()));
        foreach (var period in Enum.GetValues<PeriodKind>())
        {
            Assert.True(IndicatorCodes.TryParse(period.Code(), out PeriodKind read));
            Assert.Equal(period, read);
        }

        foreach (var level in Enum.GetValues<TerritoryLevel>())
        {
            Assert.True(IndicatorCodes.TryParse(level.Code(), out TerritoryLevel read));
            Assert.Equal(level, read);
        }

        Assert.False(IndicatorCodes.TryParse("Day", out PeriodKind period0));
        Assert.False(IndicatorCodes.TryParse("", out TerritoryLevel level0));
        Assert.Equal((default, default), (period0, level0));
    }

    [Fact]
    public void Events_are_a_list_of_rows()
    {
        EventRow[] rows =
        [
            new(PeriodKind.All, Monday, TerritoryLevel.National, "FR", EventKind.Click, "a", 3, 2),
            new(PeriodKind.Day, Monday, TerritoryLevel.Academy, "18", EventKind.Download, "b", 5, 4),
        ];
        var table = Events(rows);
        Assert.Equal(rows, table);
        Assert.Equal((2, rows[1]), (table.Count, table[1]));
        Assert.Equal(rows.Cast<object>(), ((System.Collections.IEnumerable)table).Cast<object>());
    }

    [Fact]
    public void Only_what_a_visit_has_one_of_partitions_visits()
    {
        Assert.Equal(
            ["total", "profile", "device", "os", "browser", "school-level", "profile-device", "connected-object"],
            Dimension.Shipped.Where(dimension => dimension.PartitionsVisits).Select(dimension => dimension.Code));
        Assert.Equal(["service", "type", "tool"], Dimension.Shipped.Where(dimension => !dimension.PartitionsVisits).Select(dimension => dimension.Code));
        Assert.False(Dimension.Custom("matiere").PartitionsVisits);
        Assert.Equal(Dimension.Custom("matiere"), Dimension.Custom("matiere"));
    }

    private static IndicatorRow? Find(IndicatorTable table, IndicatorRow key) =>
        table.Find(key.Period, key.PeriodStart, key.Level, key.Code, key.Dimension, key.Modality);
}
