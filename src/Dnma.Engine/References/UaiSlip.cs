namespace Dnma.Engine.References;

/// <summary>How a UAI came to be written wrong, the likelier first.</summary>
public enum UaiSlip : byte
{
    /// <summary>A letter stands where the digit that looks like it should: O or Q for 0, I or L for 1, Z for 2, S for 5, B for 8; or 2, 5, 8 for the letter.</summary>
    LookAlike,

    /// <summary>The digits are right, the letter is not.</summary>
    Letter,

    /// <summary>Two digits beside each other have changed places.</summary>
    Swap,

    /// <summary>One digit is left out: most often the leading zero.</summary>
    MissingDigit,

    /// <summary>One digit too many.</summary>
    ExtraDigit,

    /// <summary>One digit is another.</summary>
    Digit,
}
