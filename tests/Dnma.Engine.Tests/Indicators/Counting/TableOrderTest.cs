using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>Packed keys sort as the texts of the file do, byte for byte.</summary>
public class TableOrderTest
{
    [Fact]
    public void Blocks_sort_as_their_texts()
    {
        // U+FF5E stands above the surrogates of U+1F600 in UTF-16 and below it in UTF-8.
        string[] projects = ["z", "\U0001F600", "\uFF5E", "é", "a", "aa"];
        var dictionaries = new HitDictionaries();
        foreach (var project in projects)
        {
            dictionaries.Projects.CodeOf(Encoding.UTF8.GetBytes(project));
            dictionaries.Platforms.CodeOf(Encoding.UTF8.GetBytes(project));
        }

        var order = new TableOrder(new TerritoryIndex(dictionaries, Annuaire.Empty), allStart: 19_240);
        var blocks =
            from period in Enum.GetValues<PeriodKind>()
            from start in new[] { 19_239, 19_240, 19_241 }
            where period != PeriodKind.All || start == 19_240
            from level in new[] { TerritoryLevel.National, TerritoryLevel.Platform, TerritoryLevel.Project }
            from code in Enumerable.Range(0, level == TerritoryLevel.National ? 1 : projects.Length + 1)
            select new BlockKey(period, period == PeriodKind.All ? DayPeriods.AllStart : start, level, code);
        var texts = blocks.ToDictionary(block => order.KeyOf(block), block => Bytes(block, order));
        Assert.Equal(blocks.Count(), texts.Count);
        var byText = texts.OrderBy(pair => pair.Value, Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y))).Select(pair => pair.Key);
        Assert.Equal(texts.Keys.Order(), byText);
    }

    [Fact]
    public void Days_before_1970_sort_before_later_ones()
    {
        // A range may be asked for that begins long before any hit: its empty days have rows.
        var order = new TableOrder(new TerritoryIndex(new HitDictionaries(), Annuaire.Empty), allStart: -100);
        ulong KeyOf(int day) => order.KeyOf(new BlockKey(PeriodKind.Day, day, TerritoryLevel.National, 0));
        int[] days = [LocalCalendar.DayOf(DateOnly.MinValue), -100, -1, 0, 1, LocalCalendar.DayOf(DateOnly.MaxValue)];
        Assert.Equal(days, days.OrderBy(KeyOf));
        Assert.True(order.KeyOf(new BlockKey(PeriodKind.All, 0, TerritoryLevel.National, 0)) < KeyOf(days[0]));
    }

    [Fact]
    public void Codes_and_starts_are_those_that_are_published()
    {
        var dictionaries = new HitDictionaries();
        var project = dictionaries.Projects.CodeOf("ent"u8);
        var order = new TableOrder(new TerritoryIndex(dictionaries, Annuaire.Empty), allStart: 19_240);
        Assert.Equal("FR", order.CodeOf(new BlockKey(PeriodKind.Day, 1, TerritoryLevel.National, 0)));
        Assert.Equal("inconnu", order.CodeOf(new BlockKey(PeriodKind.Day, 1, TerritoryLevel.Project, 0)));
        Assert.Equal("ent", order.CodeOf(new BlockKey(PeriodKind.Day, 1, TerritoryLevel.Project, project)));
        Assert.Equal(19_240, order.StartOf(new BlockKey(PeriodKind.All, 0, TerritoryLevel.National, 0)));
        Assert.Equal(1, order.StartOf(new BlockKey(PeriodKind.Day, 1, TerritoryLevel.National, 0)));
    }

    [Fact]
    public void Ranks_are_places_among_the_texts_and_equal_texts_share_theirs()
    {
        Assert.Equal([3, 0, 1, 1, 4], CodeTexts.RanksOf(["inconnu", "a", "b", "b", "\U0001F600"]));
        Assert.Equal([0, 0, 2], CodeTexts.RanksOf(["a", "a", "b"]));
    }

    [Fact]
    public void A_label_that_says_unknown_sorts_with_the_unknown()
    {
        var labels = new LabelDictionary();
        labels.CodeOf("inconnu"u8);
        labels.CodeOf("a"u8);
        var texts = new CodeTexts(labels);
        Assert.Equal(["inconnu", "inconnu", "a"], texts.Texts);
        Assert.Equal([1, 1, 0], texts.Ranks);
        Assert.Equal(["none", "inconnu", "a"], new CodeTexts(labels, "none").Texts);
    }

    private static byte[] Bytes(BlockKey block, TableOrder order) =>
        Encoding.UTF8.GetBytes($"{block.Period.Code()}\0{LocalCalendar.DateOf(order.StartOf(block)):yyyy-MM-dd}\0{block.Level.Code()}\0{order.CodeOf(block)}");
}
