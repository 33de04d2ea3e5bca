using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
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
    /// <summary>The page that is to be seen.</summary>
    public OffersPart Part { get; init; }

    /// <summary>What was chosen on the first page.</summary>
    public ChosenTopicLines Chosen { get; init; } = new([], []);

    /// <summary>How many people were named before as "rather not with"; who they are is never shown again.</summary>
    public int Named { get; init; }

    /// <summary>The survey's questions at the start, for this person's side.</summary>
    public IReadOnlyList<SurveyItem> Items { get; init; } = [];

    /// <summary>For those who are named now: their addresses are not kept.</summary>
    public required AddressHasher Addresses { get; init; }

    /// <summary>Hours and languages as they are known.</summary>
    public required (WorkingHours Hours, IReadOnlyList<string> Languages) Known { get; init; }

    /// <summary>What is agreed to.</summary>
    public required GroundRules Rules { get; init; }

    public OffersPart Last => Items.Count > 0 ? OffersPart.Today : OffersPart.Details;
}

/// <summary>What I can bring, what I want, when and how, and the ground rules.</summary>
internal sealed class OffersForm(AnswerService answers, OwnAddressService own, TopicRepository topics, PersonRegister register, OwnWords words, IStore store) : QuestionForm<OffersAnswer, OffersPageModel>(answers, own)
{
    public override FormKind Kind => FormKind.Offers;

    protected override EarlierAnswer Earlier => EarlierAnswer.OpensByCode;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Offers.Offer", "Level.1", "Level.2", "Level.3"),
        new("Offers.Wish", "Rank.1", "Rank.2", "Rank.3", "Rank.4", "Rank.5") { Beside = ["Offers.RankHint"] },
        new("Offers.KnownRight") { Beside = ["Offers.Known"] },
        new("Offers.Languages"),
        .. HoursFields.Questions,
        new("Offers.Format", "Format.Either", "Format.InPerson", "Format.Remote"),
        new("RatherNot.Label") { Beside = ["RatherNot.Title", "RatherNot.Lead"] },
        new("RatherNot.Forget") { Beside = ["RatherNot.Named.Other"] },
        new("Offers.Agree") { Beside = [$"{GroundRules.Family}.Rules", .. GroundRules.Rules.Select(rule => $"{GroundRules.Family}.{rule}")] },
        new("Items.Today") { Beside = ["Items.StartTitle", "Items.StartLead", "Items.Hint"] },
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
            Known = (context.Person.Hours, context.Person.Languages),
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
            .. KnownFields.Fill(answer, model.Known.Hours, model.Known.Languages),
            new("format", FormatName(answer.Format)),
            .. ItemFields.Fill(ItemFields.Today, answer.Said),
            new("rules", "true"),
        ];
    }

    /// <summary>Page by page: each is told of its own mistakes, and the next comes when there are none.</summary>
    protected override OffersAnswer? ReadAnswer(Fields fields, LinkContext context, OffersPageModel model, OffersAnswer? earlier)
    {
        var chosen = new ChosenTopicFields(fields, model.Wanted);
        chosen.Check(context.Person.Role);
        var (hours, languages) = KnownFields.Read(fields, context, model.Languages);
        if (fields.HasErrors || hours is null || fields.EndsWith(OffersPart.Topics))
        {
            return null;
        }

        var (offers, wishes) = (chosen.ReadOffers(), chosen.ReadWishes());
        var format = fields.Choice("format", "Offers.FormatEmpty", "either", "in-person", "remote");
        var ratherNot = RatherNotFields.ReadPeople(fields, context.Person, model.Addresses, earlier?.RatherNot ?? []);
        if (fields.Value("rules") != "true")
        {
            fields.Wrong("rules", "Offers.RulesEmpty");
        }

        if (fields.HasErrors || (fields.EndsWith(OffersPart.Details) && model.Last is not OffersPart.Details))
        {
            return null;
        }

        var said = ItemFields.Read(fields, ItemFields.Today, model.Items);
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

    protected override OffersPageModel Returning(OffersPageModel model, Fields fields) =>
        model with { Part = fields.After(model.Last), Chosen = new ChosenTopicFields(fields, model.Wanted).Lines };

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
