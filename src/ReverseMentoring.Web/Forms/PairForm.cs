using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <param name="Book">What the two have kept.</param>
/// <param name="Next">The session that comes next; null: none.</param>
/// <param name="Guide">What to talk about then.</param>
/// <param name="LastSession">The number of the last session that is over; null: none yet.</param>
public sealed record PairPageModel(MeetingPageModel Meeting, PairBook Book, Session? Next, IReadOnlyList<string> Guide, int? LastSession)
{
    /// <summary>Which of the page's small forms was sent with a mistake; null: none.</summary>
    public string? Wrong { get; init; }

    /// <summary>Both have said that they want to go on without the programme.</summary>
    public bool GoesOn { get; init; }

    /// <summary>There may be a session in which the leader tries it: none once the pair's sessions are over.</summary>
    public bool MayTry => !Meeting.IsMentor && LastSession is not null && Meeting.Meeting.Status is MeetingStatus.Running;

    /// <summary>What was written opens by a code that goes to the reader's own address.</summary>
    public bool IsShut => Book.HasWords && !Meeting.Context.IsOwn;
}

/// <summary>The page of the two of a pair: partner, next session, what they want to reach, what the leader wants to try, notes. Nobody else reads it.</summary>
internal sealed class PairForm(PairNotesService notes, MeetingPageModels meetings, OwnWords words, IStore store) : IForm
{
    public FormKind Kind => FormKind.Pair;

    public IReadOnlyList<Question> Questions { get; } =
    [
        new("Pair.Goal"),
        new("Pair.Progress", "Pair.ProgressLow", "Pair.ProgressHigh"),
        .. CommitmentFields.Questions,
        new("Pair.Note"),
        new("Pair.SeenAsk"),
        new("Pair.TakeAwayTries"),
        new("Pair.TakeAwayNotes"),
    ];

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) => await LoadModel(context, cancel) is { } model
        ? FormResult.ForPage<PairPage>(View(context, model, FormState.Empty) with { Sent = sent })
        : Over(context);

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        if (await LoadModel(context, cancel) is not { } model)
        {
            return Over(context);
        }

        var what = fields.Value("do");
        await Keep(context, model, fields, what, cancel);
        return fields.HasErrors
            ? FormResult.ForPage<PairPage>(View(context, model with { Wrong = what }, fields.State), 422)
            : new FormResult.SeeOther(context.Address("sent=1"));
    }

    private async Task Keep(LinkContext context, PairPageModel model, Fields fields, string what, CancellationToken cancel)
    {
        var (cohort, pair, person) = (context.Cohort.Id, model.Meeting.Meeting, context.Person.Id);
        switch (what)
        {
            case "goal":
                var (goal, step) = (fields.Text("goal", PairNotesService.LongestGoal), fields.Value("progress") is { Length: > 0 } ? fields.Step("progress", "Items.Wrong", 1, 5) : null);
                if (Needs(fields, "goal", goal is not null || step is not null))
                {
                    await notes.SetGoal(cohort, pair, person, goal, step, cancel);
                }

                break;
            case "try" when model is { MayTry: true, LastSession: { } session }:
                var commitment = CommitmentFields.Read(fields, session);
                if (Needs(fields, CommitmentFields.Name, commitment is not null))
                {
                    await notes.Commit(cohort, pair, person, commitment!, cancel);
                }

                break;
            case "see" when model.Meeting.IsMentor:
                var seen = Numbers(fields.All("seen")).Intersect(model.Book.Commitments.Select(one => one.Session)).ToArray();
                if (Needs(fields, "seen", seen.Length > 0))
                {
                    await notes.See(cohort, pair, person, seen, cancel);
                }

                break;
            case "note":
                var note = fields.Text("note", PairNotesService.LongestNote);
                if (Needs(fields, "note", note is not null) && !await notes.AddNote(cohort, pair, person, note!, cancel))
                {
                    fields.Wrong("note", "Pair.Full");
                }

                break;
            case "take-away":
                var (away, tries) = (Numbers(fields.All("notes")), Numbers(fields.All("tries")));
                if (Needs(fields, "notes", away.Count + tries.Count > 0))
                {
                    await notes.TakeAway(cohort, pair, person, away, tries, cancel);
                }

                break;
        }
    }

    /// <returns>True: it is there, and nothing is wrong.</returns>
    private static bool Needs(Fields fields, string field, bool isThere)
    {
        if (!isThere && !fields.HasErrors)
        {
            fields.Wrong(field, "Pair.Empty");
        }

        return !fields.HasErrors;
    }

    private static IReadOnlyList<int> Numbers(IEnumerable<string> values) => [.. values.Select(value => int.TryParse(value, out var number) ? number : 0).Where(number => number > 0)];

    /// <returns>Null where they are no pair, or no longer one.</returns>
    private async Task<PairPageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        if (await meetings.ReadMeeting(context, context.Link.Meeting, cancel) is not { IsPair: true } pair || !(pair.Meeting.Status is MeetingStatus.Running || pair.Meeting.RanItsCourse))
        {
            return null;
        }

        var sessions = await new MeetingRepository(store, context.Cohort.Id).Sessions(pair.Id, cancel).Select(row => row.Value).ToListAsync(cancel);
        var next = sessions.Find(session => session.HasTime && session.Time.Start > context.Now);
        return new(
            pair, await notes.Read(context.Cohort.Id, pair.Meeting, cancel), next,
            next is null ? [] : Agenda.PointsFor(context.Localizer, await words.Read(context.Cohort.Id, context.Culture.TwoLetterISOLanguageName, cancel), next.Number, pair.Meeting.SessionsPlanned),
            sessions.LastOrDefault(session => session.Status is not SessionStatus.Missed && session.UnscheduledAt is null && session.Time.End <= context.Now)?.Number)
        {
            GoesOn = await GoingOnTogether.IsTold(store, context.Cohort, context.State, pair.Meeting, cancel),
        };
    }

    private static FormView<PairPageModel> View(LinkContext context, PairPageModel model, FormState state) => new(context, state, null, false, model);

    private static FormResult.Page Over(LinkContext context) => FormResult.Closed(new(410, "Over", context.Culture) { Theme = context.Theme, Context = context });
}
