using Microsoft.Extensions.Logging;

namespace Dnma.Engine;

/// <summary>
/// What the engine logs. Ids and names are stable; no message holds a file's name, a label, an identifier, or the text of an exception, which may hold one.
/// </summary>
internal static partial class EngineEvents
{
    [LoggerMessage(1001, LogLevel.Information, "{Operation} started.")]
    public static partial void OperationStarted(this ILogger logger, string operation);

    [LoggerMessage(1002, LogLevel.Information, "{Operation} finished in {Seconds:0.000} s.")]
    public static partial void OperationFinished(this ILogger logger, string operation, double seconds);

    [LoggerMessage(1003, LogLevel.Information, "{Operation} cancelled in stage {Stage} after {Seconds:0.000} s.")]
    public static partial void OperationCancelled(this ILogger logger, string operation, string stage, double seconds);

    [LoggerMessage(1004, LogLevel.Error, "{Operation} failed in stage {Stage} after {Seconds:0.000} s: {ErrorType}.")]
    public static partial void OperationFailed(this ILogger logger, string operation, string stage, double seconds, string errorType);

    [LoggerMessage(1005, LogLevel.Debug, "Stage {Stage} took {Seconds:0.000} s.")]
    public static partial void StageFinished(this ILogger logger, string stage, double seconds);

    [LoggerMessage(1101, LogLevel.Information, "{Records} records read: {Qualified} qualified, {Excluded} excluded, {Rejected} rejected, {Merged} merged; {Visits} visits.")]
    public static partial void LogMeasured(this ILogger logger, long records, long qualified, long excluded, long rejected, long merged, long visits);

    [LoggerMessage(1102, LogLevel.Warning, "The certificate carries {Warnings} warnings.")]
    public static partial void CertificateWarns(this ILogger logger, int warnings);

    [LoggerMessage(1103, LogLevel.Critical, "{Laws} conservation laws or checks do not hold: the figures must not be used.")]
    public static partial void LawsBroken(this ILogger logger, int laws);

    [LoggerMessage(1104, LogLevel.Information, "{Bytes} bytes of hits did not fit into memory and went to temporary files.")]
    public static partial void HitsSpilled(this ILogger logger, long bytes);

    [LoggerMessage(1201, LogLevel.Information, "{Files} files of {Bytes} bytes published.")]
    public static partial void FilesPublished(this ILogger logger, int files, long bytes);
}
