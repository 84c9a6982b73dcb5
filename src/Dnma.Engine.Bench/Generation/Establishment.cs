namespace Dnma.Engine.Bench.Generation;

/// <summary>A made-up school.</summary>
internal sealed record Establishment
{
    /// <summary>Its UAI as its hits write it; in 2 of 100 the letter is wrong, as the field's are.</summary>
    public required string Uai { get; init; }

    /// <summary>Whether the letter is the one that the digits demand.</summary>
    public required bool LetterIsRight { get; init; }

    /// <summary>What kind of school.</summary>
    public required SchoolKind Kind { get; init; }

    /// <summary>Département, for example <c>2A</c>.</summary>
    public required string Department { get; init; }

    /// <summary>Its académie.</summary>
    public required Academy Academy { get; init; }

    /// <summary>The ENT project, which scopes its people's ids.</summary>
    public required string Project { get; init; }

    /// <summary>Index of platform and operator.</summary>
    public required int Platform { get; init; }

    /// <summary>The collectivity's six digits (<c>s</c>).</summary>
    public required string Collectivity { get; init; }

    /// <summary>The people: how many of each of <see cref="SchoolRhythm.Profiles"/>; at least one of each.</summary>
    public required int[] People { get; init; }
}
