using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Certification;

/// <summary>
/// Who was measured: the establishments with at least one visit. Figures of two measurements may be compared as they are only where this is the same. Immutable, thread safe.
/// </summary>
/// <param name="Establishments">How many they are; visits without a UAI are of none.</param>
/// <param name="Sha256">Of their UAI in order, each followed by a line feed; lower-case hexadecimal.</param>
public sealed record Perimeter(int Establishments, string Sha256)
{
    /// <summary>That of a table that holds the whole range's rows of establishments.</summary>
    internal static Perimeter Of(IndicatorTable table)
    {
        var columns = table.Columns;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Period[row] == PeriodKind.All
                && columns.Level[row] == TerritoryLevel.Establishment
                && columns.Dimension[row] == Dimension.Total
                && columns.Code[row] != IndicatorCodes.Unknown)
            {
                count++;
                digest.AppendData(Encoding.UTF8.GetBytes(columns.Code[row] + "\n"));
            }
        }

        return new Perimeter(count, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }
}
