namespace ReverseMentoring.Graph.Calls;

internal static class RetryAfter
{
    /// <summary>What the service asks for, in seconds or as a date; null when it asks for nothing.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - time.GetUtcNow());
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    public static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(1 << attempt);
}
