using System.Security.Cryptography;
using System.Text.Json;
using ReverseMentoring.Core.Links;

namespace ReverseMentoring.LocalHost.Hosting;

/// <summary>
/// The keys that sign links, in a file that only its owner can read. To rotate, put a new one in front: links made with
/// the others still open.
/// </summary>
internal static class LocalKeys
{
    private const string FileName = "signing-keys.json";

    /// <summary>The keys of a folder, made at its first use; without a folder, a key for this run.</summary>
    public static IReadOnlyList<SigningKey> Of(string? folder)
    {
        if (folder is null)
        {
            return [New("k1")];
        }

        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, FileName);
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            JsonSerializer.Serialize(stream, new[] { New("k1") });
        }

        return JsonSerializer.Deserialize<SigningKey[]>(File.ReadAllBytes(file)) ?? [];
    }

    private static SigningKey New(string id) => new(id, RandomNumberGenerator.GetBytes(LinkSigner.KeyBytes));
}
