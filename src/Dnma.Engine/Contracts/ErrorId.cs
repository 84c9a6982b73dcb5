namespace Dnma.Engine.Contracts;

/// <summary>The closed list of what a caller can be told went wrong. Names are stable: services may switch on them.</summary>
public enum ErrorId
{
    /// <summary>An argument or an option has no usable value.</summary>
    InvalidOption,

    /// <summary>A file or a folder does not exist, or cannot be opened or read.</summary>
    UnreadableInput,

    /// <summary>The container or the hit format of an input cannot be decided, or contradicts what was asked for.</summary>
    UndecidedFormat,

    /// <summary>An input holds records, and every one of them was rejected.</summary>
    NothingAccepted,

    /// <summary>A reference file (annuaire, structures, …) has not the columns or the content it must have.</summary>
    InvalidReference,

    /// <summary>A temporary or a published file cannot be written.</summary>
    UnwritableOutput,

    /// <summary>The work needs more memory than its limit allows, and cannot be cut smaller.</summary>
    MemoryLimitTooLow,

    /// <summary>Figures contradict each other: a conservation law does not hold. Always a defect of the engine.</summary>
    BrokenLaw,

    /// <summary>A file is no partial result, or one of another version, or its bytes are not those that were written.</summary>
    DamagedPartial,

    /// <summary>Partial results are not of one measurement: a shard is missing or there twice, or they differ in what all shards must share.</summary>
    UnfitPartials,

    /// <summary>A file is no certificate or no signature of one, or not as it was written.</summary>
    DamagedCertificate,

    /// <summary>A key cannot be read, or is of a kind that certificates are not signed with.</summary>
    UnusableKey,

    /// <summary>A sum was asked of figures that do not add up: distinct users. The remedy names the right call.</summary>
    NotAdditive,
}
