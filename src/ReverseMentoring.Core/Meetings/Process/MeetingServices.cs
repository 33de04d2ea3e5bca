using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Circles;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Core.Meetings.Process;

internal static class MeetingServices
{
    /// <summary>Pairs and circles: their process, their calendars, and what people say about a session.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<CalendarWatch>()
        .AddSingleton<MeetingCalendar>()
        .AddSingleton<MeetingTimes>()
        .AddSingleton<SeriesBooking>()
        .AddSingleton<RhythmBooking>()
        .AddSingleton<SessionBooking>()
        .AddSingleton<IMeetingPolicy<MeetingContext>, PairMeetingPolicy>()
        .AddSingleton<IMeetingPolicy<MeetingContext>, CircleMeetingPolicy>()
        .AddSingleton<MeetingLoading>()
        .AddSingleton<MeetingSeries>()
        .AddSingleton<IProcess, MeetingProcess>()
        .AddSingleton<IMeetingQuestions, MeetingQuestions>()
        .AddSingleton<IRescheduleService, RescheduleService>();
}
