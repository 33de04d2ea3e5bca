using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>When mails come to somebody, by the rules of the outbox: in decent hours, one a day, and nothing is recalled in a full month.</summary>
internal sealed class Letterbox(DecentHours hours)
{
    private readonly List<DateTimeOffset> came = [];

    public int Count => came.Count;

    /// <summary>A mail that goes on a day without another.</summary>
    /// <returns>When it comes.</returns>
    public DateTimeOffset Send(DateTimeOffset at)
    {
        var moment = hours.From(at);
        while (came.Any(other => hours.IsOneDay(other, moment)))
        {
            moment = hours.NextDay(moment);
        }

        came.Add(moment);
        return moment;
    }

    /// <summary>A mail that changes what is soon: it comes in the next decent hour.</summary>
    public DateTimeOffset SendSoon(DateTimeOffset at)
    {
        came.Add(hours.From(at));
        return came[^1];
    }

    /// <summary>A question that can wait: in a month with many mails it comes when there is room.</summary>
    /// <param name="at">When it is asked.</param>
    /// <param name="latest">When it goes in any case.</param>
    public DateTimeOffset SendWaiting(DateTimeOffset at, DateTimeOffset latest) => Send((Until(at).HasRoomAt(at) ?? at) is var room && room < latest ? room : latest);

    /// <returns>Null: the month is full.</returns>
    public DateTimeOffset? Recall(DateTimeOffset at) => Until(at).AreEnough(at) ? null : Send(at);

    private MailDays Until(DateTimeOffset at) => new([.. came.Where(other => other <= at).Order()]);
}
