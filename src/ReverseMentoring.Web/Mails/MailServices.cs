using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Web.Mails;

public static class MailServices
{
    /// <summary>
    /// The writer of all mails. The host adds a <see cref="ProgrammeAddress"/>, a <see cref="SenderAddress"/>, a
    /// <see cref="Core.Links.LinkSigner"/>, a store and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddMails(this IServiceCollection services) => services
        .AddSingleton<IMailTemplate, QuestionMails>()
        .AddSingleton<IMailTemplate, ReminderMails>()
        .AddSingleton<IMailTemplate, IntroductionMails>()
        .AddSingleton<IMailTemplate, BriefingMails>()
        .AddSingleton<IMailTemplate, SessionMailTemplates>()
        .AddSingleton<IMailTemplate, MeetingMails>()
        .AddSingleton<IMailTemplate, RhythmMails>()
        .AddSingleton<IMailTemplate, CircleMails>()
        .AddSingleton<IMailTemplate, ClosingMails>()
        .AddSingleton<IMailTemplate, OwnMails>()
        .AddSingleton<IMailTemplate, ManagerMails>()
        .AddSingleton<IMailTemplate, DigestMails>()
        .AddSingleton<IMailTemplate, ApplicantMails>()
        .AddSingleton<IMailTemplate, DelegateMails>()
        .AddSingleton<Core.Meetings.Calendars.IEventWriter, EventTextWriter>()
        .AddSingleton<SessionCalendar>()
        .AddSingleton<ICalendarReplies, CalendarReplies>()
        .AddSingleton<IWrittenAnswers, WrittenAnswers>()
        .AddSingleton<IMailRenderer, MailRenderer>();
}
