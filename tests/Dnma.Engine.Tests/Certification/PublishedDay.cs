using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Measurements;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Certification;

/// <summary>The fixture day, published once with a signed certificate; every test takes a copy, to do to it what it likes.</summary>
public sealed class PublishedDay : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The fixture that was measured.</summary>
    internal static Fixture Fixture { get; } = FixtureCatalogue.Get("measure/demo-day");

    /// <summary>The public half of the key that signed it.</summary>
    public string PublicKey { get; private set; } = "";

    /// <summary>The private half: whoever has it can forge anything.</summary>
    public string PrivateKey { get; private set; } = "";

    /// <summary>The inputs, where the repository has them.</summary>
    public static string[] Inputs => [.. Fixture.Inputs.Select(input => Fixture.PathOf(input.Path))];

    public async ValueTask InitializeAsync()
    {
        (PrivateKey, PublicKey) = KeyPair.Make("ecdsa");
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(Inputs), await GoldenTest.DefinitionOf(Fixture, "dnma"));
        using var key = SigningKey.FromPem(PrivateKey);
        _ = await measurement.PublishAsync(_folder.Path, new PublicationOptions { SigningKey = key });
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy of the published folder.</summary>
    internal TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(_folder.Path))
        {
            File.Copy(path, Path.Combine(copy.Path, Path.GetFileName(path)));
        }

        return copy;
    }

    /// <summary>The certificate as it was published.</summary>
    internal CertificateStatement Statement() => CertificateStatement.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, CertificateStatement.FileName)));
}
