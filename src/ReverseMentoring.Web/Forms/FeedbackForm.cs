using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Items">The questions, for this person's side.</param>
/// <param name="LookingBack">Of these, what they are also asked of the time before.</param>
/// <param name="Partners">Whom they met in pairs to the end, by the pair.</param>
/// <param name="Alone">They have met nobody, and are asked only what was asked at the start: who began and who waited by a draw are held against each other.</param>
public sealed record FeedbackPageModel(
    IReadOnlyList<SurveyItem> Items, IReadOnlyList<SurveyItem> LookingBack, IReadOnlyDictionary<MeetingId, string> Partners, bool Alone = false);

/// <summary>The closing survey.</summary>
internal sealed class FeedbackForm(AnswerService answers, OwnAddressService own, ParticipationService participation, MeetingPageModels meetings, IStore store)
    : QuestionForm<FeedbackAnswer, FeedbackPageModel>(answers, own)
{
    public const int Longest = 2000;

    public const int LongestMaterial = 200;

    public override FormKind Kind => FormKind.Feedback;

    protected override EarlierAnswer Earlier => EarlierAnswer.OpensByCode;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Items.Today") { Beside = ["Items.Hint"] },
        new("Items.Then") { Beside = ["Items.ThenTitle"] },
        new("Feedback.GoOn"),
        new("Feedback.Material"),
        new("Feedback.Comment") { Beside = ["Comment.Add", "Comment.Hint"] },
        Question.MayBeShown,
    ];

    protected override Type Page => typeof(FeedbackPage);

    protected override async Task<FeedbackPageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        var (asked, role) = (await store.ReadQuestionnaire(context.Cohort, cancel), context.Person.Role);
        if (context.Cohort.Settings.DrawnWaitingList
            && !await new MeetingRepository(store, context.Cohort.Id).HasMet(context.Person.Id, cancel))
        {
            return new([.. asked.For(role, SurveyMoment.End).Where(item => item.IsCompared)], [], new Dictionary<MeetingId, string>(), Alone: true);
        }

        return new(asked.For(role, SurveyMoment.End), asked.LookingBack(role), await PartnersOf(context, cancel));
    }

    private async Task<IReadOnlyDictionary<MeetingId, string>> PartnersOf(LinkContext context, CancellationToken cancel)
    {
        var partners = new Dictionary<MeetingId, string>();
        foreach (var pair in (await participation.MeetingsOf(context.Cohort.Id, context.Person.Id, cancel)).Where(meeting => meeting.Kind is MeetingKind.Pair && (meeting.Status is MeetingStatus.Running || meeting.RanItsCourse)))
        {
            partners[pair.Id] = (await meetings.ReadMeeting(context, pair, cancel)).With;
        }

        return partners;
    }

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(FeedbackAnswer answer, FeedbackPageModel model) =>
    [
        .. ItemFields.Fill(ItemFields.Today, answer.Said), .. ItemFields.Fill(ItemFields.Then, answer.Then),
        new("go-on", new StringValues([.. answer.GoesOn.Select(pair => pair.Value)])),
        new("material", answer.Material ?? ""),
        new("comment", answer.Comment ?? ""), new("may-be-shown", answer.MayBeShown ? "true" : ""),
    ];

    protected override FeedbackAnswer? ReadAnswer(Fields fields, LinkContext context, FeedbackPageModel model, FeedbackAnswer? earlier)
    {
        var (said, then) = (ItemFields.Read(fields, ItemFields.Today, model.Items), ItemFields.Read(fields, ItemFields.Then, model.LookingBack));
        var (comment, material) = model.Alone ? (null, null) : (fields.Text("comment", Longest), fields.Text("material", LongestMaterial));
        var goesOn = fields.All("go-on").Select(pair => new MeetingId(pair)).Where(model.Partners.ContainsKey).ToArray();
        if (said.Count == 0 && comment is null && material is null && goesOn.Length == 0 && !fields.HasErrors)
        {
            fields.Wrong(ItemFields.Today, "Feedback.Empty");
        }

        return fields.HasErrors ? null : new(said, comment, comment is not null && fields.Value("may-be-shown") == "true") { Then = then, GoesOn = goesOn, Material = material };
    }
}
