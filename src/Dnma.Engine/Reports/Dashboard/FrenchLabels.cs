using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>What the page shows of modalities, in French, and in which order.</summary>
internal static class FrenchLabels
{
    /// <summary>The four device classes, in the order that legends and columns have.</summary>
    public static IReadOnlyList<string> DeviceCodes { get; } = ["ordinateur", "smartphone", "tablette", "autreappareil"];

    /// <summary>The known profiles, in the order of the published data.</summary>
    public static IReadOnlyList<string> ProfileCodes { get; } = ["eleve", "parent", "enseignant", "admin_vie_scol_tech", "autre", "collectivite"];

    /// <summary>Whether a service is one of the 25 that the open data publish (domain §4.3).</summary>
    public static bool IsPublishedService(string code) => ModalityLabels.IsPublishedService(code);

    /// <summary>The label of a modality.</summary>
    public static string Of(Dimension dimension, string code) => ModalityLabels.Of(dimension, code, LabelLanguage.French);
}
