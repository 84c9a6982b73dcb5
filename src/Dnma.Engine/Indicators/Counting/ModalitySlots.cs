using Dnma.Engine.Hits;
using Dnma.Engine.References;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The modalities of the dimensions that divide visits, numbered through: a visit stands in one slot of each such dimension, so a
/// territory's figures are a small array.
/// </summary>
internal static class ModalitySlots
{
    public const int Total = 0;
    private const int ProfileBase = 1;
    private const int DeviceBase = ProfileBase + ProfileCount;
    private const int OsBase = DeviceBase + DeviceCount;
    private const int BrowserBase = OsBase + OsCount;
    private const int SchoolLevelBase = BrowserBase + BrowserCount;
    private const int ProfileDeviceBase = SchoolLevelBase + SchoolLevelCount;
    private const int ConnectedObjectBase = ProfileDeviceBase + (ProfileCount * DeviceCount);

    private const int ProfileCount = 7;
    private const int DeviceCount = 5;
    private const int OsCount = 8;
    private const int BrowserCount = 11;
    private const int SchoolLevelCount = 3;
    private const int ConnectedObjectCount = 8;

    /// <summary>How many slots there are.</summary>
    public const int Count = ConnectedObjectBase + ConnectedObjectCount;

    /// <summary>In how many slots each visit stands: one a dimension.</summary>
    public const int PerVisit = 8;

    /// <summary>The dimension of each slot.</summary>
    public static Dimension[] Dimensions { get; } = DescribeDimensions();

    /// <summary>The modality's code of each slot.</summary>
    public static string[] Modalities { get; } = DescribeModalities();

    /// <summary>Fills in the slots of a visit.</summary>
    public static void Of(Profile profile, DeviceTraits traits, SchoolLevel schoolLevel, Span<int> slots)
    {
        slots[7] = ConnectedObjectBase + (int)traits.ConnectedObject;
        slots[6] = ProfileDeviceBase + ((int)profile * DeviceCount) + (int)traits.Device;
        slots[5] = SchoolLevelBase + (int)schoolLevel;
        slots[4] = BrowserBase + (int)traits.Browser;
        slots[3] = OsBase + (int)traits.Os;
        slots[2] = DeviceBase + (int)traits.Device;
        slots[1] = ProfileBase + (int)profile;
        slots[0] = Total;
    }

    private static Dimension[] DescribeDimensions()
    {
        var dimensions = new Dimension[Count];
        dimensions[Total] = Dimension.Total;
        Array.Fill(dimensions, Dimension.Profile, ProfileBase, ProfileCount);
        Array.Fill(dimensions, Dimension.Device, DeviceBase, DeviceCount);
        Array.Fill(dimensions, Dimension.Os, OsBase, OsCount);
        Array.Fill(dimensions, Dimension.Browser, BrowserBase, BrowserCount);
        Array.Fill(dimensions, Dimension.SchoolLevel, SchoolLevelBase, SchoolLevelCount);
        Array.Fill(dimensions, Dimension.ProfileDevice, ProfileDeviceBase, ProfileCount * DeviceCount);
        Array.Fill(dimensions, Dimension.ConnectedObject, ConnectedObjectBase, ConnectedObjectCount);
        return dimensions;
    }

    private static string[] DescribeModalities()
    {
        var modalities = new string[Count];
        modalities[Total] = IndicatorCodes.Total;
        for (var i = 0; i < ProfileCount; i++)
        {
            modalities[ProfileBase + i] = ((Profile)i).Code();
        }

        for (var i = 0; i < DeviceCount; i++)
        {
            modalities[DeviceBase + i] = ((DeviceClass)i).Code();
        }

        for (var i = 0; i < OsCount; i++)
        {
            modalities[OsBase + i] = ((OperatingSystemFamily)i).Code();
        }

        for (var i = 0; i < BrowserCount; i++)
        {
            modalities[BrowserBase + i] = ((BrowserFamily)i).Code();
        }

        for (var i = 0; i < SchoolLevelCount; i++)
        {
            modalities[SchoolLevelBase + i] = ((SchoolLevel)i).Code();
        }

        for (var i = 0; i < ProfileCount * DeviceCount; i++)
        {
            modalities[ProfileDeviceBase + i] = $"{((Profile)(i / DeviceCount)).Code()}_{((DeviceClass)(i % DeviceCount)).Code()}";
        }

        for (var i = 0; i < ConnectedObjectCount; i++)
        {
            modalities[ConnectedObjectBase + i] = ((ConnectedObject)i).Code();
        }

        return modalities;
    }
}
