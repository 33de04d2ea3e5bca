using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <param name="Wanted">All topics, what others want most first.</param>
/// <param name="Interesting">The same, what the person has named in the call for topics first.</param>
/// <param name="Languages">To choose from: the person's own, then those that are written here.</param>
public sealed record OffersPageModel(IReadOnlyList<TopicLine> Wanted, IReadOnlyList<TopicLine> Interesting, IReadOnlyList<Choice> Languages)
{
    /// <summary>What was chosen, where levels and ranks are still asked; null: on the first page.</summary>
    public ChosenTopicLines? Chosen { get; init; }

    /// <summary>How many people were named before as "rather not with"; who they are is never shown again.</summary>
    public int Named { get; init; }

    /// <summary>The survey's questions at the start, for this person's side.</summary>
    public IReadOnlyList<SurveyItem> Items { get; init; } = [];

    /// <summary>For those who are named now: their addresses are not kept.</summary>
    public required AddressHasher Addresses { get; init; }

    /// <summary>What is agreed to.</summary>
    public required GroundRules Rules { get; init; }
}

/// <summary>What I can bring, what I want, when and how, and the ground rules.</summary>
internal sealed class OffersForm(AnswerService answers, TopicRepository topics, PersonRegister register, OwnWords words, IStore store) : QuestionForm<OffersAnswer, OffersPageModel>(answers)
{
    /// <summary>The button of the first page.</summary>
    private const string Next = "next";

    public override FormKind Kind => FormKind.Offers;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Offers.Offer", "Level.1", "Level.2", "Level.3"),
        new("Offers.Wish", "Rank.1", "Rank.2", "Rank.3", "Rank.4", "Rank.5") { Beside = ["Offers.RankHint"] },
        new("Offers.KnownRight") { Beside = ["Offers.Known"] },
        new("Offers.Languages"),
        .. HoursFields.Questions,
        new("Offers.Format", "Format.Either", "Format.InPerson", "Format.Remote"),
        new("Items.Today") { Beside = ["Items.StartTitle", "Items.StartLead", "Items.Hint"] },
        new("RatherNot.Label") { Beside = ["RatherNot.Title", "RatherNot.Lead"] },
        new("RatherNot.Forget") { Beside = ["RatherNot.Named.Other"] },
        new("Offers.Agree") { Beside = [$"{GroundRules.Family}.Rules", .. GroundRules.Rules.Select(rule => $"{GroundRules.Family}.{rule}")] },
        Question.Notice,
    ];

    protected override bool ComesFirst => true;

    protected override string? RulesOf(OffersPageModel model) => model.Rules.Version;

    protected override Type Page => typeof(OffersPage);

    protected override async Task<OffersPageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        var list = await topics.ReadTopics(context.Cohort, cancel);
        var interests = await topics.InterestsOf(context.Cohort.Id, context.Person.Id, cancel);
        return new(
            Lines(list.Topics, context),
            Lines(list.Topics.OrderByDescending(topic => interests.Contains(topic.Id)), context),
            [.. context.Person.Languages.Concat(ReaderLanguage.Written).Distinct().Select(tag => new Choice(tag, ReaderLanguage.NameOf(tag)))])
        {
            Addresses = await register.Hasher(cancel),
            Rules = await GroundRules.Read(words, context.Cohort.Id, context.Localizer, cancel),
            Items = (await store.ReadQuestionnaire(context.Cohort, cancel)).For(context.Person.Role, SurveyMoment.Start),
        };
    }

    protected override OffersPageModel Knowing(OffersPageModel model, OffersAnswer? earlier) =>
        model with { Named = earlier?.RatherNot.Count ?? 0 };

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(OffersAnswer answer, OffersPageModel model)
    {
        return
        [
            .. answer.Offers.Select(offer => KeyValuePair.Create(ChosenTopicFields.LevelOf(offer.Topic.Value), new StringValues($"{(int)offer.Level}"))),
            .. answer.Wishes.Select(wish => KeyValuePair.Create(ChosenTopicFields.RankOf(wish.Topic.Value), new StringValues($"{wish.Rank}"))),
            new("offer", answer.Offers.Select(offer => offer.Topic.Value).ToArray()),
            new("wish", answer.Wishes.Select(wish => wish.Topic.Value).ToArray()),
            .. HoursFields.Fill(answer.WorkingHours),
            new("languages", answer.Languages.ToArray()),
            new("format", FormatName(answer.Format)),
            .. ItemFields.Fill(ItemFields.Today, answer.Said),
            new("rules", "true"),
        ];
    }

    protected override OffersAnswer? ReadAnswer(Fields fields, LinkContext context, OffersPageModel model, OffersAnswer? earlier)
    {
        var chosen = new ChosenTopicFields(fields, model.Wanted);
        chosen.Check(context.Person.Role);
        var (hours, languages) = KnownFields.Read(fields, context.Person, model.Languages);
        var format = fields.Choice("format", "Offers.FormatEmpty", "either", "in-person", "remote");
        var ratherNot = RatherNotFields.ReadPeople(fields, context.Person, model.Addresses, earlier?.RatherNot ?? []);
        var said = ItemFields.Read(fields, ItemFields.Today, model.Items);
        if (fields.Value("rules") != "true")
        {
            fields.Wrong("rules", "Offers.RulesEmpty");
        }

        // The first page is told of its own mistakes; the second comes when there are none.
        if (fields.HasErrors || hours is null || (fields.Value(Fields.Intent) == Next && chosen.AskMore))
        {
            return null;
        }

        var (offers, wishes) = (chosen.ReadOffers(), chosen.ReadWishes());
        return fields.HasErrors ? null : new()
        {
            Offers = offers,
            Wishes = wishes,
            WorkingHours = hours,
            Languages = languages,
            Format = FormatOf(format!),
            RatherNot = ratherNot,
            Said = said,
        };
    }

    protected override OffersPageModel Returning(OffersPageModel model, Fields fields)
    {
        var isSecond = fields.Value(Fields.Intent) is not ("find" or "back") && fields.Errors.All(error => ChosenTopicFields.IsAsked(error.Field));
        return isSecond ? model with { Chosen = new ChosenTopicFields(fields, model.Wanted).Lines } : model;
    }

    private static IReadOnlyList<TopicLine> Lines(IEnumerable<Topic> topics, LinkContext context) =>
        [.. topics.Select(topic => new TopicLine(topic.Id.Value, TopicTitles.Translate(topic, context.Culture)))];

    private static string FormatName(MeetingFormat format) => format switch
    {
        MeetingFormat.InPerson => "in-person",
        MeetingFormat.Remote => "remote",
        _ => "either",
    };

    private static MeetingFormat FormatOf(string name) => name switch
    {
        "in-person" => MeetingFormat.InPerson,
        "remote" => MeetingFormat.Remote,
        _ => MeetingFormat.Either,
    };
}
