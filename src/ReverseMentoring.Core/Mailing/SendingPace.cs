using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>How many mails went lately, in the service's own windows: what the quota still leaves.</summary>
[Kept("pace", KeptFor.Running, ReadBy.Nobody, KeptUntil.Stays)]
internal sealed record SendingPace
{
    public const string Partition = "outbox";

    public const string Key = "pace";

    public DateTimeOffset MinuteFrom { get; init; }

    public int InMinute { get; init; }

    public DateTimeOffset HourFrom { get; init; }

    public int InHour { get; init; }

    /// <summary>The service said not to try before then.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>It has taken nothing since.</summary>
    public DateTimeOffset? ClosedSince { get; init; }

    public static Task<Stored<SendingPace>?> Read(IStore store, CancellationToken cancel) => store.Read<SendingPace>(Partition, Key, cancel);

    /// <summary>Since when the service has taken nothing; null: it takes mails.</summary>
    public static async Task<DateTimeOffset?> RefusingSince(IStore store, CancellationToken cancel) => (await Read(store, cancel))?.Value.ClosedSince;

    /// <summary>How many may go now.</summary>
    public int Left(MailQuota quota, DateTimeOffset now) =>
        ClosedUntil > now ? 0 : Math.Min(
            quota.PerMinute is { } minute ? minute - At(now).InMinute : int.MaxValue,
            quota.PerHour is { } hour ? hour - At(now).InHour : int.MaxValue);

    /// <summary>When some may go again, where none may now.</summary>
    public DateTimeOffset OpensAt(MailQuota quota, DateTimeOffset now)
    {
        var sendingPace = At(now);
        var minute = quota.PerMinute <= sendingPace.InMinute ? sendingPace.MinuteFrom.AddMinutes(1) : now;
        var hour = quota.PerHour <= sendingPace.InHour ? sendingPace.HourFrom.AddHours(1) : now;
        return new[] { minute, hour, ClosedUntil ?? now }.Max();
    }

    public SendingPace After(int sent, DateTimeOffset now)
    {
        var sendingPace = At(now);
        return sendingPace with { InMinute = sendingPace.InMinute + sent, InHour = sendingPace.InHour + sent };
    }

    private SendingPace At(DateTimeOffset now) => this with
    {
        MinuteFrom = now - MinuteFrom < TimeSpan.FromMinutes(1) ? MinuteFrom : now,
        InMinute = now - MinuteFrom < TimeSpan.FromMinutes(1) ? InMinute : 0,
        HourFrom = now - HourFrom < TimeSpan.FromHours(1) ? HourFrom : now,
        InHour = now - HourFrom < TimeSpan.FromHours(1) ? InHour : 0,
        ClosedUntil = ClosedUntil > now ? ClosedUntil : null,
    };
}
