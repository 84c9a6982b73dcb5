using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification.Signing;

/// <summary>The text of a file that should hold a key.</summary>
internal static class PemFile
{
    /// <summary>No PEM file of one key comes near.</summary>
    private const long MostBytes = 1 << 20;

    /// <exception cref="EngineException"><see cref="ErrorId.UnreadableInput"/>.</exception>
    public static string Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes
                ? File.ReadAllText(path)
                : throw new EngineException(ErrorId.UnusableKey, path, "it is too large for a key", "name a PEM file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "the key cannot be read", "name a PEM file that exists", error);
        }
    }
}
