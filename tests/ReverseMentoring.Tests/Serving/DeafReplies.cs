using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Where answers of calendar programs are nobody's concern; those that came are kept.</summary>
internal sealed class DeafReplies : ICalendarReplies
{
    public List<CalendarReply> Heard { get; } = [];

    public Task Hear(CalendarReply reply, CancellationToken cancel)
    {
        Heard.Add(reply);
        return Task.CompletedTask;
    }
}
