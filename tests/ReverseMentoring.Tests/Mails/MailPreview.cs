using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Web.Mails;

namespace ReverseMentoring.Tests.Mails;

/// <summary>Has any mail of the small cohort written, as it would be when its turn comes.</summary>
internal sealed class MailPreview : IDisposable
{
    public const string Base = "https://mentoring.example.org";

    private readonly ServiceProvider services;

    public MailPreview(SmallCohort cohort, Action<IServiceCollection>? change = null)
    {
        Cohort = cohort;
        var collection = new ServiceCollection()
            .AddSingleton<IStore>(cohort.Store)
            .AddSingleton(cohort.Signer)
            .AddSingleton<TimeProvider>(cohort.Clock)
            .AddSingleton(new ProgrammeAddress(new(Base)))
            .AddSingleton(new SenderAddress("mentoring@example.org"))
            .AddSingleton<IWakeSignal, Silence>()
            .AddProgramme()
            .AddMails();
        change?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public SmallCohort Cohort { get; }

    public IWrittenAnswers Answers => services.GetRequiredService<IWrittenAnswers>();

    public IMailRenderer Renderer => services.GetRequiredService<IMailRenderer>();

    public async Task<RenderedMail> Write(Mail mail) => (await Write([mail]))[0];

    public async Task<IReadOnlyList<RenderedMail>> Write(IReadOnlyList<Mail> mails) =>
        await Renderer.Write(
            mails, new(Cohort.Cohort, (await Cohort.Find<CycleState>(Rows.State))!, new(Cohort.Store, Cohort.Clock)), CancellationToken.None);

    public async Task<OutgoingMail> Written(Mail mail)
    {
        var renderedMail = await Write(mail);
        return renderedMail.Mail ?? throw new InvalidOperationException($"{mail.Kind} was dropped: {renderedMail.NotWanted}");
    }

    public void Dispose() => services.Dispose();

    /// <summary>A cohort in which a mail of this kind is due to somebody, and the mail.</summary>
    public static (MailPreview Desk, Mail Mail) Due(MailKind kind, Person? to = null)
    {
        var reader = to ?? SmallCohort.Ana;
        var cohort = SmallCohort.In(PhaseOf(kind));
        cohort.WithPair(StatusOf(kind), kind is MailKind.RhythmWished ? (reader.Id == SmallCohort.Ana.Id ? SmallCohort.Tomas : SmallCohort.Ana) : null);
        if (kind is not MailKind.SessionCancelled)
        {
            cohort.WithSession(1, SmallCohort.Start.AddDays(7).AddHours(6));
        }

        cohort.Put(Rows.Person + reader.Id, kind is MailKind.AddressChanged ? reader with { MovedFrom = "before." + reader.Email } : reader);
        cohort.Put(Rows.Own + reader.Id, new OwnRequests(2, new(OwnActKind.Leave, 1, SmallCohort.Start.AddDays(3)), new(2, "nonce", SmallCohort.Start.AddMinutes(30))));
        cohort.Put(Rows.Result, new MatchSummary(1, new(0, 1, 2, 1, 100, 100), [], [], true, SmallCohort.Start));
        return (new(cohort), MailOf(cohort, kind, reader));
    }

    private sealed class Silence : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }

    private static Mail MailOf(SmallCohort cohort, MailKind kind, Person reader)
    {
        var pair = SmallCohort.Pair.Id;
        AskId? ask = kind switch
        {
            MailKind.TopicsInvitation or MailKind.Reminder => cohort.AskInPhase(FormKind.Topics, reader),
            MailKind.OffersInvitation => cohort.AskInPhase(FormKind.Offers, reader),
            MailKind.FeedbackInvitation => cohort.AskInPhase(FormKind.Feedback, reader),
            MailKind.Introduction => cohort.Ask(FormKind.Confirmation, pair.Value, reader),
            MailKind.Briefing => cohort.Ask(FormKind.Expectations, pair.Value, reader),
            MailKind.Pulse => cohort.Ask(FormKind.Pulse, pair.Value, reader, 1),
            MailKind.HalfTime => cohort.Ask(FormKind.HalfTime, pair.Value, reader),
            MailKind.CadenceAsked => cohort.Ask(FormKind.Cadence, pair.Value, reader, 1),
            _ => null,
        };
        var toManager = kind.Declaration().Readers is MailReaders.Manager;
        var ofSession = kind is MailKind.Pulse or MailKind.SessionInvitation or MailKind.SessionMoved or MailKind.SessionReminder or MailKind.SessionCancelled;
        var ofPair = ofSession || kind is MailKind.Introduction or MailKind.Briefing or MailKind.HalfTime or MailKind.CadenceAsked or MailKind.CadenceKept or MailKind.RhythmWished or MailKind.MeetingEnded or MailKind.NotFormed;
        return new()
        {
            Name = kind is MailKind.OwnAct or MailKind.OwnCode
                ? $"{kind.Slug()}.{(kind is MailKind.OwnAct ? 1 : 2)}.{reader.Id}"
                : $"{kind}.{pair}.s1.0.{reader.Id}".ToLowerInvariant(),
            Kind = kind,
            Person = toManager ? null : reader.Id,
            Ask = ask,
            Meeting = ofPair ? pair : null,
            Session = ofSession ? 1 : null,
            Sequence = ofSession ? 0 : null,
            QueuedAt = SmallCohort.Start,
            Until = kind is MailKind.SessionCancelled ? SmallCohort.Start.AddDays(7).AddHours(6) : null,
        };
    }

    private static MeetingStatus StatusOf(MailKind kind) => kind switch
    {
        MailKind.Introduction => MeetingStatus.Proposed,
        MailKind.NotFormed => MeetingStatus.Declined,
        MailKind.MeetingEnded or MailKind.SessionCancelled or MailKind.Unmatched or MailKind.WaitingOver => MeetingStatus.Ended,
        _ => MeetingStatus.Running,
    };

    private static string PhaseOf(MailKind kind) => kind switch
    {
        MailKind.TopicsInvitation or MailKind.Reminder => PhaseNames.CallForTopics,
        MailKind.OffersInvitation => PhaseNames.OffersAndWishes,
        MailKind.Introduction => PhaseNames.Confirmation,
        MailKind.FeedbackInvitation => PhaseNames.Feedback,
        MailKind.TopicsReady => PhaseNames.CallForTopics,
        MailKind.ReviewReady or MailKind.ReviewReminder => PhaseNames.Review,
        MailKind.Thanks or MailKind.ReportReady => PhaseNames.Report,
        _ => PhaseNames.Sessions,
    };
}
