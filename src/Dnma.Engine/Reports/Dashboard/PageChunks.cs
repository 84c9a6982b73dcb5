using System.Security.Cryptography;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// Bytes that the page decodes when they are asked for: raw deflate (RFC 1951) in base64. Equal bytes are kept once. The compressor is a managed one, since
/// that of the runtime writes other bytes on other processors and versions.
/// </summary>
internal sealed class PageChunks
{
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
            _texts.Add(Convert.ToBase64String(Deflated(bytes)));
        }

        return id;
    }

    /// <summary>Whether some bytes are a chunk already: they cost nothing.</summary>
    public bool Has(byte[] bytes) => _ids.ContainsKey(DigestOf(bytes));

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private byte[] Deflated(byte[] bytes)
    {
        _deflater.Reset();
        _deflater.SetInput(bytes);
        _deflater.Finish();
        var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (!_deflater.IsFinished)
        {
            output.Write(buffer, 0, _deflater.Deflate(buffer));
        }

        return output.ToArray();
    }
}
