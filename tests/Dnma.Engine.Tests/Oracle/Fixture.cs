namespace Dnma.Engine.Tests.Oracle;

/// <summary>A fixture: inputs, how to measure them, and what must come out.</summary>
/// <param name="Id"><c>room/kind-name</c>, which is its folder.</param>
/// <param name="Room">The room that it tests.</param>
/// <param name="Purpose">What goes wrong where it fails.</param>
/// <param name="Made">By hand, or by which command.</param>
/// <param name="Form">The input's form, by the generator's name.</param>
/// <param name="Inputs">The hit files.</param>
/// <param name="Establishments">The annuaire to measure with; null: none.</param>
/// <param name="Structures">Matomo's structures; null: none.</param>
/// <param name="From">First local day, inclusive; null: the default.</param>
/// <param name="To">Last local day, exclusive; null: the default.</param>
/// <param name="Runs">What must come out, by norm.</param>
public sealed record Fixture(
    string Id,
    string Room,
    string Purpose,
    string Made,
    string Form,
    IReadOnlyList<FixtureFile> Inputs,
    FixtureFile? Establishments,
    FixtureFile? Structures,
    string? From,
    string? To,
    IReadOnlyList<FixtureRun> Runs)
{
    /// <summary>The full path of a file.</summary>
    public string PathOf(string file) => Path.Combine(FixtureCatalogue.Root, Id, file);
}

/// <summary>A file by its path in the fixture's folder.</summary>
public sealed record FixtureFile(string Path, string Sha256);

/// <summary>What must come out under one norm (its name on the command line).</summary>
public sealed record FixtureRun(string Norm, IReadOnlyList<FixtureFile> Expected);
