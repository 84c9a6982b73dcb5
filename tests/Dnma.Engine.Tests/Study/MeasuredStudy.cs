using Dnma.Engine.Study2022.Logs;
using Dnma.Engine.Study2022.Results;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Study;

/// <summary>The documented study, lived, logged and measured once for all tests that look at it.</summary>
public sealed class MeasuredStudy : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public StudyLogs Logs { get; private set; } = null!;

    public StudyResults Results { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Logs = StudyLogs.Write(_folder.Path);
        Results = await StudyMeasurements.MeasureAsync(Logs);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
