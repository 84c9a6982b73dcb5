using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>The compression function of SHA-256 (FIPS 180-4), for eight blocks at once, one in each lane of a vector.</summary>
internal static class Sha256Lanes
{
    /// <summary>How many blocks go at once.</summary>
    public const int Count = 8;

    /// <summary>The words of a state.</summary>
    public const int StateWords = 8;

    /// <summary>The words of a block.</summary>
    public const int BlockWords = 16;

    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private static readonly uint[] Beginning = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>The state before the first block, in all lanes.</summary>
    public static void Begin(Span<Vector256<uint>> state)
    {
        for (var word = 0; word < StateWords; word++)
        {
            state[word] = Vector256.Create(Beginning[word]);
        }
    }

    /// <summary>Takes a block into the state, lane by lane.</summary>
    /// <param name="state">The state's eight words.</param>
    /// <param name="block">The block's sixteen words; is written over.</param>
    public static void Compress(Span<Vector256<uint>> state, Span<Vector256<uint>> block)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        ReadOnlySpan<uint> constants = Constants;
        for (var round = 0; round < constants.Length; round++)
        {
            ref var word = ref block[round & 15];
            if (round >= BlockWords)
            {
                var (near, far) = (block[(round + 1) & 15], block[(round + 14) & 15]);
                word += (Right(near, 7) ^ Right(near, 18) ^ (near >>> 3)) + block[(round + 9) & 15] + (Right(far, 17) ^ Right(far, 19) ^ (far >>> 10));
            }

            var first = h + (Right(e, 6) ^ Right(e, 11) ^ Right(e, 25)) + Vector256.ConditionalSelect(e, f, g) + Vector256.Create(constants[round]) + word;
            var second = (Right(a, 2) ^ Right(a, 13) ^ Right(a, 22)) + ((a & b) | (c & (a | b)));
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + second);
        }

        (state[0], state[1], state[2], state[3]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d);
        (state[4], state[5], state[6], state[7]) = (state[4] + e, state[5] + f, state[6] + g, state[7] + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Right(Vector256<uint> word, int bits) => (word >>> bits) | (word << (32 - bits));
}
