using System.Text;

namespace Dnma.Engine.Analysis.Observed;

/// <summary>What a collectivity's number looks like (domain §4.1).</summary>
internal static class CollectivityForm
{
    /// <summary>The scheme's test site, whose hits are excluded.</summary>
    public const string TestSite = "365203";

    private const int Digits = 6;

    /// <summary>Whether a label is six digits.</summary>
    public static bool HasForm(string label) => label.Length == Digits && Ascii.IsValid(label) && label.All(char.IsDigit);
}
