using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Api.Access;

internal static class ProgramRequests
{
    /// <summary>Programs ask below <c>/api</c>; all else is for browsers.</summary>
    public static bool IsFromProgram(this HttpRequest request) => request.Path.StartsWithSegments("/api");
}
