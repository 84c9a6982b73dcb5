namespace Dnma.Engine.Analysis.Controls;

/// <summary>The groups of series that share a profile. Not thread safe.</summary>
internal sealed class ProfileGroups
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<double[]> _profiles = [];

    /// <summary>What each week is expected to be, by group.</summary>
    public IReadOnlyList<double[]> Profiles => _profiles;

    /// <summary>The number of a group; −1 when it has no profile, and its series cannot be judged.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="make">Makes its profile, once; null where there is none.</param>
    public int Of(string name, Func<double[]?> make)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            var profile = make();
            number = profile is null ? -1 : _profiles.Count;
            _numbers.Add(name, number);
            if (profile is not null)
            {
                _profiles.Add(profile);
            }
        }

        return number;
    }
}
