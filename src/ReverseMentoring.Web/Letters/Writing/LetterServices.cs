using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Web.Letters.Writing;

public static class LetterServices
{
    /// <summary>
    /// The writer of all mails. The host adds a <see cref="ProgrammeAddress"/>, a <see cref="SenderAddress"/>, a
    /// <see cref="Core.Links.LinkSigner"/>, a store and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton<ILetterKind, QuestionLetters>()
        .AddSingleton<ILetterKind, ReminderLetters>()
        .AddSingleton<ILetterKind, IntroductionLetters>()
        .AddSingleton<ILetterKind, BriefingLetters>()
        .AddSingleton<ILetterKind, SessionLetters>()
        .AddSingleton<ILetterKind, MeetingLetters>()
        .AddSingleton<ILetterKind, CircleLetters>()
        .AddSingleton<ILetterKind, ClosingLetters>()
        .AddSingleton<ILetterKind, ManagerLetters>()
        .AddSingleton<ILetterKind, DelegateLetters>()
        .AddSingleton<Core.Meetings.Calendars.IEventWriter, EventWriter>()
        .AddSingleton<SessionCalendar>()
        .AddSingleton<ILetterWriter, LetterWriter>();
}
