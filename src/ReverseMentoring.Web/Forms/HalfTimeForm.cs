using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>How is it going, half-way?</summary>
internal sealed class HalfTimeForm(AnswerDesk desk, MeetingPageModels meetings) : QuestionForm<HalfTimeAnswer, MeetingPageModel>(desk)
{
    public const int Longest = 1000;

    public override FormKind Kind => FormKind.HalfTime;

    protected override Type Page => typeof(HalfTimePage);

    protected override Task<MeetingPageModel?> Ground(Visit visit, CancellationToken cancel) => meetings.Read(visit, visit.Link.Scope, cancel);

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(HalfTimeAnswer answer, MeetingPageModel ground) =>
        [new("going-well", $"{answer.GoingWell}"), new("comment", answer.Comment ?? "")];

    protected override HalfTimeAnswer? Read(Fields fields, Visit visit, MeetingPageModel ground, HalfTimeAnswer? earlier)
    {
        var comment = fields.Text("comment", Longest);
        return fields.Step("going-well", "HalfTime.Empty", 1, 5) is { } step ? new(step, comment) : null;
    }
}
