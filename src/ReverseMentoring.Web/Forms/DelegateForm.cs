using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Meeting">Id of the pair or circle.</param>
/// <param name="With">Whom the session is with.</param>
/// <param name="IsPair">It is no circle's.</param>
public sealed record DelegateSession(MeetingId Meeting, string With, Session Session, bool IsPair);

/// <summary>All that a delegate sees: times and names.</summary>
/// <param name="Moves">The session that is to be moved; null: only the list.</param>
/// <param name="Proposal">Other times for it; null with it.</param>
public sealed record DelegatePageModel(IReadOnlyList<DelegateSession> Sessions, DelegateSession? Moves, Proposal? Proposal);

/// <summary>The page of somebody who keeps another's calendar: what is planned, and another time for one of them.</summary>
internal sealed class DelegateForm(ParticipationService people, IRescheduleService sessions, TimeChoice choice, MeetingPageModels meetings, IStore store) : IForm
{
    public FormKind Kind => FormKind.Delegate;

    public IReadOnlyList<Question> Questions { get; } =
    [
        new("Reschedule.Ask", "Delegate.Any") { Beside = ["Delegate.AnyHint"] },
        .. AgreedTimes.Questions,
        .. RhythmFields.Questions,
        new("Delegate.ResignTick") { Beside = ["Delegate.ResignText"] },
    ];

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) =>
        FormResult.ForPage<DelegatePage>(View(context, await LoadModel(context, cancel), FormState.Empty) with { Sent = sent });

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        if (fields.Value("do") == "resign")
        {
            return await Resign(context, fields, cancel);
        }

        var model = await LoadModel(context, cancel);
        if (model is not { Moves: { } moved, Proposal: { } proposal })
        {
            return FormResult.ForPage<DelegatePage>(View(context, model, FormState.Empty));
        }

        return await Change(context, fields, moved, proposal, cancel) is { } sent
            ? new FormResult.SeeOther(context.Address($"sent={sent}"))
            : FormResult.ForPage<DelegatePage>(View(context, model, fields.State), 422);
    }

    /// <summary>All that the leader could do about the times, that they can't make it too.</summary>
    private async Task<string?> Change(LinkContext context, Fields fields, DelegateSession moved, Proposal proposal, CancellationToken cancel)
    {
        if (fields.Value("time") != CancelForm.Any)
        {
            return await choice.Take(context, fields, moved.Meeting, moved.Session, proposal.Coming, proposal.Times.Concat(proposal.Free), proposal.Until, cancel);
        }

        if (OfferedTimes.IsStale(fields, moved.Session))
        {
            fields.Wrong("time", "Cancel.Moved");
            return null;
        }

        if (await sessions.Cancel(context.Cohort.Id, context.Person.Id, moved.Meeting, moved.Session.Number, null, OfferedTimes.Read(fields), cancel))
        {
            return "1";
        }

        fields.Wrong("time", "Reschedule.Taken");
        return null;
    }

    private async Task<FormResult> Resign(LinkContext context, Fields fields, CancellationToken cancel)
    {
        if (fields.Value("sure") == "true")
        {
            await people.NameDelegate(context.Cohort.Id, context.Person.Id, null, cancel);
            return FormResult.Closed(new(200, "Resigned", context.Culture) { Theme = context.Theme });
        }

        var second = fields.Value("step") == "2";
        if (second)
        {
            fields.Wrong("sure", "Participation.SureEmpty");
        }

        return FormResult.ForPage<ResignPage>(View(context, new([], null, null), second ? fields.State : FormState.Empty), second ? 422 : 200);
    }

    private async Task<DelegatePageModel> LoadModel(LinkContext context, CancellationToken cancel)
    {
        var (repository, all) = (new MeetingRepository(store, context.Cohort.Id), new List<DelegateSession>());
        foreach (var meeting in (await people.MeetingsOf(context.Cohort.Id, context.Person.Id, cancel)).Where(meeting => meeting.Status is MeetingStatus.Running))
        {
            var with = (await meetings.ReadMeeting(context, meeting, cancel)).With;
            all.AddRange(await repository.Sessions(meeting.Id, cancel).Select(row => row.Value)
                .Where(session => session.HasTime && session.Time.Start > context.Now)
                .Select(session => new DelegateSession(meeting.Id, with, session, meeting.Kind is MeetingKind.Pair)).ToListAsync(cancel));
        }

        var moves = all.FirstOrDefault(one => one.Meeting == context.Link.Meeting && one.Session.Number == context.Link.Number);
        var proposal = moves is null ? null : await sessions.FindProposal(context.Cohort.Id, context.Person.Id, moves.Meeting, moves.Session.Number, cancel);
        return new([.. all.OrderBy(one => one.Session.Time.Start)], moves, proposal);
    }

    private static FormView<DelegatePageModel> View(LinkContext context, DelegatePageModel model, FormState state) =>
        new(context, state, null, false, model);
}
