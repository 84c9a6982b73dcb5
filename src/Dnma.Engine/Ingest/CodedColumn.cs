using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest;

/// <summary>What of a hit can be told by numbers in the place of texts: most columns of a table. See <see cref="ICodedSink"/>.</summary>
internal enum CodedColumn : byte
{
    Client,
    Uai,
    Profile,
    Service,
    Type,
    Tool,
    Project,
    Operator,
    Platform,
    Collectivity,

    /// <summary>Its codes are <see cref="HitKind"/>.</summary>
    Kind,

    Page,

    /// <summary>What a user agent says of the device.</summary>
    Agent,

    /// <summary>Which user agent it is.</summary>
    AgentText,

    Device,
    Os,
    Browser,

    /// <summary>The first custom dimension; the others follow.</summary>
    Custom0,
    Custom1,
    Custom2,
    Custom3,
}
