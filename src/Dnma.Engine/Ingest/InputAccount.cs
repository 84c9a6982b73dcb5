using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest;

/// <summary>What becomes known of an input while it is read.</summary>
internal sealed class InputAccount(string name)
{
    private long _records;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its stored bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>Their digest.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Its lines or rows.</summary>
    public long Lines { get; set; }

    /// <summary>Its records.</summary>
    public long Records => Interlocked.Read(ref _records);

    /// <summary>Its compression; empty for none.</summary>
    public string Compression { get; set; } = "";

    /// <summary>What its layout is.</summary>
    public string Description { get; set; } = "";

    /// <summary>How its content ended.</summary>
    public ContentEnding Ending { get; set; } = ContentEnding.Whole;

    /// <summary>Adds records that one of the workers read.</summary>
    public void AddRecords(long records) => Interlocked.Add(ref _records, records);

    /// <summary>The summary, once all is known.</summary>
    public InputSummary ToSummary() => new()
    {
        Name = Name,
        Bytes = Bytes,
        Sha256 = Sha256,
        Lines = Lines,
        Records = Records,
        Layout = Compression.Length == 0 ? Description : $"{Compression}, {Description}",
        IsTruncated = !Ending.IsWhole,
        Note = Ending.Note,
    };
}
