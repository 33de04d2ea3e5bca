using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Items">The questions, for this person's side.</param>
/// <param name="LookingBack">Of these, what they are also asked of the time before.</param>
public sealed record FeedbackPageModel(IReadOnlyList<SurveyItem> Items, IReadOnlyList<SurveyItem> LookingBack);

/// <summary>The closing survey.</summary>
internal sealed class FeedbackForm(AnswerService answers, OwnAddressService own, IStore store) : QuestionForm<FeedbackAnswer, FeedbackPageModel>(answers, own)
{
    public const int Longest = 2000;

    public override FormKind Kind => FormKind.Feedback;

    protected override bool HasWords(FeedbackAnswer answer) => answer.Comment is not null;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Items.Today") { Beside = ["Items.Hint"] },
        new("Items.Then") { Beside = ["Items.ThenTitle"] },
        new("Feedback.Comment") { Beside = ["Comment.Hint"] },
        Question.MayBeShown,
    ];

    protected override Type Page => typeof(FeedbackPage);

    protected override async Task<FeedbackPageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        var (asked, role) = (await store.ReadQuestionnaire(context.Cohort, cancel), context.Person.Role);
        return new(asked.For(role, SurveyMoment.End), asked.LookingBack(role));
    }

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(FeedbackAnswer answer, FeedbackPageModel model) =>
    [
        .. ItemFields.Fill(ItemFields.Today, answer.Said), .. ItemFields.Fill(ItemFields.Then, answer.Then),
        new("comment", answer.Comment ?? ""), new("may-be-shown", answer.MayBeShown ? "true" : ""),
    ];

    protected override FeedbackAnswer? ReadAnswer(Fields fields, LinkContext context, FeedbackPageModel model, FeedbackAnswer? earlier)
    {
        var (said, then) = (ItemFields.Read(fields, ItemFields.Today, model.Items), ItemFields.Read(fields, ItemFields.Then, model.LookingBack));
        var comment = fields.Text("comment", Longest);
        if (said.Count == 0 && comment is null && !fields.HasErrors)
        {
            fields.Wrong(ItemFields.Today, "Feedback.Empty");
        }

        return fields.HasErrors ? null : new(said, comment, comment is not null && fields.Value("may-be-shown") == "true") { Then = then };
    }
}
