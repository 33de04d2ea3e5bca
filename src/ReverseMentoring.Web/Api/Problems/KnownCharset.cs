using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ReverseMentoring.Web.Api.Problems;

/// <summary>A body in an encoding that nobody here can read is the caller's fault: 415, where the framework would fail at reading it.</summary>
internal static class KnownCharset
{
    /// <summary>Behind what gives errors their bodies, and in front of whatever reads one.</summary>
    public static IApplicationBuilder UseKnownCharsets(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.Charset.HasValue)
        {
            return next(context);
        }

        var charset = type.Charset.Value!.Trim('"');
        if (IsKnown(charset))
        {
            // The framework doesn't read one that is quoted, as any parameter may be (RFC 9110).
            type.Charset = charset;
            context.Request.ContentType = type.ToString();
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });

    private static bool IsKnown(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known, and not read any more: it hides markup.
            return false;
        }
    }
}
