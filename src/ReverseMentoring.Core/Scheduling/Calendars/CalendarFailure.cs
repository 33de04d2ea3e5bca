namespace ReverseMentoring.Core.Scheduling.Calendars;

/// <summary>What can go wrong on the way to calendars and pass by itself.</summary>
internal static class CalendarFailure
{
    public static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(1);

    /// <param name="failure">What was thrown.</param>
    /// <param name="cancel">Who wants to stop is not held up.</param>
    public static bool IsPassing(Exception failure, CancellationToken cancel) =>
        failure is CalendarException or TimeoutException or IOException or OperationCanceledException
        && !cancel.IsCancellationRequested;
}
