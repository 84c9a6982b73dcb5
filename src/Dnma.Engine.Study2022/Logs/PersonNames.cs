using Dnma.Engine.Study2022.Behaviour;

namespace Dnma.Engine.Study2022.Logs;

/// <summary>The ids by which an ENT knows the invented people. Pure.</summary>
/// <param name="draws">The chance of the world.</param>
internal sealed class PersonNames(KeyedDraws draws)
{
    /// <summary>The id of the person: 16 hexadecimal digits.</summary>
    public string IdOf(Person person) => $"{draws.Bits(Draw.PersonId, person.Key):x16}";

    /// <summary>The cookie of the browser with an agent: 16 hexadecimal digits.</summary>
    public string BrowserOf(in PageView view) => $"{draws.Bits(Draw.BrowserId, view.Person.Key, view.Agent.Length):x16}";
}
