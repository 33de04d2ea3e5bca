using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle;

public static class CycleServices
{
    /// <summary>
    /// The programme itself. The host adds an <see cref="Store.IStore"/>, an <see cref="IMailTransport"/>, an
    /// <see cref="IWakeSignal"/>, an <see cref="IMailRenderer"/>, a <see cref="MailQuota"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        // A host that has its own setting may say so before or after.
        services.TryAddSingleton(new MailStopSetting(false));
        return services.AddProcesses();
    }

    private static IServiceCollection AddProcesses(this IServiceCollection services) => services
        .AddSingleton<IPhase, Preparation>()
        .AddSingleton<IPhase, CallForTopics>()
        .AddSingleton<IPhase, OffersAndWishes>()
        .AddSingleton<IPhase, MatchingPhase>()
        .AddSingleton<IPhase, Review>()
        .AddSingleton<IPhase, Confirmation>()
        .AddSingleton<IPhase, SessionsPhase>()
        .AddSingleton<IPhase, FeedbackPhase>()
        .AddSingleton<IPhase, ReportPhase>()
        .AddSingleton<IPhase, Retention>()
        .AddSingleton<Newcomers>()
        .AddSingleton<IFinding, PairFinding>()
        .AddSingleton<IFinding, CircleFinding>()
        .AddSingleton<MeetingFinder>()
        .AddSingleton<CalendarSurvey>()
        .AddSingleton<CohortErasure>()
        .AddSingleton<CohortCalendars>()
        .AddMeetings()
        .AddSingleton<MailSender>()
        .AddSingleton<MailStop>()
        .AddSingleton<Bounces>()
        .AddSingleton<IProcess, CohortProcess>()
        .AddSingleton<IProcess, OutboxProcess>()
        .AddSingleton<DueRows>()
        .AddSingleton<Wakes>()
        .AddSingleton<ProcessRunner>()
        .AddSingleton<AnswerService>()
        .AddSingleton<ParticipationService>()
        .AddSingleton<Enrolment.Directory.DirectoryImport>()
        .AddSingleton<PeopleService>();
}
