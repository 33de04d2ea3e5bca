using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>A pair or circle that I am in, with its sessions.</summary>
public sealed record MyMeeting(MeetingPageModel Model, IReadOnlyList<Session> Sessions)
{
    public Meeting Meeting => Model.Meeting;

    /// <summary>What to talk about at the next session; empty where none is to come.</summary>
    public IReadOnlyList<string> Guide { get; init; } = [];

    /// <summary>Where sessions meet online, by their numbers; only those that stand in a calendar with such a place.</summary>
    public IReadOnlyDictionary<int, Uri> Online { get; init; } = new Dictionary<int, Uri>();
}

/// <param name="Meetings">Those that are proposed, meet, or have met.</param>
/// <param name="Sure">What is to be confirmed in a second step, and for which pair or circle; null: nothing.</param>
public sealed record ParticipationPageModel(IReadOnlyList<MyMeeting> Meetings, string? Sure = null, MeetingId? SurePair = null)
{
    /// <summary>Nothing can be changed any more but data erased.</summary>
    public bool IsOver { get; init; }

    /// <summary>Which of the page's small forms was sent with a mistake; null: none.</summary>
    public string? Wrong { get; init; }

    /// <summary>What is asked of those whom no survey reaches; null: nothing.</summary>
    public PartingQuestions? Parting { get; init; }

    /// <summary>Where somebody without a partner stands; null: they have one, or it is too early to say.</summary>
    public MyWaiting? Waits { get; init; }

    /// <summary>They have taken part to the end, and may show it.</summary>
    public bool HasCertificate { get; init; }

    /// <summary>Where this person's sessions can be subscribed to.</summary>
    public string Feed { get; init; } = "";
}

