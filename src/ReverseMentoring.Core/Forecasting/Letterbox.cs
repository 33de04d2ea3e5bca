using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>When mails come to somebody, by the rules of the outbox: in decent hours, one a day, and nothing is recalled in a full month.</summary>
internal sealed class Letterbox(DecentHours hours)
{
    /// <summary>In order: in a long programme there are hundreds, of which only the last month's count.</summary>
    private readonly List<DateTimeOffset> came = [];
    private readonly HashSet<DateOnly> days = [];

    public int Count => came.Count;

    /// <summary>A mail that goes on a day without another.</summary>
    /// <returns>When it comes.</returns>
    public DateTimeOffset Send(DateTimeOffset at)
    {
        var moment = hours.From(at);
        while (days.Contains(hours.DayOf(moment)))
        {
            moment = hours.NextDay(moment);
        }

        return Put(moment);
    }

    /// <summary>A mail that changes what is soon: it comes in the next decent hour.</summary>
    public DateTimeOffset SendSoon(DateTimeOffset at) => Put(hours.From(at));

    /// <summary>A question that can wait: in a month with many mails it comes when there is room.</summary>
    /// <param name="at">When it is asked.</param>
    /// <param name="latest">When it goes in any case.</param>
    public DateTimeOffset SendWaiting(DateTimeOffset at, DateTimeOffset latest) => Send((Until(at).HasRoomAt(at) ?? at) is var room && room < latest ? room : latest);

    /// <returns>Null: the month is full.</returns>
    public DateTimeOffset? Recall(DateTimeOffset at) => Until(at).AreEnough(at) ? null : Send(at);

    private DateTimeOffset Put(DateTimeOffset moment)
    {
        var place = came.BinarySearch(moment);
        came.Insert(place < 0 ? ~place : place, moment);
        days.Add(hours.DayOf(moment));
        return moment;
    }

    private MailDays Until(DateTimeOffset at)
    {
        var end = came.BinarySearch(at) is var found && found < 0 ? ~found : found;
        while (end < came.Count && came[end] <= at)
        {
            end++;
        }

        var begin = end;
        while (begin > 0 && MailDays.IsLately(came[begin - 1], at))
        {
            begin--;
        }

        return new(came[begin..end]);
    }
}
