using System.Security.Cryptography;
using System.Text.Json;
using ReverseMentoring.Core.Links;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Hosting;

/// <summary>
/// The keys that sign links, in a file that only its owner can read. To rotate, put a new one in front: links made with
/// the others still open.
/// </summary>
internal static class LocalKeys
{
    public const string FileName = "signing-keys.json";

    /// <summary>On Unix a file is moved in two steps, a look and a move, between which another thread's could come. One folder is served by one process.</summary>
    private static readonly Lock Making = new();

    /// <summary>The keys of a folder, made at its first use; without a folder, a key for this run.</summary>
    /// <exception cref="InvalidDataException">The file is torn, or holds no keys. It is left as it is: without them no link in a mail opens.</exception>
    public static IReadOnlyList<SigningKey> Load(string? folder)
    {
        if (folder is null)
        {
            return [New("k1")];
        }

        var file = Path.Combine(OwnersOnly.Folder(folder), FileName);
        lock (Making)
        {
            if (!File.Exists(file))
            {
                // Another process may be quicker: then its keys are ours.
                OwnersOnly.Write(file, JsonSerializer.SerializeToUtf8Bytes(new[] { New("k1") }));
            }
        }

        OwnersOnly.Claim(file);
        return ReadFile(file);
    }

    private static SigningKey[] ReadFile(string file)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<SigningKey?[]>(File.ReadAllBytes(file)) ?? [];
            SigningKey[] usable = [.. keys.OfType<SigningKey>().Where(key => key is { Id: not null, Secret.Length: >= LinkSigner.KeyBytes })];
            return usable.Length == keys.Length && usable.Length > 0 ? usable : throw Torn(file);
        }
        catch (JsonException)
        {
            throw Torn(file);
        }
    }

    private static InvalidDataException Torn(string file) => new(
        $"{file} holds no keys that could sign links. Put it back from a backup: without it no link in a mail opens. Or take it away, and new keys are made.");

    private static SigningKey New(string id) => new(id, RandomNumberGenerator.GetBytes(LinkSigner.KeyBytes));
}
