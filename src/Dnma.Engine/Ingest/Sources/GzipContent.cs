using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>
/// Gzip data (RFC 1952) of any number of members, zero padding and trailing garbage allowed behind them. .NET's own GZipStream ends
/// silently where a file was cut, so the members' frames, checksums and lengths are read here and only the deflate data by .NET.
/// </summary>
internal sealed class GzipContent(RawInput raw) : ContentReader
{
    private const byte FlagHeaderCrc = 2, FlagExtra = 4, FlagName = 8, FlagComment = 16, FlagsReserved = 0xE0;

    private readonly DeflateFeed _feed = new(raw);
    private readonly Crc32 _crc = new();
    private DeflateStream? _member;
    private uint _memberBytes;
    private bool _anyMember;

    /// <inheritdoc/>
    public override string Compression => "gzip";

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_member is null && !await OpenMemberAsync(cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }

            var read = await InflateAsync(destination, cancellationToken).ConfigureAwait(false);
            if (read > 0)
            {
                _crc.Append(destination.Span[..read]);
                _memberBytes = unchecked(_memberBytes + (uint)read);
                return read;
            }

            if (read < 0 || !await CloseMemberAsync(cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _member?.Dispose();
        base.Dispose();
    }

    private async ValueTask<int> InflateAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        try
        {
            return await _member!.ReadAsync(destination, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            // With the runtime's strict validation switched on, a cut stream throws as well.
            Ending = _feed.IsExhausted ? Truncated() : ContentEnding.BrokeOff(Compression, "an invalid code", raw.Position);
            return -1;
        }
    }

    /// <summary>Reads a member's header; false at the end of the data, whatever that end is.</summary>
    private async ValueTask<bool> OpenMemberAsync(CancellationToken cancellationToken)
    {
        const int FixedHeaderBytes = 10;
        await SkipPaddingAsync(cancellationToken).ConfigureAwait(false);
        await raw.FillAsync(FixedHeaderBytes, cancellationToken).ConfigureAwait(false);
        var header = raw.Window;
        if (header.Length == 0)
        {
            return false;
        }

        var start = header.Span;
        if (start[0] != 0x1F || (start.Length > 1 && start[1] != 0x8B))
        {
            Ending = new ContentEnding(true, $"what follows the gzip data from stored byte {raw.Position} on is no gzip data and is ignored");
            return false;
        }

        if (header.Length < FixedHeaderBytes)
        {
            Ending = Truncated();
            return false;
        }

        var flags = start[3];
        if (start[2] != 8 || (flags & FlagsReserved) != 0)
        {
            Ending = ContentEnding.BrokeOff(Compression, "a header of an unknown kind", raw.Position);
            return false;
        }

        raw.Advance(FixedHeaderBytes);
        if (!await SkipOptionalHeaderAsync(flags, cancellationToken).ConfigureAwait(false))
        {
            Ending = Truncated();
            return false;
        }

        _feed.Restart();
        _crc.Reset();
        _memberBytes = 0;
        _member = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
        _anyMember = true;
        return true;
    }

    private async ValueTask<bool> SkipOptionalHeaderAsync(byte flags, CancellationToken cancellationToken)
    {
        if ((flags & FlagExtra) != 0)
        {
            await raw.FillAsync(2, cancellationToken).ConfigureAwait(false);
            if (raw.Window.Length < 2)
            {
                return false;
            }

            int extra = BinaryPrimitives.ReadUInt16LittleEndian(raw.Window.Span);
            raw.Advance(2);
            await raw.FillAsync(extra, cancellationToken).ConfigureAwait(false);
            if (raw.Window.Length < extra)
            {
                return false;
            }

            raw.Advance(extra);
        }

        for (var names = ((flags & FlagName) != 0 ? 1 : 0) + ((flags & FlagComment) != 0 ? 1 : 0); names > 0; names--)
        {
            if (!await SkipPastZeroAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        if ((flags & FlagHeaderCrc) != 0)
        {
            await raw.FillAsync(2, cancellationToken).ConfigureAwait(false);
            if (raw.Window.Length < 2)
            {
                return false;
            }

            raw.Advance(2);
        }

        return true;
    }

    private async ValueTask<bool> SkipPastZeroAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await raw.FillAsync(1, cancellationToken).ConfigureAwait(false);
            if (raw.Window.Length == 0)
            {
                return false;
            }

            var zero = raw.Window.Span.IndexOf((byte)0);
            raw.Advance(zero < 0 ? raw.Window.Length : zero + 1);
            if (zero >= 0)
            {
                return true;
            }
        }
    }

    private async ValueTask SkipPaddingAsync(CancellationToken cancellationToken)
    {
        while (_anyMember)
        {
            await raw.FillAsync(1, cancellationToken).ConfigureAwait(false);
            var other = raw.Window.Span.IndexOfAnyExcept((byte)0);
            raw.Advance(other < 0 ? raw.Window.Length : other);
            if (other >= 0 || raw.IsAtEnd)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Finds the trailer behind the deflate data, and so the data's end; false when the data are cut or damaged. The eight bytes are
    /// known, so looking for them inside the last feed finds the end, but for one chance in 2⁶⁴ for each byte. Only when a damaged trailer
    /// is followed, within the feed, by a member of the very same content is that member's trailer taken, and its copy of the content lost.
    /// </summary>
    private async ValueTask<bool> CloseMemberAsync(CancellationToken cancellationToken)
    {
        if (_feed.IsExhausted)
        {
            Ending = Truncated();
            return false;
        }

        raw.Rewind(_feed.LastFeed);
        var reach = _feed.LastFeed + DeflateFeed.TrailerBytes;
        await raw.FillAsync(reach, cancellationToken).ConfigureAwait(false);
        var trailer = new byte[DeflateFeed.TrailerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), _memberBytes);
        var window = raw.Window.Span[..Math.Min(reach, raw.Window.Length)];
        var found = window.IndexOf(trailer);
        if (found >= 0)
        {
            raw.Advance(found + DeflateFeed.TrailerBytes);
            _member!.Dispose();
            _member = null;
            return true;
        }

        Ending = window.Length < reach ? Truncated() : ContentEnding.BrokeOff(Compression, "a wrong checksum", raw.Position + _feed.LastFeed);
        return false;
    }

    private ContentEnding Truncated() => ContentEnding.Truncated(Compression, raw.Count);
}
