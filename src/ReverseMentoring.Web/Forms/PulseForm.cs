using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Session">The session that is asked about; null where it has moved since.</param>
/// <param name="Commits">Of a pair, its leader: may note one thing to try.</param>
/// <param name="MaySee">Of a pair, its mentor: what the leader meant to try after an earlier session and nobody has seen yet; null: nothing.</param>
public sealed record PulsePageModel(MeetingPageModel Meeting, Session? Session, bool Commits, Commitment? MaySee);

/// <summary>Did you meet, and was it worth it? Two taps; and what came of it, for those who want to say.</summary>
internal sealed class PulseForm(AnswerService answers, PairNotesService notes, MeetingPageModels meetings, IStore store) : QuestionForm<PulseAnswer, PulsePageModel>(answers)
{
    public override FormKind Kind => FormKind.Pulse;

    protected override EarlierAnswer Earlier => EarlierAnswer.Unshown;

    protected override string? ThankedFor(PulseAnswer answer) => answer.Met ? "yes" : "no";

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Pulse.Met", "Pulse.Yes", "Pulse.No") { Beside = ["Pulse.Confidential"] },
        new("Pulse.Worth", "Pulse.Low", "Pulse.High"),
        .. CommitmentFields.Questions,
        new("Commitment.Seen", "Commitment.SeenYes", "Commitment.SeenNotYet"),
    ];

    protected override Type Page => typeof(PulsePage);

    protected override async Task<PulsePageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        if (await meetings.ReadMeeting(context, context.Link.Meeting, cancel) is not { } meeting)
        {
            return null;
        }

        var session = await new MeetingRepository(store, context.Cohort.Id).FindSession(meeting.Id, context.Link.Number, cancel);
        return new(meeting, session?.Sequence == context.Link.Revision ? session : null, meeting is { IsPair: true, IsMentor: false }, await MaySee(context, meeting, cancel));
    }

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(PulseAnswer answer, PulsePageModel model) =>
        [new("met", answer.Met ? "yes" : "no"), new("worth", $"{answer.Worth}")];

    protected override PulseAnswer? ReadAnswer(Fields fields, LinkContext context, PulsePageModel model, PulseAnswer? earlier)
    {
        // Looked at here, so that what is too long is said at once.
        _ = model.Commits ? CommitmentFields.Read(fields, context.Link.Number) : null;
        return fields.Choice("met", "Pulse.Empty", "yes", "no") switch
        {
            "yes" => fields.Step("worth", "Pulse.WorthEmpty", 1, 5) is { } worth ? new(true, worth) : null,
            "no" => new(false, null),
            _ => null,
        };
    }

    protected override async Task KeepBeside(LinkContext context, Fields fields, PulsePageModel model, PulseAnswer answer, CancellationToken cancel)
    {
        var (cohort, pair, person) = (context.Cohort.Id, model.Meeting.Meeting, context.Person.Id);
        if (model.Commits && answer.Met && CommitmentFields.Read(fields, context.Link.Number) is { } commitment)
        {
            await notes.Commit(cohort, pair, person, commitment, cancel);
        }

        if (model.MaySee is { } seen && fields.Value("seen") == "yes")
        {
            await notes.See(cohort, pair, person, [seen.Session], cancel);
        }
    }

    private async Task<Commitment?> MaySee(LinkContext context, MeetingPageModel meeting, CancellationToken cancel) => meeting is { IsPair: true, IsMentor: true }
        ? (await PairBook.Read(store, context.Cohort.Id, meeting.Meeting, cancel)).Unseen.LastOrDefault(one => one.Session < context.Link.Number)
        : null;
}
