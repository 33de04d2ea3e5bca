using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Forms;

/// <summary>The address is a secret: it goes to no other site, into no cache and no search engine.</summary>
internal static class FormHeaders
{
    // The company's colours stand in one style attribute; its logo may lie on another host.
    private const string Policy =
        "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; img-src 'self' https: data:; "
        + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
    }
}
