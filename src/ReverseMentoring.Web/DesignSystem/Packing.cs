using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.DesignSystem;

/// <summary>
/// Pages are packed where the browser takes it: a list of sixty topics with all their steps is a tenth then. What an
/// eavesdropper could learn from the length of a packed page needs a page that others can have opened in somebody's name:
/// a participant's needs its link, a manager's a cookie that no other site's request carries.
/// </summary>
internal static class Packing
{
    /// <summary>Beyond this, a better ratio costs more time than the bytes that it saves.</summary>
    private const int Quality = 4;

    /// <summary>A window of 2^18 bytes holds nearly all pages whole.</summary>
    private const int Window = 18;

    /// <returns>The bytes to send; headers say so where they are packed.</returns>
    public static ReadOnlyMemory<byte> Pack(HttpContext context, ReadOnlyMemory<byte> page)
    {
        context.Response.Headers.Append("Vary", "Accept-Encoding");
        if (!Takes(context.Request))
        {
            return page;
        }

        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(page.Length)];
        if (!BrotliEncoder.TryCompress(page.Span, packed, out var length, Quality, Window))
        {
            return page;
        }

        context.Response.Headers.ContentEncoding = "br";
        return packed.AsMemory(0, length);
    }

    public static bool Takes(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(one => one.Value == "br" && one.Quality is null or > 0);
}
