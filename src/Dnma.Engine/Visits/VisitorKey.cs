namespace Dnma.Engine.Visits;

/// <summary>Whose hits make a visit.</summary>
public enum VisitorKey : byte
{
    /// <summary>The person, whatever the browser: two people on one computer are two visitors.</summary>
    Person,

    /// <summary>The browser where the hit names one, else the person.</summary>
    ClientElsePerson,
}
