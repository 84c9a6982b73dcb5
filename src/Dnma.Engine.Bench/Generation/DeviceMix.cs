using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation;

/// <summary>
/// Which devices people use, by profile (domain §2). Of the visits whose device is known: pupils 44.2 % computer, 53.8 % phone, 2.0 %
/// tablet (77 % known); parents' phones 90.2 % in écoles, 74.9 % in collèges, 65.5 % in lycées (51 % known). Teachers' and
/// administration's are assumptions.
/// </summary>
internal static class DeviceMix
{
    /// <summary>Draws a class of user agent; null: the log has none.</summary>
    public static UserAgentClass? Draw(Profile profile, SchoolKind school, ref SplitMix64 random)
    {
        // Ten-thousandths: known; then of the known: phone, tablet, connected object; the rest are computers.
        // Of the pupils' visits 8.4 % are classes on the school's computers: the pupils' other visits make up the difference.
        var (known, phone, tablet, thing) = profile switch
        {
            Profile.Eleve => (7520, 6040, 220, 20),
            Profile.Parent => (5100, school switch { SchoolKind.Ecole => 9020, SchoolKind.College => 7490, _ => 6550 }, 50, 20),
            Profile.Enseignant => (8500, 900, 300, 10),
            _ => (8500, 300, 100, 10),
        };
        if (!random.Chance(known))
        {
            return null;
        }

        var dice = random.Below(10_000);
        return dice < phone ? UserAgentClass.Phone
            : dice < phone + tablet ? UserAgentClass.Tablet
            : dice < phone + tablet + thing ? UserAgentClass.ConnectedObject
            : UserAgentClass.Desktop;
    }
}
