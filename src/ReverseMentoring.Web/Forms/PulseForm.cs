using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Session">The session that is asked about; null where it has moved since.</param>
public sealed record PulsePageModel(MeetingPageModel Meeting, Session? Session);

/// <summary>Did you meet, and was it worth it? Two taps.</summary>
internal sealed class PulseForm(AnswerService answers, MeetingPageModels meetings, IStore store) : QuestionForm<PulseAnswer, PulsePageModel>(answers)
{
    public override FormKind Kind => FormKind.Pulse;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Pulse.Met", "Pulse.Yes", "Pulse.No") { Beside = ["Pulse.Confidential"] },
        new("Pulse.Worth", "Pulse.Low", "Pulse.High"),
    ];

    protected override Type Page => typeof(PulsePage);

    protected override async Task<PulsePageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        if (await meetings.ReadMeeting(context, context.Link.Meeting, cancel) is not { } meeting)
        {
            return null;
        }

        var session = await new MeetingRepository(store, context.Cohort.Id).FindSession(meeting.Id, context.Link.Number, cancel);
        return new(meeting, session?.Sequence == context.Link.Revision ? session : null);
    }

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(PulseAnswer answer, PulsePageModel model) =>
        [new("met", answer.Met ? "yes" : "no"), new("worth", $"{answer.Worth}")];

    protected override PulseAnswer? ReadAnswer(Fields fields, LinkContext context, PulsePageModel model, PulseAnswer? earlier) =>
        fields.Choice("met", "Pulse.Empty", "yes", "no") switch
        {
            "yes" => fields.Step("worth", "Pulse.WorthEmpty", 1, 5) is { } worth ? new(true, worth) : null,
            "no" => new(false, null),
            _ => null,
        };
}
