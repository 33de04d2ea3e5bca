using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace ReverseMentoring.Web.DesignSystem;

/// <summary>Serves style, script and mark.</summary>
public static class AssetEndpoints
{
    /// <summary>Maps <c>/style.{hash}.css</c>, <c>/help.{hash}.js</c> and <c>/mark.{hash}.svg</c>.</summary>
    public static IEndpointRouteBuilder MapLook(this IEndpointRouteBuilder routes)
    {
        foreach (var asset in (Asset[])[Asset.Style, Asset.Script, Asset.Mark])
        {
            routes.MapGet($"/{asset.Name}.{{hash}}.{asset.Extension}", (string hash, HttpContext context) => Serve(asset, hash, context))
                .ExcludeFromDescription();
        }

        return routes;
    }

    // A page that was loaded before a new release still asks for the old hash: it gets today's file, but may not keep it.
    private static Task Serve(Asset asset, string hash, HttpContext context)
    {
        var response = context.Response;
        response.ContentType = asset.ContentType;
        response.Headers.CacheControl = hash == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.XContentTypeOptions = "nosniff";
        var packed = Packing.Takes(context.Request);
        if (packed)
        {
            response.Headers.ContentEncoding = "br";
        }

        var body = packed ? asset.Brotli : asset.Bytes;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
