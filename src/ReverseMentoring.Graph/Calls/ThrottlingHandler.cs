using System.Net;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Graph.Calls;

/// <summary>
/// Waits when the service says so, as long as it says so, and gives the wait to the caller when it is too long to hold
/// a process for. A call is sent again only where a repetition does no harm: all of ours may be repeated. A service that is
/// down is then left alone by everybody for a while, so that hundreds of pairs don't each wait for it in turn.
/// </summary>
internal sealed class ThrottlingHandler(TimeProvider time, TimeSpan longestWait) : DelegatingHandler
{
    private long downUntil;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var rest = new DateTimeOffset(Interlocked.Read(ref downUntil), TimeSpan.Zero) - time.GetUtcNow();
        if (rest > TimeSpan.Zero)
        {
            throw new CalendarBusyException(rest);
        }

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

            var wait = RetryAfter.ReadHeader(response, time) ?? RetryAfter.Backoff(attempt);
            var isDown = response.StatusCode is not HttpStatusCode.TooManyRequests;
            response.Dispose();
            if (attempt == RetryAfter.Attempts)
            {
                wait = wait > RetryAfter.Rest ? wait : RetryAfter.Rest;
                Interlocked.Exchange(ref downUntil, isDown ? (time.GetUtcNow() + wait).UtcTicks : 0);
                throw new CalendarBusyException(wait);
            }

            if (wait > longestWait)
            {
                throw new CalendarBusyException(wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    internal static bool IsBusy(HttpStatusCode status) => status is
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
