namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>Somebody who has an account.</summary>
/// <param name="Key">Names the person in the draws.</param>
/// <param name="School">The school.</param>
/// <param name="Behaviour">How people of this profile and degree behave.</param>
/// <param name="Zeal">How often this person comes, as a multiple of the mean of the profile.</param>
internal sealed record Person(long Key, School School, ProfileBehaviour Behaviour, double Zeal);
