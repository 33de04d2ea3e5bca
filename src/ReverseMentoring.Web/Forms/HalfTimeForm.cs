using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Items">The survey's questions, for this person's side.</param>
public sealed record HalfTimePageModel(MeetingPageModel Meeting, IReadOnlyList<SurveyItem> Items);

/// <summary>How is it going, half-way?</summary>
internal sealed class HalfTimeForm(AnswerService answers, OwnAddressService own, MeetingPageModels meetings, IStore store)
    : QuestionForm<HalfTimeAnswer, HalfTimePageModel>(answers, own)
{
    public const int Longest = 1000;

    public override FormKind Kind => FormKind.HalfTime;

    protected override EarlierAnswer Earlier => EarlierAnswer.OpensByCode;

    protected override string? ThankedFor(HalfTimeAnswer answer) => answer.GoingWell <= 2 ? "low" : null;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("HalfTime.Ask", "HalfTime.Low", "HalfTime.High"),
        new("Items.Today") { Beside = ["Items.Hint"] },
        new("HalfTime.Comment") { Beside = ["Comment.Add", "Comment.Hint"] },
        Question.MayBeShown,
    ];

    protected override Type Page => typeof(HalfTimePage);

    protected override async Task<HalfTimePageModel?> LoadModel(LinkContext context, CancellationToken cancel) =>
        await meetings.ReadMeeting(context, context.Link.Meeting, cancel) is { } meeting
            ? new(meeting, (await store.ReadQuestionnaire(context.Cohort, cancel)).For(context.Person.Role, SurveyMoment.HalfTime))
            : null;

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(HalfTimeAnswer answer, HalfTimePageModel model) =>
    [
        new("going-well", $"{answer.GoingWell}"), .. ItemFields.Fill(ItemFields.Today, answer.Said),
        new("comment", answer.Comment ?? ""), new("may-be-shown", answer.MayBeShown ? "true" : ""),
    ];

    protected override HalfTimeAnswer? ReadAnswer(Fields fields, LinkContext context, HalfTimePageModel model, HalfTimeAnswer? earlier)
    {
        var (step, said) = (fields.Step("going-well", "HalfTime.Empty", 1, 5), ItemFields.Read(fields, ItemFields.Today, model.Items));
        var comment = fields.Text("comment", Longest);
        return step is not { } goes || fields.HasErrors ? null : new(goes, comment, comment is not null && fields.Value("may-be-shown") == "true") { Said = said };
    }
}
