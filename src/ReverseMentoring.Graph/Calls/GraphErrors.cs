using Microsoft.Graph.Models.ODataErrors;
using ReverseMentoring.Core.Calendars;

namespace ReverseMentoring.Graph.Calls;

internal static class GraphErrors
{
    public static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ODataError error) when (!IsGone(error))
        {
            throw new CalendarException(error.Error?.Code ?? $"{error.ResponseStatusCode}", error);
        }
    }

    /// <summary>The event is no longer there, or the place that was kept in a list of changes is no longer known.</summary>
    public static bool IsGone(ODataError error) => error.ResponseStatusCode is 404 or 410;
}
