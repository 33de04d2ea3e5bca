using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ReverseMentoring.Core.Links;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>
/// Seals what a sign-in carries through the browser (its state, its nonce) with keys derived from those that sign links:
/// every instance has them, and no file and no row of their own is needed. AES-256-GCM, a key for each purpose.
/// </summary>
internal sealed class SignerProtection(LinkSigner signer, string purpose = "") : IDataProtectionProvider, IDataProtector
{
    private const int NonceBytes = 12;

    private const int TagBytes = 16;

    private readonly IReadOnlyList<SigningKey> keys = signer.Derive(purpose);

    // The length stands before each purpose, so that no two chains of purposes are one text.
    IDataProtector IDataProtectionProvider.CreateProtector(string next) => new SignerProtection(signer, $"{purpose}{next.Length}:{next};");

    /// <returns>Length of the key's id, the id, nonce, tag, and what is sealed.</returns>
    public byte[] Protect(byte[] plaintext)
    {
        var id = Encoding.UTF8.GetBytes(keys[0].Id);
        byte[] head = [(byte)id.Length, .. id];
        var (nonce, tag, content) = (RandomNumberGenerator.GetBytes(NonceBytes), new byte[TagBytes], new byte[plaintext.Length]);
        using var aes = new AesGcm(keys[0].Secret, TagBytes);
        aes.Encrypt(nonce, plaintext, content, tag, head);
        return [.. head, .. nonce, .. tag, .. content];
    }

    /// <exception cref="CryptographicException">It was not sealed here, not for this purpose, or was changed.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        var head = protectedData.Length > 0 ? protectedData[0] + 1 : 0;
        var sealedAt = head + NonceBytes + TagBytes;
        if (head == 0 || protectedData.Length < sealedAt
            || keys.FirstOrDefault(key => key.Id == Encoding.UTF8.GetString(protectedData, 1, head - 1)) is not { } key)
        {
            throw new CryptographicException("Sealed by nobody here.");
        }

        var plain = new byte[protectedData.Length - sealedAt];
        using var aes = new AesGcm(key.Secret, TagBytes);
        aes.Decrypt(
            protectedData.AsSpan(head, NonceBytes), protectedData.AsSpan(sealedAt), protectedData.AsSpan(head + NonceBytes, TagBytes), plain,
            protectedData.AsSpan(0, head));
        return plain;
    }
}
