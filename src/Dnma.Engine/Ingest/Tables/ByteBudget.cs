using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>Bytes that look-ups may take together. Not thread safe.</summary>
internal sealed class ByteBudget(long limit)
{
    private long _taken;

    /// <summary>Takes bytes before they are allocated.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.MemoryLimitTooLow"/>: there are not so many left.</exception>
    public void Take(long bytes)
    {
        _taken += bytes;
        if (_taken > limit)
        {
            throw new EngineException(
                ErrorId.MemoryLimitTooLow,
                "Matomo's log_visit and log_action",
                $"the tables need more than the {limit} bytes that look-ups may take",
                "raise --memory, or export and measure fewer months at a time");
        }
    }

    /// <summary>Gives bytes back.</summary>
    public void Return(long bytes) => _taken -= bytes;
}
