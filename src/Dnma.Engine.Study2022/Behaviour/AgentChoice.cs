namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>What the visits of one start of the school year are made with. Not thread safe.</summary>
internal sealed class AgentChoice(StartBehaviour start, KeyedDraws draws)
{
    private readonly Quota _silent = new(draws.Unit(Draw.Agent, -1, start.Year));
    private readonly Quota _objects = new(draws.Unit(Draw.Agent, -2, start.Year));
    private readonly Quota _mobiles = new(draws.Unit(Draw.Agent, -3, start.Year));
    private readonly Quota _tablets = new(draws.Unit(Draw.Agent, -4, start.Year));

    /// <summary>The machine of the next visit of a person, who has one of each kind; null for one that announces nothing.</summary>
    public AgentKind? Next(Person person)
    {
        if (_silent.Happens(Behaviours.NoAgent))
        {
            return null;
        }

        if (_objects.Happens(Behaviours.ConnectedObjects))
        {
            return AgentKind.ConnectedObject;
        }

        var odds = start.MobileOdds * person.Behaviour.Mobile / (1 - person.Behaviour.Mobile);
        return !_mobiles.Happens(odds / (1 + odds)) ? AgentKind.Computer : _tablets.Happens(Behaviours.Tablets) ? AgentKind.Tablet : AgentKind.Phone;
    }

    /// <summary>The user agent of a person's machine of a kind.</summary>
    public string TextOf(Person person, AgentKind? kind) => kind is { } known ? Agents.Of(known, draws.Bits(Draw.Agent, person.Key, (int)known)) : "";
}
