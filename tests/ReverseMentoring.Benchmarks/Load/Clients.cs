using System.Net;

namespace ReverseMentoring.Benchmarks.Load;

internal static class Clients
{
    /// <summary>Connections that stay open, and no answer that is followed.</summary>
    public static HttpClient To(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = address };

    /// <exception cref="InvalidDataException">The answer was not taken.</exception>
    public static void Check(HttpResponseMessage answer)
    {
        if (answer.StatusCode is not HttpStatusCode.SeeOther)
        {
            throw new InvalidDataException($"An answer was not taken: {answer.StatusCode}.");
        }
    }
}
