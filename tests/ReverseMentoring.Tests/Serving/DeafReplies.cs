using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Where answers of calendar programs, and what people wrote, are nobody's concern; those that came are kept.</summary>
internal sealed class DeafReplies : ICalendarReplies, IWrittenAnswers
{
    public List<WrittenAnswer> Written { get; } = [];

    public List<CalendarReply> Heard { get; } = [];

    public Task Hear(CalendarReply reply, CancellationToken cancel)
    {
        Heard.Add(reply);
        return Task.CompletedTask;
    }

    public Task<bool> PassOn(WrittenAnswer answer, CancellationToken cancel)
    {
        Written.Add(answer);
        return Task.FromResult(true);
    }
}
