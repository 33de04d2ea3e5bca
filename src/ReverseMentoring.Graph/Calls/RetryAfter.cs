namespace ReverseMentoring.Graph.Calls;

internal static class RetryAfter
{
    public const int Attempts = 4;

    /// <summary>A service that is busy at each attempt is left alone so long at least.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>What the service asks for, in seconds or as a date; null when it asks for nothing.</summary>
    public static TimeSpan? ReadHeader(HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - time.GetUtcNow());
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    public static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(1 << attempt);
}
