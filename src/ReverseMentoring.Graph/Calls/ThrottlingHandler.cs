using System.Net;
using ReverseMentoring.Core.Calendars;

namespace ReverseMentoring.Graph.Calls;

/// <summary>
/// Waits when the service says so, as long as it says so, and gives the wait to the caller when it is too long to hold
/// a process for. A call is sent again only where a repetition does no harm: all of ours may be repeated.
/// </summary>
public sealed class ThrottlingHandler(TimeProvider time, TimeSpan longestWait) : DelegatingHandler
{
    private const int Attempts = 4;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken); // So that it can be sent again.
        }

        for (var attempt = 1; ; attempt++)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!IsBusy(response.StatusCode))
            {
                return response;
            }

            var wait = RetryAfter.Of(response, time) ?? RetryAfter.Backoff(attempt);
            response.Dispose();
            if (attempt == Attempts || wait > longestWait)
            {
                throw new CalendarBusyException(wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    internal static bool IsBusy(HttpStatusCode status) => status is
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
