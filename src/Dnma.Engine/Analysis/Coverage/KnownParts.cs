using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>How much of a territory's visits and hits is known by device, profile and service.</summary>
internal readonly record struct KnownParts(long Visits, long VisitsOfKnownDevice, long VisitsOfKnownProfile, long Hits, long HitsOfKnownService)
{
    /// <summary>Those of a block of rows.</summary>
    public static KnownParts Of(IndicatorColumns columns, int from, int to)
    {
        var parts = default(KnownParts);
        for (var row = from; row < to; row++)
        {
            var (dimension, visits, hits) = (columns.Dimension[row], columns.Visits[row], columns.Hits[row]);
            var isKnown = columns.Modality[row] != IndicatorCodes.Unknown;
            parts = Blocks.Is(dimension, Dimension.Total) ? parts with { Visits = visits, Hits = hits }
                : !isKnown ? parts
                : Blocks.Is(dimension, Dimension.Device) ? parts with { VisitsOfKnownDevice = parts.VisitsOfKnownDevice + visits }
                : Blocks.Is(dimension, Dimension.Profile) ? parts with { VisitsOfKnownProfile = parts.VisitsOfKnownProfile + visits }
                : Blocks.Is(dimension, Dimension.Service) ? parts with { HitsOfKnownService = parts.HitsOfKnownService + hits }
                : parts;
        }

        return parts;
    }
}
