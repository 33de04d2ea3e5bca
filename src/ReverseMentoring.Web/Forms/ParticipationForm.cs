using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>My participation: my pairs and sessions, reminders, another partner, leaving, my data, erasure.</summary>
internal sealed class ParticipationForm(ParticipationService participation, OwnAddressService own, ParticipationModels models, ParticipationSettings settings) : IForm
{
    /// <summary>What takes something away is asked twice.</summary>
    private static readonly string[] AskedTwice = ["part", "leave", "links", "erase"];

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

    /// <summary>What can be asked for at an address that isn't confirmed: it takes effect from the one before.</summary>
    private static readonly string[] AskedUnconfirmed = ["leave", "links", "erase"];

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) => context.Person.MovedFrom is not null
        ? await CodePages.Ask(context, own, "", cancel)
        : FormResult.ForPage<ParticipationPage>(View(context, await models.Read(context, cancel), FormState.Empty) with { Sent = sent });

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        var (what, pair) = (fields.Value("do"), new MeetingId(fields.Value("pair")));
        if (context.Person.MovedFrom is not null && what is not "no-thanks" && !AskedUnconfirmed.Contains(what))
        {
            return await CodePages.Ask(context, own, "", cancel);
        }

        var model = await models.Read(context, cancel);
        if (what is ParticipationSettings.Delegate && !model.IsOver && fields.Value(ParticipationSettings.Delegate) is { Length: > 0 } named && Person.Normal(named) != context.Person.ConfirmedDelegate && await settings.IsDelegate(fields, context, cancel))
        {
            return await ByOwnMail.Ask(own, context, OwnActKind.Delegate, Person.Normal(named), cancel: cancel);
        }

        if (what is "no-thanks" && !model.IsOver && fields.Value("sure") == "true")
        {
            return await own.SayNoThanks(context.Cohort.Id, context.Person.Id, cancel) is { } done
                ? done ? new FormResult.SeeOther(context.Address("sent=1")) : ByOwnMail.Said(context, OwnActKind.Leave, goes: true)
                : ByOwnMail.Said(context, OwnActKind.Leave, goes: false);
        }

        what = what is "no-thanks" ? "leave" : what;
        if (ParticipationSettings.Has(what) && !model.IsOver)
        {
            return await settings.Set(context, fields, what, model, cancel)
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

    private async Task<FormResult> Act(LinkContext context, string what, MeetingId pair, CancellationToken cancel)
    {
        switch (what)
        {
            case "part":
                return await ByOwnMail.Ask(own, context, OwnActKind.Part, meeting: pair, cancel: cancel);
            case "leave":
                return await ByOwnMail.Ask(own, context, OwnActKind.Leave, cancel: cancel);
            case "links":
                await participation.RenewLinks(context.Cohort.Id, context.Person.Id, cancel);
                return FormResult.Closed(new(200, "LinksRenewed", context.Culture) { Theme = context.Theme });
            default:
                return await ByOwnMail.Ask(own, context, OwnActKind.Erase, cancel: cancel);
        }
    }

    private static FormView<ParticipationPageModel> View(LinkContext context, ParticipationPageModel model, FormState state) =>
        new(context, state, null, false, model);
}
