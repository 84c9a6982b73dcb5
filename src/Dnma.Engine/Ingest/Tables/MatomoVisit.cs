namespace Dnma.Engine.Ingest.Tables;

/// <summary>What the look-up remembers of a row of log_visit.</summary>
internal readonly ref struct MatomoVisit
{
    private const int OrderBytes = sizeof(long);

    /// <summary>Reads a packed visit.</summary>
    public MatomoVisit(ReadOnlySpan<byte> packed)
    {
        var rest = packed[OrderBytes..];
        UserId = FieldPacker.Next(ref rest);
        Client = FieldPacker.Next(ref rest);
        DeviceType = FieldPacker.Next(ref rest);
        Os = FieldPacker.Next(ref rest);
        Browser = FieldPacker.Next(ref rest);
        Profile = FieldPacker.Next(ref rest);
        Structure = FieldPacker.Next(ref rest);
        Host = FieldPacker.Next(ref rest);
        Service = FieldPacker.Next(ref rest);
        ServiceType = FieldPacker.Next(ref rest);
        Tool = FieldPacker.Next(ref rest);
        Project = FieldPacker.Next(ref rest);
        Customs = rest;
    }

    public ReadOnlySpan<byte> UserId { get; }

    public ReadOnlySpan<byte> Client { get; }

    public ReadOnlySpan<byte> DeviceType { get; }

    public ReadOnlySpan<byte> Os { get; }

    public ReadOnlySpan<byte> Browser { get; }

    public ReadOnlySpan<byte> Profile { get; }

    public ReadOnlySpan<byte> Structure { get; }

    public ReadOnlySpan<byte> Host { get; }

    public ReadOnlySpan<byte> Service { get; }

    public ReadOnlySpan<byte> ServiceType { get; }

    public ReadOnlySpan<byte> Tool { get; }

    public ReadOnlySpan<byte> Project { get; }

    /// <summary>One packed field for each custom dimension that was asked for.</summary>
    public ReadOnlySpan<byte> Customs { get; }

    /// <summary>Packs a row. What was last seen of the visit stands first, so that of two states of one visit the later one is the greater.</summary>
    public static void Pack(scoped in MatomoRow row, ReadOnlySpan<byte> client, CustomValues customs, FieldPacker packer)
    {
        packer.Clear();
        Time.InstantText.ReadUtc(row.LastActionTime, out var lastActionMs);
        packer.AddOrdered(lastActionMs);
        packer.Add(row.UserId);
        packer.Add(client);
        packer.Add(row.DeviceType);
        packer.Add(row.Os);
        packer.Add(row.Browser);
        packer.Add(row.Profile);
        packer.Add(row.Structure);
        packer.Add(row.Host);
        packer.Add(row.Service);
        packer.Add(row.ServiceType);
        packer.Add(row.Tool);
        packer.Add(row.Project);
        foreach (var range in customs.Ranges)
        {
            packer.Add(customs.Bytes[range]);
        }
    }
}
