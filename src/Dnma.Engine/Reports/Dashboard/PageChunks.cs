using System.Security.Cryptography;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// Bytes that the page decodes when they are asked for: raw deflate (RFC 1951) in base64. Equal bytes are kept once. The compressor is a managed one, since
/// that of the runtime writes other bytes on other processors and versions. What is small is one stored block: the page reads it at once, where a stream would let
/// it wait for its turn. That costs little: all such chunks of the fixture day are 46 kB, and would be 30 compressed.
/// </summary>
/// <param name="cancellation">Stops the compressing.</param>
internal sealed class PageChunks(CancellationToken cancellation = default)
{
    /// <summary>Up to this many bytes are stored: the rows that a page opens with are few. No stored block has more than 65 535.</summary>
    private const int MostStored = 16_000;

    /// <summary>BFINAL and BTYPE of the last block, stored; the rest of its byte is none.</summary>
    private const byte StoredBlock = 1;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly Deflater _deflater = new(Deflater.DEFAULT_COMPRESSION, noZlibHeaderOrFooter: true);

    /// <summary>The chunks in base64, by id.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The id of the chunk of some bytes.</summary>
    /// <param name="bytes">What it decodes to.</param>
    public int Add(byte[] bytes)
    {
        var digest = DigestOf(bytes);
        if (!_ids.TryGetValue(digest, out var id))
        {
            id = _texts.Count;
            _ids.Add(digest, id);
            _texts.Add(Convert.ToBase64String(bytes.Length <= MostStored ? Stored(bytes) : Deflated(bytes)));
        }

        return id;
    }

    /// <summary>Whether some bytes are a chunk already: they cost nothing.</summary>
    public bool Has(byte[] bytes) => _ids.ContainsKey(DigestOf(bytes));

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Stored(byte[] bytes)
    {
        var (low, high) = ((byte)(bytes.Length & 0xFF), (byte)(bytes.Length >> 8));
        return [StoredBlock, low, high, (byte)(low ^ 0xFF), (byte)(high ^ 0xFF), .. bytes];
    }

    private byte[] Deflated(byte[] bytes)
    {
        _deflater.Reset();
        _deflater.SetInput(bytes);
        _deflater.Finish();
        var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (!_deflater.IsFinished)
        {
            cancellation.ThrowIfCancellationRequested();
            output.Write(buffer, 0, _deflater.Deflate(buffer));
        }

        return output.ToArray();
    }
}
