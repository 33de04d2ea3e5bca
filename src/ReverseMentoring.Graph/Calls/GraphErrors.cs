using System.Net;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Graph.Calls;

internal static class GraphErrors
{
    /// <summary>
    /// The call's result, or null when what it is about is no longer there (404, or 410 for a place in a list of
    /// changes that is forgotten).
    /// </summary>
    /// <exception cref="CalendarException">Any other refusal, and when the service, or a token for it, cannot be reached.</exception>
    public static async Task<T?> CallAsync<T>(Func<Task<T?>> call, params HttpStatusCode[] expected)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (ApiException error) when (error.ResponseStatusCode is 404 or 410 || expected.Contains((HttpStatusCode)error.ResponseStatusCode))
        {
            // No failure: the caller is told that it is gone.
            return null;
        }
        catch (ApiException error)
        {
            throw new CalendarException((error as ODataError)?.Error?.Code ?? $"{error.ResponseStatusCode}", error);
        }
        catch (Exception error) when (error is HttpRequestException or AuthenticationFailedException || error.InnerException is TimeoutException)
        {
            throw new CalendarException(CalendarException.Unreachable, error);
        }
    }
}
