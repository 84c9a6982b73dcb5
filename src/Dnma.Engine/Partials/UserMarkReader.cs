using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Time;

namespace Dnma.Engine.Partials;

/// <summary>Reads what <see cref="UserMarkWriter"/> wrote, a person at a time. Not thread safe.</summary>
internal sealed class UserMarkReader(DigestedReader file, HitDictionaries dictionaries, TerritoryIndex territories)
{
    // Instants outside 2005 … 2099 do not qualify; one day more on either side, whatever the zone.
    private static readonly int EarliestDay = LocalCalendar.DayOf(new DateOnly(2004, 12, 31));
    private static readonly int LatestDay = LocalCalendar.DayOf(new DateOnly(2100, 1, 1));
    private readonly List<int> _places = [];
    private readonly List<int> _facts = [];
    private readonly List<int> _usages = [];
    private readonly List<int> _labels = [];

    /// <summary>The person that was read last.</summary>
    public Pseudonym Person { get; private set; }

    /// <summary>Its marks, by day; whose they are is not filled in.</summary>
    public List<UserMark> Marks { get; } = [];

    /// <summary>Reads the next person; false where there is none.</summary>
    public bool Read()
    {
        var next = file.ReadByte();
        file.Demand(next <= 1, "what follows is no person");
        if (next == 0)
        {
            return false;
        }

        var (high, low) = (file.ReadUInt32(), file.ReadUInt64());
        var person = new Pseudonym(low, high);
        file.Demand(person.Order > Person.Order, "persons are not in order");
        Person = person;
        Marks.Clear();
        for (var left = file.ReadLength(); left > 0; left--)
        {
            Marks.Add(ReadMark());
        }

        return true;
    }

    private UserMark ReadMark()
    {
        var day = file.ReadSigned();
        file.Demand(day >= EarliestDay && day <= LatestDay && (Marks.Count == 0 || day >= Marks[^1].Day), "days of a person are no possible ones, or not in order");
        var place = Known(_places, ReadPlace);
        int kind = file.ReadByte();
        file.Demand(kind < UserMarkKinds.Count, "a mark is of no kind");
        var dimension = UserMarkKinds.DimensionOf(kind);
        var value = dimension switch
        {
            UserMark.Visit => Known(_facts, ReadFacts),
            UserMark.Usage => Known(_usages, ReadUsage),
            _ => Known(_labels, ReadLabel),
        };
        if (dimension == UserMark.Visit)
        {
            var facts = new VisitFacts(value);
            value = new VisitFacts(facts.Profile, facts.Traits, territories.FactsOf(dictionaries.Places[place].Establishment).SchoolLevel).Bits;
        }

        return new UserMark { Day = (int)day, Place = place, Dimension = dimension, Value = value };
    }

    private int Known(List<int> codes, Func<int> readNew)
    {
        var number = file.ReadCount();
        file.Demand(number <= codes.Count, "a mark refers to what was not written");
        if (number == 0)
        {
            codes.Add(readNew());
            return codes[^1];
        }

        return codes[(int)number - 1];
    }

    private int ReadPlace() => dictionaries.Places.CodeOf(new Place(
        dictionaries.Establishments.CodeOf(file.ReadUtf8()),
        dictionaries.Projects.CodeOf(file.ReadUtf8()),
        dictionaries.Platforms.CodeOf(file.ReadUtf8()),
        dictionaries.Operators.CodeOf(file.ReadUtf8()),
        dictionaries.Collectivities.CodeOf(file.ReadUtf8())));

    private int ReadLabel() => dictionaries.Labels.CodeOf(file.ReadUtf8());

    private int ReadFacts()
    {
        var profile = ReadCode<Profile>(value => value.Code());
        var device = ReadCode<DeviceClass>(value => value.Code());
        var os = ReadCode<OperatingSystemFamily>(value => value.Code());
        var browser = ReadCode<BrowserFamily>(value => value.Code());
        var traits = new DeviceTraits(device, os, browser, ReadCode<ConnectedObject>(value => value.Code()));
        return new VisitFacts(profile, traits, default).Bits;
    }

    private T ReadCode<T>(Func<T, string> codeOf)
        where T : struct, Enum
    {
        var code = file.ReadText();
        var values = Enum.GetValues<T>();
        var index = Array.FindIndex(values, value => codeOf(value) == code);
        return index >= 0 ? values[index] : throw file.Broken("a profile or a trait is unknown to this engine");
    }

    private int ReadUsage()
    {
        var usage = new Usage(dictionaries.Services.CodeOf(file.ReadUtf8()), dictionaries.Types.CodeOf(file.ReadUtf8()), dictionaries.Tools.CodeOf(file.ReadUtf8()));
        Span<int> custom = stackalloc int[Usage.MaxCustomDimensions];
        custom.Clear();
        for (var i = 0; i < dictionaries.Custom.Length; i++)
        {
            custom[i] = dictionaries.Custom[i].CodeOf(file.ReadUtf8());
        }

        return dictionaries.Usages.CodeOf(usage with { Custom0 = custom[0], Custom1 = custom[1], Custom2 = custom[2], Custom3 = custom[3] });
    }
}
