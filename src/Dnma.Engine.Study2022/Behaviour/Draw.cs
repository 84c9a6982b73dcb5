namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>What is drawn: each kind of draw has numbers of its own, so that a new one moves none of the others.</summary>
internal enum Draw
{
    /// <summary>The id that the ENT gives a person.</summary>
    PersonId,

    /// <summary>The cookie of a person's browser.</summary>
    BrowserId,

    /// <summary>Who of a profile comes to use the ENT.</summary>
    Activity,

    /// <summary>Who is back first.</summary>
    Return,

    /// <summary>On which day of the week somebody is back.</summary>
    ReturnDay,

    /// <summary>In what order people are gone through on a day.</summary>
    DayOrder,

    /// <summary>At what time of the day somebody comes.</summary>
    Slot,

    /// <summary>Which machine of a kind somebody has.</summary>
    Agent,

    /// <summary>What is looked at, and how long.</summary>
    Page,
}
