using System.Buffers.Binary;
using System.Security.Cryptography;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// The temporary file of split hits that do not fit in memory. Parts hold raw person ids, so the file is encrypted (AES-256-GCM) under a random
/// key that exists in this object only: what a crash leaves behind cannot be read by anyone. The file is made at the first append and is gone after
/// <see cref="Dispose"/>. Not thread safe.
/// </summary>
internal sealed class SplitHitSpill : IDisposable
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(KeySize);
    private readonly AesGcm _cipher;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly List<Chunk>[] _chunks;
    private byte[] _sealed = [];
    private long _count;

    /// <summary>Makes the file.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="buckets">How many buckets there will be.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the file cannot be made.</exception>
    public SplitHitSpill(string folder, int buckets)
    {
        _cipher = new AesGcm(_key, TagSize);
        _path = Path.Combine(folder, $"dnma-split-{Path.GetRandomFileName()}.tmp");
        _chunks = new List<Chunk>[buckets];
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            _chunks[bucket] = [];
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            _file = new FileStream(_path, options);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            Forget();
            throw Unwritable(cause);
        }
    }

    /// <summary>How many bytes of records a bucket has in the file.</summary>
    public long BytesOf(int bucket)
    {
        var bytes = 0L;
        foreach (var chunk in _chunks[bucket])
        {
            bytes += chunk.Length;
        }

        return bytes;
    }

    /// <summary>How many chunks a bucket has.</summary>
    public int ChunksOf(int bucket) => _chunks[bucket].Count;

    /// <summary>Appends whole records to a bucket, as one chunk.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the file cannot be written.</exception>
    public void Append(int bucket, ReadOnlySpan<byte> records)
    {
        var number = _count++;
        var size = records.Length + TagSize;
        if (_sealed.Length < size)
        {
            _sealed = new byte[size];
        }

        // A nonce must never serve twice under one key: the chunk's number does not.
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(number, nonce);
        _cipher.Encrypt(nonce, records, _sealed.AsSpan(0, records.Length), _sealed.AsSpan(records.Length, TagSize));
        try
        {
            var offset = _file.Seek(0, SeekOrigin.End);
            _file.Write(_sealed, 0, size);
            _chunks[bucket].Add(new Chunk(number, offset, records.Length));
        }
        catch (IOException cause)
        {
            throw Unwritable(cause);
        }
    }

    /// <summary>Reads a chunk back.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="index">The chunk, from 0.</param>
    /// <param name="destination">Is emptied and receives the records.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnwritableOutput"/>: the file is not as it was written.</exception>
    public void Read(int bucket, int index, RecordBytes destination)
    {
        var chunk = _chunks[bucket][index];
        destination.Clear();
        var records = destination.Grow(chunk.Length);
        var size = chunk.Length + TagSize;
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(chunk.Number, nonce);
        try
        {
            _file.Position = chunk.Offset;
            _file.ReadExactly(_sealed, 0, size);
            _cipher.Decrypt(nonce, _sealed.AsSpan(0, chunk.Length), _sealed.AsSpan(chunk.Length, TagSize), records);
        }
        catch (Exception cause) when (cause is IOException or CryptographicException)
        {
            throw new EngineException(
                ErrorId.UnwritableOutput, _path, "the temporary file was cut or changed while it was in use", "measure again, with a temporary folder of its own", cause);
        }
    }

    /// <summary>Deletes the file and forgets the key.</summary>
    public void Dispose()
    {
        _file.Dispose();
        Forget();
    }

    private static void Nonce(long number, Span<byte> nonce)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(nonce, number);
    }

    private void Forget()
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_key);
    }

    private EngineException Unwritable(Exception cause) => new(
        ErrorId.UnwritableOutput, _path, "the temporary file of split hits cannot be written", "give a temporary folder with free space, or more memory", cause);

    private readonly record struct Chunk(long Number, long Offset, int Length);
}
