using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>When somebody was written to in the last month, in order.</summary>
[Kept(Rows.Mailed, KeptFor.Mails, ReadBy.Oneself, KeptUntil.PersonErased)]
internal sealed record MailDays(IReadOnlyList<DateTimeOffset> Moments)
{
    /// <summary>As many within a month are enough: what only recalls something is left out then.</summary>
    private const int Enough = 4;

    /// <summary>From so many on, what can wait waits, so that there is room left for news of a session that moves again and again.</summary>
    private const int Many = 3;

    /// <summary>From so many on, news of a session that is far ahead waits too: who moves one again and again fills nobody's month.</summary>
    private const int Most = 5;

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public static MailDays None { get; } = new([]);

    public static async Task<MailDays> Read(IStore store, string partition, string reader, CancellationToken cancel) =>
        (await store.Read<MailDays>(partition, Rows.Mailed + reader, cancel))?.Value ?? None;

    /// <summary>Whether a mail still counts: older ones say nothing.</summary>
    internal static bool IsLately(DateTimeOffset moment, DateTimeOffset now) => now - moment < Month;

    public bool AreEnough(DateTimeOffset now) => Moments.Count(moment => IsLately(moment, now)) >= Enough;

    /// <summary>When what can wait has room again; null: it has.</summary>
    public DateTimeOffset? HasRoomAt(DateTimeOffset now) => HasRoomAt(now, Many);

    /// <summary>When news of what is far ahead has room again; null: it has.</summary>
    public DateTimeOffset? HasRoomForNewsAt(DateTimeOffset now) => HasRoomAt(now, Most);

    private DateTimeOffset? HasRoomAt(DateTimeOffset now, int many) =>
        Moments.Where(moment => IsLately(moment, now)).ToArray() is var lately && lately.Length >= many ? lately[^many] + Month : null;

    public bool HasOn(DateTimeOffset now, DecentHours hours) => Moments.Any(moment => hours.IsOneDay(moment, now));

    /// <summary>The row, with so many more.</summary>
    public Change With(string reader, DateTimeOffset now, int letters) => Documents.Put(Rows.Mailed + reader, Plus(now, letters));

    /// <summary>The same, after so many more.</summary>
    public MailDays Plus(DateTimeOffset now, int letters) => new([.. Moments.Where(moment => IsLately(moment, now)), .. Enumerable.Repeat(now, letters)]);
}
