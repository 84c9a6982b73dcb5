namespace Dnma.Engine.Bench.Generation;

/// <summary>Kinds of school.</summary>
internal enum SchoolKind : byte
{
    /// <summary>Primary: 1D.</summary>
    Ecole,

    /// <summary>Lower secondary.</summary>
    College,

    /// <summary>Upper secondary.</summary>
    Lycee,
}
