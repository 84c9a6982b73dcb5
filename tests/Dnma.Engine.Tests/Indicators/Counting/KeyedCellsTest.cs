using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>The tables that counting is made of: every key keeps its own figures, however many there are.</summary>
public class KeyedCellsTest
{
    private const int Many = 5_000;

    /// <summary>Keys that differ in one of the four codes at a time.</summary>
    private static CellKey Key(int i) => (i % 4) switch
    {
        0 => new CellKey(i + 1, 0),
        1 => new CellKey(0, i + 1),
        2 => new CellKey(0, 0, i + 1),
        _ => new CellKey(0, 0, 0, i + 1),
    };

    [Fact]
    public void Keys_are_numbered_from_zero_in_order_of_arrival()
    {
        var index = new CellTable<int>();
        for (var i = 0; i < Many; i++)
        {
            Assert.Equal(i, index.Find(Key(i), out var isNew));
            Assert.True(isNew);
            Assert.Equal(i + 1, index.Count);
        }

        for (var i = 0; i < Many; i++)
        {
            Assert.Equal(i, index.Find(Key(i), out var isNew));
            Assert.False(isNew);
            Assert.Equal(Key(i), index.KeyOf(i));
        }

        Assert.Equal(Many, index.Count);
    }

    [Fact]
    public void A_key_of_zeros_is_new_whenever_it_comes()
    {
        for (var keys = 0; keys < 300; keys++)
        {
            var table = new CellTable<int>();
            for (var key = 1; key <= keys; key++)
            {
                table.Find(new CellKey(key, 0), out _);
            }

            Assert.Equal((keys, true), (table.Find(new CellKey(0, 0), out var isNew), isNew));
            Assert.Equal(keys + 1, table.Count);
        }
    }

    [Fact]
    public void The_table_stays_half_empty_so_that_looking_up_ends()
    {
        // A full table has no empty slot to end a search at: every size around each growth is tried with a key that is not there.
        var index = new CellTable<int>();
        for (var i = 0; i < 1_100; i++)
        {
            index.Find(new CellKey(i, i), out _);
        }

        Assert.Equal(1_100, index.Find(new CellKey(-1, -1), out var isNew));
        Assert.True(isNew);
    }

    [Fact]
    public void Figures_stay_with_their_key_while_the_table_grows()
    {
        var cells = new MeasureCells();
        for (var i = 0; i < 300; i++)
        {
            cells.Of(Key(i)).Hits += i;
        }

        for (var i = 0; i < 300; i++)
        {
            cells.Of(Key(i)).Hits += 1_000;
        }

        Assert.Equal(300, cells.Count);
        for (var cell = 0; cell < 300; cell++)
        {
            Assert.Equal((Key(cell), 1_000L + cell), (cells.KeyOf(cell), cells[cell].Hits));
        }
    }

    [Fact]
    public void Cells_come_in_the_order_of_their_first_two_codes()
    {
        var index = new CellTable<int>();
        for (var i = 0; i < 200; i++)
        {
            index.Find(new CellKey(i * 7 % 5, i * 11 % 13, i), out _);
        }

        var keys = index.InOrder().Select(index.KeyOf).ToArray();
        Assert.Equal(200, keys.Distinct().Count());
        Assert.Equal(keys.Select(key => (key.A, key.B)).Order(), keys.Select(key => (key.A, key.B)));
    }

    [Fact]
    public void A_visitor_counts_once_in_each_cell()
    {
        var cells = new UserCells();
        for (var visitor = 1; visitor <= 3; visitor++)
        {
            for (var i = 0; i < 100; i += visitor)
            {
                cells.Mark(Key(i), visitor);
                cells.Mark(Key(i), visitor);
            }
        }

        Assert.Equal(100, cells.Count);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(Key(i), cells.KeyOf(i));
            Assert.Equal(1 + (i % 2 == 0 ? 1 : 0) + (i % 3 == 0 ? 1 : 0), cells[i]);
        }
    }

    [Fact]
    public void Rows_know_block_and_modality_however_many_there_are()
    {
        var rows = new RowCells();
        const int Modalities = 600;
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < Modalities; i++)
            {
                Assert.Equal(i, rows.ModalityIndex(i % 7, i));
                rows.Row(rows.BlockIndex(Block(i % 11)), i).Users += i + 1;
            }
        }

        Assert.Equal((11, Modalities), (rows.Blocks, rows.Modalities));
        var found = new Dictionary<int, (int Block, long Users)>();
        for (var block = 0; block < rows.Blocks; block++)
        {
            Assert.Equal(Block(block), rows.BlockOf(block));
            for (var place = 0; place < rows.RowsOf(block).Count; place++)
            {
                found.Add(rows.RowsOf(block).ModalityAt(place), (block, rows.RowsOf(block)[place].Users));
            }
        }

        Assert.Equal(ModalitySet.Size, found.Count);
        var rare = rows.RareInOrder();
        Assert.Equal(rare.Select(row => rows.RareKeyOf(row).Block).Order(), rare.Select(row => rows.RareKeyOf(row).Block));
        foreach (var row in rare)
        {
            found.Add(rows.RareKeyOf(row).Modality, (rows.RareKeyOf(row).Block, rows.Rare(row).Users));
        }

        for (var i = 0; i < Modalities; i++)
        {
            Assert.Equal((i % 7, i), rows.ModalityOf(i));
            Assert.Equal((i % 11, 2L * (i + 1)), found[i]);
        }

        static BlockKey Block(int i) => new((PeriodKind)(i % 5), 19_000 + i, (TerritoryLevel)(i % 6), i);
    }

    [Fact]
    public void Measures_add_figure_by_figure()
    {
        var sum = new Measures { Visits = 1, PageViews = 2, Hits = 3, DurationMs = 4, TimedVisits = 5, Bounces = 6, FlashVisits = 7 };
        sum.Add(new Measures { Visits = 10, PageViews = 20, Hits = 30, DurationMs = 40, TimedVisits = 50, Bounces = 60, FlashVisits = 70 });
        Assert.Equal(
            (11, 22, 33, 44, 55, 66, 77),
            (sum.Visits, sum.PageViews, sum.Hits, sum.DurationMs, sum.TimedVisits, sum.Bounces, sum.FlashVisits));
    }
}
