using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Session">The session that is asked about; null where it has moved since.</param>
public sealed record PulseGround(MeetingPageModel Meeting, Session? Session);

/// <summary>Did you meet, and was it worth it? Two taps.</summary>
internal sealed class PulseForm(AnswerDesk desk, MeetingPageModels meetings, IStore store) : QuestionForm<PulseAnswer, PulseGround>(desk)
{
    public override FormKind Kind => FormKind.Pulse;

    protected override Type Page => typeof(PulsePage);

    protected override async Task<PulseGround?> Ground(Visit visit, CancellationToken cancel)
    {
        if (await meetings.Read(visit, visit.Link.Scope, cancel) is not { } meeting)
        {
            return null;
        }

        var session = await new MeetingRepository(store, visit.Cohort.Id).FindSession(meeting.Id, visit.Link.Number, cancel);
        return new(meeting, session?.Sequence == visit.Link.Revision ? session : null);
    }

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(PulseAnswer answer, PulseGround ground) =>
        [new("met", answer.Met ? "yes" : "no"), new("worth", $"{answer.Worth}")];

    protected override PulseAnswer? Read(Fields fields, Visit visit, PulseGround ground, PulseAnswer? earlier) =>
        fields.Choice("met", "Pulse.Empty", "yes", "no") switch
        {
            "yes" => fields.Step("worth", "Pulse.WorthEmpty", 1, 5) is { } worth ? new(true, worth) : null,
            "no" => new(false, null),
            _ => null,
        };
}
