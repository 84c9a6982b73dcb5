namespace Dnma.Engine.Certification;

/// <summary>Checks one law in many places, and keeps the sums and the first place where it fails.</summary>
internal sealed class LawTally(LawText law)
{
    private long _expected;
    private long _actual;
    private string _detail = "";
    private bool _holds = true;

    public void Check(bool holds, long expected, long actual, Func<string> place)
    {
        _expected += expected;
        _actual += actual;
        if (!holds && _holds)
        {
            _holds = false;
            _detail = $"{place()}: {expected} against {actual}";
        }
    }

    public void CheckEqual(long expected, long actual, Func<string> place) => Check(expected == actual, expected, actual, place);

    public ConservationLaw ToLaw() => new(law.Id, law.English, _expected, _actual, _holds, _detail);
}
