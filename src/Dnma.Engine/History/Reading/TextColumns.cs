using System.Text;

namespace Dnma.Engine.History.Reading;

/// <summary>The texts of columns that no data set has, row after row, as they came. Immutable.</summary>
/// <param name="columns">How many columns there are.</param>
/// <param name="bytes">The texts as UTF-8, one behind the other.</param>
/// <param name="ends">Where each of them ends.</param>
internal sealed class TextColumns(int columns, byte[] bytes, int[] ends)
{
    public string this[int row, int column]
    {
        get
        {
            var index = (row * columns) + column;
            return Encoding.UTF8.GetString(bytes, index == 0 ? 0 : ends[index - 1], ends[index] - (index == 0 ? 0 : ends[index - 1]));
        }
    }
}
