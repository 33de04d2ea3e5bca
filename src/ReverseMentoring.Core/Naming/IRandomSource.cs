using System.Security.Cryptography;

namespace ReverseMentoring.Core.Naming;

/// <summary>Where whatever is drawn comes from: a rehearsal brings one that begins with a seed.</summary>
public interface IRandomSource
{
    /// <summary>Fills all of it with bytes that nobody can foretell.</summary>
    void Fill(Span<byte> bytes);
}

/// <summary>Of the operating system: for whatever is no rehearsal.</summary>
public sealed class SystemRandomSource : IRandomSource
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
