using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Topics;

namespace ReverseMentoring.Core.Cycle;

public static class CycleServices
{
    /// <summary>
    /// The whole programme, folder by folder from the ground up. The host adds an <see cref="Store.IStore"/>, an
    /// <see cref="IMailTransport"/>, an <see cref="IWakeSignal"/>, an <see cref="IMailRenderer"/>, a <see cref="MailQuota"/> and a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddProgramme(this IServiceCollection services) => services
        .AddProcesses()
        .AddCohorts()
        .AddAudit()
        .AddMailing()
        .AddMeetings()
        .AddEnrolment()
        .AddApplying()
        .AddTopics()
        .AddErasure()
        .AddParticipation()
        .AddForecasting()
        .AddCycle();

    private static IServiceCollection AddCycle(this IServiceCollection services) => services
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
        .AddSingleton<LotDrawing>()
        .AddSingleton<ApartDrawing>()
        .AddSingleton<MeetingFinder>()
        .AddSingleton<CalendarSurvey>()
        .AddSingleton<NeedReader>()
        .AddSingleton<ActPreviews>()
        .AddSingleton<SessionActs>()
        .AddSingleton<SessionMoves>()
        .AddSingleton<CircleLocks>()
        .AddSingleton<CohortSuccession>()
        .AddSingleton<IProcess, CohortProcess>();
}
