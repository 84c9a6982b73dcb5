using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>The custom dimension that is computed of a hit's instant and never read of it: its local day of the week and hour. One for each worker; not thread safe.</summary>
/// <param name="index">Its place among the custom dimensions.</param>
/// <param name="zone">Whose clocks.</param>
internal sealed class WeekHourColumn(int index, CivilZone zone)
{
    private readonly int[] _codes = new int[WeekHour.All.Count];

    /// <summary>Its place among the custom dimensions.</summary>
    public int Index => index;

    /// <summary>The label's code in the dimension's dictionary.</summary>
    public int CodeOf(long instantMs, LabelDictionary labels)
    {
        var hour = WeekHour.At(zone, instantMs);
        ref var code = ref _codes[((((int)hour.Day + 6) % 7) * WeekHour.HoursOfDay) + hour.Hour];
        if (code == 0)
        {
            code = labels.CodeOf(Encoding.UTF8.GetBytes(hour.Code));
        }

        return code;
    }
}
