namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>Somebody looks at a page, or follows a link to a third-party service.</summary>
/// <param name="InstantMs">When, in milliseconds since 1970, UTC.</param>
/// <param name="Person">Who.</param>
/// <param name="Agent">With what: the user agent; empty where nothing is announced.</param>
/// <param name="Service">The service's code; <c>page_ent</c> for the ENT's own pages.</param>
/// <param name="Tool">The third-party tool that is gone to; empty for a page.</param>
/// <param name="Page">Which page of the service.</param>
internal readonly record struct PageView(long InstantMs, Person Person, string Agent, string Service, string Tool, int Page);
