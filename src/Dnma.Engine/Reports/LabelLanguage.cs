namespace Dnma.Engine.Reports;

/// <summary>The language of labels, and with it how figures and dates are written.</summary>
public enum LabelLanguage : byte
{
    /// <summary>French: <c>1 234,5 %</c>, with narrow no-break spaces.</summary>
    French,

    /// <summary>English: <c>1,234.5%</c>.</summary>
    English,
}
