using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>How is it going, half-way?</summary>
internal sealed class HalfTimeForm(AnswerService answers, OwnAddressService own, MeetingPageModels meetings)
    : QuestionForm<HalfTimeAnswer, MeetingPageModel>(answers, own)
{
    public const int Longest = 1000;

    public override FormKind Kind => FormKind.HalfTime;

    protected override bool HasWords(HalfTimeAnswer answer) => answer.Comment is not null;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("HalfTime.Ask", "HalfTime.Low", "HalfTime.High"),
        new("HalfTime.Comment") { Beside = ["Comment.Hint"] },
        Question.MayBeShown,
    ];

    protected override Type Page => typeof(HalfTimePage);

    protected override Task<MeetingPageModel?> LoadModel(LinkContext context, CancellationToken cancel) => meetings.ReadMeeting(context, context.Link.Meeting, cancel);

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(HalfTimeAnswer answer, MeetingPageModel model) =>
        [new("going-well", $"{answer.GoingWell}"), new("comment", answer.Comment ?? ""), new("may-be-shown", answer.MayBeShown ? "true" : "")];

    protected override HalfTimeAnswer? ReadAnswer(Fields fields, LinkContext context, MeetingPageModel model, HalfTimeAnswer? earlier)
    {
        var comment = fields.Text("comment", Longest);
        return fields.Step("going-well", "HalfTime.Empty", 1, 5) is { } step ? new(step, comment, comment is not null && fields.Value("may-be-shown") == "true") : null;
    }
}
