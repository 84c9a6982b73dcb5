using Dnma.Engine.Indicators.Counting;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>Bits are a set like any other, and rows by modality a dictionary like any other.</summary>
public class ModalitySetTest
{
    [Property]
    public void It_is_the_set_of_those_that_have_a_bit(byte[] first, int[] second)
    {
        // From 0 to well over the last bit, and the last bit itself.
        int[] x = [.. first.Select(modality => (int)modality)];
        int[] y = [.. second.Select(modality => (modality & int.MaxValue) % 300), 254, 255];
        var (xs, ys) = (x.Where(HasBit).ToHashSet(), y.Where(HasBit).ToHashSet());
        var (left, right) = (ModalitySet.Of(x), ModalitySet.Of(y));
        Assert.Equal(xs.Union(ys).Order(), List(left | right));
        Assert.Equal(xs.Intersect(ys).Order(), List(left & right));
        Assert.Equal(xs.Except(ys).Order(), List(left - right));
        Assert.Equal((xs.Count == 0, ys.SetEquals(xs)), (left.IsEmpty, left == right));
        Assert.Equal(Enumerable.Range(0, 400).Where(xs.Contains), Enumerable.Range(0, 400).Where(left.Contains));
    }

    [Property]
    public void Rows_keep_the_figures_of_their_modality(byte[] modalities)
    {
        var rows = new ModalityRows<long>(new RowArrays<long>());
        var expected = new Dictionary<int, long>();
        foreach (var modality in modalities.Where(modality => modality < ModalitySet.Size).Concat(Enumerable.Range(0, modalities.Length).Select(i => (byte)(i % ModalitySet.Size))))
        {
            rows.Of(modality) += modality + 1;
            expected[modality] = expected.GetValueOrDefault(modality) + modality + 1;
        }

        Assert.Equal(
            expected.OrderBy(row => row.Key),
            Enumerable.Range(0, rows.Count).Select(place => KeyValuePair.Create(rows.ModalityAt(place), rows[place])).OrderBy(row => row.Key));
    }

    [Fact]
    public void Every_modality_that_has_a_bit_may_have_a_row()
    {
        var rows = new ModalityRows<int>(new RowArrays<int>());
        for (var modality = 0; modality < ModalitySet.Size; modality++)
        {
            rows.Of(modality) = modality;
        }

        Assert.Equal(ModalitySet.Size, rows.Count);
        Assert.All(Enumerable.Range(0, ModalitySet.Size), modality => Assert.Equal(modality, rows.Of(modality)));
    }

    /// <summary>Memory goes from rows to rows: those that grow, and those that are let go.</summary>
    [Property]
    public void Rows_that_take_over_memory_begin_at_zero(byte[] first, byte[] second)
    {
        var arrays = new RowArrays<long>();
        var (early, grown) = (new ModalityRows<long>(arrays), new ModalityRows<long>(arrays));
        for (var modality = 0; modality < ModalitySet.Size; modality++)
        {
            grown.Of(modality) = -1;
        }

        foreach (var modality in first.Where(modality => modality < ModalitySet.Size))
        {
            early.Of(modality) += 7;
        }

        early.Release(arrays);
        var late = new ModalityRows<long>(arrays);
        foreach (var modality in second.Where(modality => modality < ModalitySet.Size))
        {
            late.Of(modality)++;
        }

        Assert.Equal(0, early.Count);
        Assert.Equal(second.Where(modality => modality < ModalitySet.Size).CountBy(modality => (int)modality).Select(pair => (long)pair.Value).Order(), Enumerable.Range(0, late.Count).Select(place => late[place]).Order());
        Assert.All(Enumerable.Range(0, ModalitySet.Size), modality => Assert.Equal(-1, grown.Of(modality)));
    }

    private static bool HasBit(int modality) => modality < ModalitySet.Size;

    private static List<int> List(ModalitySet set)
    {
        var modalities = new List<int>();
        foreach (var modality in set)
        {
            modalities.Add(modality);
        }

        return modalities;
    }
}
