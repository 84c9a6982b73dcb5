using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Partials;

/// <summary>
/// Writes what marks the users of a norm that keys visits by browser: person after person, in the order of pseudonyms. Places, facts and uses are
/// written where they first occur and referred to by number afterwards; as the order is one of texts, so are the numbers. Not thread safe.
/// </summary>
internal sealed class UserMarkWriter(DigestedWriter file, HitDictionaries dictionaries)
{
    /// <summary>A person of so many marks is looked through for equal ones before more are taken.</summary>
    private const int ManyMarks = 1 << 16;
    private readonly Dictionary<int, int> _places = [];
    private readonly Dictionary<int, int> _facts = [];
    private readonly Dictionary<int, int> _usages = [];
    private readonly Dictionary<int, int> _labels = [];
    private readonly List<UserMark> _marks = [];
    private int _room = ManyMarks;

    /// <summary>Takes a mark of the current person.</summary>
    public void Add(UserMark mark)
    {
        // The level of the school follows from the place.
        _marks.Add(mark.Dimension == UserMark.Visit ? mark with { Value = WithoutSchoolLevel(mark.Value) } : mark);
        if (_marks.Count == _room)
        {
            SortOut();
            _room = Math.Max(ManyMarks, _marks.Count * 2);
        }
    }

    /// <summary>Writes the current person, whose marks were all added. Persons come in ascending order.</summary>
    public void WritePerson(Pseudonym person)
    {
        SortOut();
        file.WriteByte(1);
        file.WriteUInt32(person.High);
        file.WriteUInt64(person.Low);
        file.WriteCount(_marks.Count);
        foreach (var mark in _marks)
        {
            Write(mark);
        }

        _marks.Clear();
        _room = ManyMarks;
    }

    /// <summary>Writes that there are no more persons.</summary>
    public void Finish() => file.WriteByte(0);

    private void Write(in UserMark mark)
    {
        file.WriteSigned(mark.Day);
        if (IsNew(_places, mark.Place))
        {
            var place = dictionaries.Places[mark.Place];
            file.WriteUtf8(dictionaries.Establishments.Utf8(place.Establishment));
            file.WriteUtf8(dictionaries.Projects.Utf8(place.Project));
            file.WriteUtf8(dictionaries.Platforms.Utf8(place.Platform));
            file.WriteUtf8(dictionaries.Operators.Utf8(place.Operator));
            file.WriteUtf8(dictionaries.Collectivities.Utf8(place.Collectivity));
        }

        file.WriteByte((byte)UserMarkKinds.KindOf(mark.Dimension));
        switch (mark.Dimension)
        {
            case UserMark.Visit when IsNew(_facts, mark.Value):
                WriteFacts(new VisitFacts(mark.Value));
                break;
            case UserMark.Usage when IsNew(_usages, mark.Value):
                WriteUsage(dictionaries.Usages[mark.Value]);
                break;
            case >= UseDimensions.FirstEvent when IsNew(_labels, mark.Value):
                file.WriteUtf8(dictionaries.Labels.Utf8(mark.Value));
                break;
        }
    }

    /// <summary>Writes the number of a code, from 1 in the order of first sight; 0 for one not seen before, which its texts must follow.</summary>
    private bool IsNew(Dictionary<int, int> numbers, int code)
    {
        if (numbers.TryGetValue(code, out var number))
        {
            file.WriteCount(number);
            return false;
        }

        numbers.Add(code, numbers.Count + 1);
        file.WriteCount(0);
        return true;
    }

    private void WriteFacts(VisitFacts facts)
    {
        file.WriteText(facts.Profile.Code());
        file.WriteText(facts.Traits.Device.Code());
        file.WriteText(facts.Traits.Os.Code());
        file.WriteText(facts.Traits.Browser.Code());
        file.WriteText(facts.Traits.ConnectedObject.Code());
    }

    private void WriteUsage(Usage usage)
    {
        file.WriteUtf8(dictionaries.Services.Utf8(usage.Service));
        file.WriteUtf8(dictionaries.Types.Utf8(usage.Type));
        file.WriteUtf8(dictionaries.Tools.Utf8(usage.Tool));
        for (var custom = 0; custom < dictionaries.Custom.Length; custom++)
        {
            file.WriteUtf8(dictionaries.Custom[custom].Utf8(usage[UseDimensions.FirstCustom + custom]));
        }
    }

    private static int WithoutSchoolLevel(int bits) => new VisitFacts(bits) is var facts ? new VisitFacts(facts.Profile, facts.Traits, default).Bits : bits;

    /// <summary>Leaves each mark once, in an order of days and texts.</summary>
    private void SortOut()
    {
        _marks.Sort(Compare);
        var kept = 0;
        for (var i = 0; i < _marks.Count; i++)
        {
            if (kept == 0 || Compare(_marks[kept - 1], _marks[i]) != 0)
            {
                _marks[kept++] = _marks[i];
            }
        }

        _marks.RemoveRange(kept, _marks.Count - kept);
    }

    private int Compare(UserMark x, UserMark y)
    {
        var order = x.Day.CompareTo(y.Day);
        order = order != 0 ? order : UserMarkKinds.KindOf(x.Dimension).CompareTo(UserMarkKinds.KindOf(y.Dimension));
        order = order != 0 || x.Place == y.Place ? order : dictionaries.Compare(dictionaries.Places[x.Place], dictionaries.Places[y.Place]);
        return order != 0 || x.Value == y.Value ? order : x.Dimension switch
        {
            UserMark.Visit => x.Value.CompareTo(y.Value),
            UserMark.Usage => Compare(dictionaries.Usages[x.Value], dictionaries.Usages[y.Value]),
            _ => dictionaries.Labels.Compare(x.Value, y.Value),
        };
    }

    private int Compare(Usage x, Usage y)
    {
        var order = dictionaries.Services.Compare(x.Service, y.Service);
        order = order != 0 ? order : dictionaries.Types.Compare(x.Type, y.Type);
        order = order != 0 ? order : dictionaries.Tools.Compare(x.Tool, y.Tool);
        for (var custom = 0; order == 0 && custom < dictionaries.Custom.Length; custom++)
        {
            order = dictionaries.Custom[custom].Compare(x[UseDimensions.FirstCustom + custom], y[UseDimensions.FirstCustom + custom]);
        }

        return order;
    }
}