/// <summary>My participation: my pairs and sessions, reminders, another partner, leaving, my data, erasure.</summary>
internal sealed class ParticipationForm(
    ParticipationService participation, OwnAddressService own, MeetingPageModels meetings, FeedLinks feeds, CertificateReader certificates, IStore store, OwnWords words) : IForm
{
    /// <summary>What takes something away is asked twice.</summary>
    private static readonly string[] AskedTwice = ["part", "leave", "links", "erase"];

    public const int LongestAbout = 400;

    /// <summary>As the page calls them.</summary>
    public static IReadOnlyDictionary<string, MailLevel> Levels { get; } = new Dictionary<string, MailLevel>
    {
        ["needed"] = MailLevel.Needed,
        ["normal"] = MailLevel.Normal,
        ["remind"] = MailLevel.Reminding,
    };

    public FormKind Kind => FormKind.Participation;

    public IReadOnlyList<Question> Questions { get; } =
    [
        new("Participation.AboutText") { Beside = ["Participation.About"] },
        new("Time.Zone"),
        new("Time.ZoneFrom"),
        .. HoursFields.Questions,
        new("Time.AwayFrom") { Beside = ["Time.Away", "Time.AwayHint"] },
        new("Time.AwayTo"),
        new("Parting.Worth", "Pulse.Low", "Pulse.High") { Beside = ["Parting.Title", "Parting.Lead"] },
        new("Parting.Because", [.. PartingReasons.Slugs.Select(slug => $"Parting.Because.{slug}")]),
        new("Parting.Again", "Parting.Yes", "Parting.No"),
        new("Pause.Last"),
        new("Pause.Back"),
        new("MyDelegate.Address"),
        new("Participation.MailsAsk", "Participation.Mails.Needed", "Participation.Mails.Normal", "Participation.Mails.Reminding") { Beside = ["Participation.Mails.Needed.Hint", "Participation.Mails.Normal.Hint", "Participation.Mails.Reminding.Hint"] },
        .. CorrectionFields.Questions,
        .. AskedTwice.Select(act => new Question($"Sure.{act}.Tick") { Beside = [$"Sure.{act}.Text"] }),
    ];

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) =>
        FormResult.ForPage<ParticipationPage>(View(context, await LoadModel(context, cancel), FormState.Empty) with { Sent = sent });

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        var model = await LoadModel(context, cancel);
        var (what, pair) = (fields.Value("do"), new MeetingId(fields.Value("pair")));
        if (what is "delegate" && !model.IsOver && fields.Value("delegate") is { Length: > 0 } named && Person.Normal(named) != context.Person.DelegateEmail && await IsDelegate(fields, context, cancel))
        {
            return await AskByMail(context, OwnActKind.Delegate, Person.Normal(named), cancel);
        }

        if (what is "no-thanks" && !model.IsOver && fields.Value("sure") == "true")
        {
            return await own.SayNoThanks(context.Cohort.Id, context.Person.Id, cancel) is { } done
                ? done ? new FormResult.SeeOther(context.Address("sent=1")) : Mailed(context, isEnough: false)
                : Mailed(context, isEnough: true);
        }

        what = what is "no-thanks" ? "leave" : what;
        if (what is "remind" or "time" or "delegate" or "pause" or "about" && !model.IsOver)
        {
            return await Set(context, fields, what, cancel)
                ? new FormResult.SeeOther(context.Address("sent=1"))
                : FormResult.ForPage<ParticipationPage>(View(context, model with { Wrong = what }, fields.State), 422);
        }

        if (what == PartingFields.What && model.Parting is { } parting)
        {
            if (PartingFields.Read(fields, parting) is not { } said)
            {
                return FormResult.ForPage<ParticipationPage>(View(context, model with { Wrong = what }, fields.State), 422);
            }

            await participation.TellParting(context.Cohort.Id, context.Person.Id, said, cancel);
            return new FormResult.SeeOther(context.Address("sent=1"));
        }

        if (!AskedTwice.Contains(what) || (what is not ("erase" or "links") && model.IsOver)
            || (what == "part" && !CanPart(model, pair)))
        {
            return FormResult.ForPage<ParticipationPage>(View(context, model, FormState.Empty));
        }

        if (fields.Value("sure") == "true")
        {
            return await Act(context, what, pair, cancel);
        }

        var second = fields.Value("step") == "2";
        if (second)
        {
            fields.Wrong("sure", "Participation.SureEmpty");
        }

        var asked = View(context, model with { Sure = what, SurePair = pair }, second ? fields.State : FormState.Empty);
        return FormResult.ForPage<ConfirmActionPage>(asked, second ? 422 : 200);
    }

    private static bool CanPart(ParticipationPageModel model, MeetingId meeting) =>
        model.Meetings.Any(mine => mine.Meeting.Id == meeting && mine.Meeting.Status is MeetingStatus.Running);

    /// <returns>False, and errors, where something is wrong; then nothing is changed.</returns>
    private async Task<bool> Set(LinkContext context, Fields fields, string what, CancellationToken cancel)
    {
        var (cohort, person) = (context.Cohort.Id, context.Person.Id);
        switch (what)
        {
            case "remind" when fields.Choice("mails", "Participation.MailsEmpty", [.. Levels.Keys]) is { } choice:
                await participation.WriteTo(cohort, person, Levels[choice], cancel);
                break;
            case "about":
                var about = fields.Text("about", LongestAbout);
                if (!fields.HasErrors)
                {
                    await participation.Introduce(cohort, person, about, cancel);
                }

                break;
            case "time" when TimeFields.ReadTime(fields, context) is { } time:
                await participation.SetTime(cohort, person, time, cancel);
                break;
            case "pause" when fields.Value("intent") == "resume":
                if (fields.Choice("back", "Participation.SureEmpty", "true") is not null)
                {
                    await participation.Pause(cohort, person, null, cancel);
                }

                break;
            case "pause" when TimeFields.LastDayOfPause(fields, context) is { } last:
                await participation.Pause(cohort, person, last, cancel);
                break;
            case "delegate" when await IsDelegate(fields, context, cancel) && fields.Value("delegate").Length == 0:
                await participation.NameDelegate(cohort, person, null, cancel);
                break;
        }

        return !fields.HasErrors;
    }

    private async Task<bool> IsDelegate(Fields fields, LinkContext context, CancellationToken cancel)
    {
        if (fields.HasErrors)
        {
            return false;
        }

        var address = fields.Value("delegate");
        if (address.Length > 0 && (!Addresses.IsOne(address) || Person.Normal(address) == context.Person.Email))
        {
            fields.Wrong("delegate", "MyDelegate.Wrong");
        }
        else if (address.Length > 0 && !await participation.MayBeDelegate(context.Cohort, address, cancel))
        {
            fields.Wrong("delegate", "MyDelegate.OtherDomain", ("manager", context.Contacts.Manager.Name));
        }

        return !fields.HasErrors;
    }

    private async Task<FormResult> Act(LinkContext context, string what, MeetingId pair, CancellationToken cancel)
    {
        var (cohort, person) = (context.Cohort.Id, context.Person.Id);
        switch (what)
        {
            case "part":
                await participation.Part(cohort, person, pair, cancel);
                break;
            case "leave":
                return await AskByMail(context, OwnActKind.Leave, null, cancel);
            case "links":
                await participation.RenewLinks(cohort, person, cancel);
                return FormResult.Closed(new(200, "LinksRenewed", context.Culture) { Theme = context.Theme });
            default:
                return await AskByMail(context, OwnActKind.Erase, null, cancel);
        }

        return new FormResult.SeeOther(context.Address("sent=1"));
    }

    /// <summary>Whoever has this link may have it from a mail that was forwarded: it takes effect from a mail that goes out now.</summary>
    private async Task<FormResult> AskByMail(LinkContext context, OwnActKind kind, string? delegateEmail, CancellationToken cancel) =>
        Mailed(context, isEnough: !await own.Ask(context.Cohort.Id, context.Person.Id, kind, delegateEmail, cancel));

    private static FormResult.Page Mailed(LinkContext context, bool isEnough) =>
        FormResult.Closed(new(isEnough ? 429 : 200, isEnough ? "MailsEnough" : "ConfirmByMail", context.Culture) { Theme = context.Theme, Context = context });

    private async Task<ParticipationPageModel> LoadModel(LinkContext context, CancellationToken cancel)
    {
        var (mine, repository) = (new List<MyMeeting>(), new MeetingRepository(store, context.Cohort.Id));
        foreach (var meeting in await participation.MeetingsOf(context.Cohort.Id, context.Person.Id, cancel))
        {
            // One that was declined is nobody's any more, and says nothing of who declined.
            if (meeting.Status is MeetingStatus.Draft or MeetingStatus.Declined)
            {
                continue;
            }

            // Who has just said so has parted, though the meeting has yet to hear of it. A circle goes on without them.
            var parts = meeting.Status is MeetingStatus.Running && await participation.IsParting(context.Cohort.Id, context.Person.Id, meeting.Id, cancel);
            if (parts && meeting.Kind is MeetingKind.Circle)
            {
                continue;
            }

            var sessions = repository.Sessions(meeting.Id, cancel).Select(session => session.Value).Where(session => !parts || !session.IsOpen);
            var shown = parts ? meeting with { Status = MeetingStatus.Ended } : meeting;
            var listed = await sessions.ToListAsync(cancel);
            mine.Add(new(await meetings.ReadMeeting(context, shown, cancel), listed)
            {
                Guide = shown.Status is MeetingStatus.Running && listed.Find(session => session.HasTime && session.Time.Start > context.Now) is { } next
                    ? Agenda.PointsFor(context.Localizer, await words.Read(context.Cohort.Id, context.Culture.TwoLetterISOLanguageName, cancel), next.Number, shown.SessionsPlanned)
                    : [],
                Online = await repository.Events(meeting.Id, cancel).Where(row => row.Value.JoinUrl is not null)
                    .ToDictionaryAsync(row => row.Value.Number, row => row.Value.JoinUrl!, cancellationToken: cancel),
            });
        }

        return new([.. mine.OrderBy(one => one.Meeting.Status is MeetingStatus.Ended).ThenBy(one => one.Meeting.Round)])
        {
            Parting = await Parting(context, mine, cancel),
            HasCertificate = await certificates.Find(context.Cohort, context.Person, cancel) is not null,
            Waits = await MyWaiting.Read(context, store, mine.Select(one => one.Meeting), cancel),
            Feed = feeds.To(context.Cohort.Id, context.Person.Id, context.Now),
            IsOver = !context.Person.IsActive || context.State.Status is CycleStatus.Cancelled || context.State.Phase == PhaseNames.Retention,
        };
    }

    /// <summary>Until the closing survey has closed, and from the first session on, or from when somebody has left.</summary>
    private async Task<PartingQuestions?> Parting(LinkContext context, IReadOnlyList<MyMeeting> mine, CancellationToken cancel)
    {
        var parted = !context.Person.IsActive || mine.Any(one => one.Meeting.Status is MeetingStatus.Ended);
        var alone = context.Person.IsActive && mine.Count == 0 && !PhaseCatalogue.IsBefore(context.State.Phase, PhaseNames.Sessions);
        return (!parted && !alone) || context.State.ClosedWaves.Contains(WaveNames.End) || context.State.Status is CycleStatus.Cancelled or CycleStatus.Erased
            ? null
            : new(parted, alone, (await store.Read<Answer<PartingAnswer>>(Rows.Partition(context.Cohort.Id), AskId.Parting(context.Person.Id).AnswerKey, cancel))?.Value.Value);
    }

    private static FormView<ParticipationPageModel> View(LinkContext context, ParticipationPageModel model, FormState state) =>
        new(context, state, null, false, model);
}
