namespace Dnma.Engine.Certification.Comparison;

/// <summary>An input that two measurements do not share. Immutable, thread safe.</summary>
/// <param name="Change">How it differs.</param>
/// <param name="Name">Its name; in the second measurement where both have it.</param>
/// <param name="Detail">The earlier name of a renamed one, else empty.</param>
public sealed record InputDifference(InputChange Change, string Name, string Detail = "")
{
    /// <inheritdoc />
    public override string ToString() => Detail.Length > 0 ? $"{Change}: {Name} ({Detail})" : $"{Change}: {Name}";
}
