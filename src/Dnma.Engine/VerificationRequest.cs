using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;

namespace Dnma.Engine;

/// <summary>What an auditor has at hand beside the published files. Immutable, thread safe.</summary>
public sealed record VerificationRequest
{
    /// <summary>The public key that the certificate should be signed with; null: the signature is not checked. It is not disposed.</summary>
    public VerificationKey? Key { get; init; }

    /// <summary>
    /// The inputs of the measurement: files, folders and globs, under any names, in any order. None: they are not looked at. With all of them at hand, the
    /// figures are measured again.
    /// </summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>What a record of the inputs is, where that was said when they were measured.</summary>
    public HitFormat Format { get; init; } = HitFormat.Auto;

    /// <summary>The annuaire that was measured with.</summary>
    public Annuaire Annuaire { get; init; } = Annuaire.Empty;

    /// <summary>The structures that were measured with.</summary>
    public StructureTable Structures { get; init; } = StructureTable.Empty;

    /// <summary>What was declared to be deployed.</summary>
    public DeploymentRegister Deployment { get; init; } = DeploymentRegister.Empty;

    /// <summary>The collectivities that controls knew of.</summary>
    public CollectivityTable Collectivities { get; init; } = CollectivityTable.Empty;

    /// <summary>The earlier measurements that controls compared with, in the same order.</summary>
    public IReadOnlyList<PublishedMeasurement> History { get; init; } = [];

    /// <summary>How the engine that measures again works; its temporary folder holds the files measured again.</summary>
    public EngineOptions Engine { get; init; } = new();
}
