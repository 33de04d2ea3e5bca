using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="MinimumGroup">Of how many people what is shown is at least.</param>
public sealed record FeedbackPageModel(bool IsMentor, int MinimumGroup);

/// <summary>The closing survey.</summary>
internal sealed class FeedbackForm(AnswerService answers, OwnAddressService own) : QuestionForm<FeedbackAnswer, FeedbackPageModel>(answers, own)
{
    public const int Longest = 2000;

    public override FormKind Kind => FormKind.Feedback;

    protected override bool HasWords(FeedbackAnswer answer) => answer.Comment is not null;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Feedback.Satisfaction", "Feedback.NotAtAll", "Feedback.VeryMuch"),
        new("Feedback.Learned", "Feedback.NotAtAll", "Feedback.VeryMuch"),
        new("Feedback.ConfidenceMentor", "Feedback.NotAtAll", "Feedback.VeryMuch"),
        new("Feedback.ConfidenceMentee", "Feedback.NotAtAll", "Feedback.VeryMuch"),
        new("Feedback.Recommend", "Feedback.Never", "Feedback.Surely"),
        new("Feedback.Comment") { Beside = ["Comment.Hint"] },
        Question.MayBeShown,
    ];

    protected override Type Page => typeof(FeedbackPage);

    protected override Task<FeedbackPageModel?> LoadModel(LinkContext context, CancellationToken cancel) =>
        Task.FromResult<FeedbackPageModel?>(new(context.Person.Role is Role.Mentor, context.Cohort.MinimumGroup));

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(FeedbackAnswer answer, FeedbackPageModel model) =>
    [
        new("satisfaction", $"{answer.Satisfaction}"), new("learned", $"{answer.Learned}"), new("confidence", $"{answer.Confidence}"),
        new("recommend", $"{answer.Recommend}"), new("comment", answer.Comment ?? ""),
        new("may-be-shown", answer.MayBeShown ? "true" : ""),
    ];

    protected override FeedbackAnswer? ReadAnswer(Fields fields, LinkContext context, FeedbackPageModel model, FeedbackAnswer? earlier)
    {
        var satisfaction = fields.Step("satisfaction", "Feedback.SatisfactionEmpty", 1, 5);
        var learned = fields.Step("learned", "Feedback.LearnedEmpty", 1, 5);
        var confidence = fields.Step("confidence", "Feedback.ConfidenceEmpty", 1, 5);
        var recommend = fields.Step("recommend", "Feedback.RecommendEmpty", 0, 10);
        var comment = fields.Text("comment", Longest);
        return (satisfaction, learned, confidence, recommend) is ({ } s, { } l, { } c, { } r) ? new(s, l, c, r, comment, comment is not null && fields.Value("may-be-shown") == "true") : null;
    }
}
