using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Web.DesignSystem;

/// <summary>A file that pages refer to by the hash of what it holds, so that browsers may keep it for good.</summary>
public sealed class Asset
{
    /// <summary>The stylesheet: the files of Look/Style, in the order of their names.</summary>
    public static Asset Style { get; } = new("style", "css", "text/css; charset=utf-8");

    /// <summary>The script: the files of Look/Script. Every page works without it.</summary>
    public static Asset Script { get; } = new("help", "js", "text/javascript; charset=utf-8");

    /// <summary>The sign in the browser's tab.</summary>
    public static Asset Mark { get; } = new("mark", "svg", "image/svg+xml");

    private Asset(string name, string extension, string contentType)
    {
        Name = name;
        Extension = extension;
        ContentType = contentType;
        Bytes = ReadResource($".{extension}");
        Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12];
        Path = $"/{name}.{Hash}.{extension}";
        Brotli = Compress(Bytes);
    }

    public string Name { get; }

    public string Extension { get; }

    public string ContentType { get; }

    /// <summary>The first twelve hexadecimal digits of the SHA-256 of the bytes.</summary>
    public string Hash { get; }

    /// <summary>Where it is served: <c>/style.0123456789ab.css</c>.</summary>
    public string Path { get; }

    public byte[] Bytes { get; }

    public byte[] Brotli { get; }

    public string Text => Encoding.UTF8.GetString(Bytes);

    private static byte[] ReadResource(string ending)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("look/", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        using var all = new MemoryStream();
        foreach (var name in names)
        {
            using var one = assembly.GetManifestResourceStream(name)!;
            one.CopyTo(all);
        }

        return all.ToArray();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }
}
