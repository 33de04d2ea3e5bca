using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.OwnTexts;

/// <summary>Texts that are edited together: those of a mail, what to talk about at sessions, the ground rules, the topics to start from.</summary>
/// <param name="Key">What their keys begin with.</param>
/// <param name="Parts">What the keys end with, in the order of the page.</param>
/// <param name="Ours">What we say of a part, by its key; empty where there is nothing of ours.</param>
internal sealed record TextFamily(string Key, IReadOnlyList<string> Parts, Func<CultureInfo, string, string> Ours)
{
    private const string Guide = "Agenda";
    private const string Topic = "Topic";
    private const string Signature = "Signature";

    /// <summary>Mails, and wordings of mails, that nobody in a circle gets: nobody is asked to accept, two don't part, and there is no draw.</summary>
    private static readonly IReadOnlyList<string> OfPairs =
    [
        "Introduction", "Introduction.Bare", "Introduction.Other", "Briefing.Mentor", "Briefing.Mentee", "Reminder.Confirmation", "LastCall.Confirmation", "MeetingEnded.Other", "NotFormed", "NotFormed.Other", "RhythmWished",
        "SessionCancelled.Quiet", "Thanks.Drawn", "Thanks.Introduced", "Unmatched.Behind", "Unmatched.Drawn", "Unmatched.Introduced",
    ];

    private static readonly IReadOnlyList<MailKind> OfCircles = [MailKind.CircleIntroduction, MailKind.CircleChanged, MailKind.PresenterChanged];

    private const string InCircles = "Circle";

    private static readonly string[] MailParts = ["Subject", "Preview", "Text", "Button"];

    private static readonly IReadOnlyDictionary<string, string> Mails = MailRenderer.Texts.OfLanguage(CultureInfo.InvariantCulture);

    /// <summary>The same for all cohorts: the session guide, the ground rules, the signature, and all mails in the order of their kinds.</summary>
    private static readonly IReadOnlyList<TextFamily> Common =
    [
        new(Guide, [.. Mails.Keys.Where(key => key.StartsWith(Guide + ".", StringComparison.Ordinal)).Select(key => key[(Guide.Length + 1)..])], MailRenderer.Texts.Raw),
        new(GroundRules.Family, GroundRules.Parts, (language, key) => LinkAuthorizer.Texts.Has(language, key) ? LinkAuthorizer.Texts.Raw(language, key) : ""),
        new(Signature, ["Text"], (_, _) => ""),
        .. Mails.Keys.Where(key => key.EndsWith(".Text", StringComparison.Ordinal)).Select(key => key[..^".Text".Length]).Where(family => KindOf(family) is not null)
            .OrderBy(family => KindOf(family)).ThenBy(family => family, StringComparer.Ordinal)
            .Select(family => new TextFamily(family, [.. MailParts.Where(part => Mails.ContainsKey($"{family}.{part}"))], MailRenderer.Texts.Raw)),
    ];

    public bool IsMail => KindOf(Key) is not null;

    public bool IsTopics => Key == Topic;

    public bool IsRules => Key == GroundRules.Family;

    /// <summary>Nobody in a pair gets it.</summary>
    public bool IsOfCircles => Key.StartsWith(InCircles + ".", StringComparison.Ordinal) || OfCircles.Any(kind => KindOf(Key) == kind);

    public TextGroup Group => KindOf(Key) is { } kind ? TextGroups.Of(kind) : TextGroup.Texts;

    /// <summary>Under which heading it stands; where texts of pairs and of circles stand in one list, each has its own.</summary>
    public string GroupIn(ManagerContext context, Cohort? cohort) =>
        cohort is null && IsOfCircles ? $"{context.Say($"Words.Group.{Group}")} · {context.Say("Words.Part.Circle")}" : context.Say($"Words.Group.{Group}");

    public IEnumerable<string> Keys => Parts.Select(part => $"{Key}.{part}");

    /// <summary>What can be said about them: all of a mail's texts but its button's, and a signature, name who it is to and from.</summary>
    public bool NamesPeople(string key) => Key == Signature || (IsMail && !key.EndsWith(".Button", StringComparison.Ordinal));

    /// <summary>Characters.</summary>
    public int Longest(string key) => IsTopics ? TopicsForm.Longest : IsRules ? LongestRule : IsText(key) ? OwnWords.Longest : LongestLine;

    /// <summary>It may have several lines.</summary>
    public static bool IsText(string key) => key.EndsWith(".Text", StringComparison.Ordinal);

    private const int LongestLine = 160;

    private const int LongestRule = 300;

    /// <summary>What a cohort sends: of what is said otherwise in circles, one of the two.</summary>
    /// <param name="cohort">Whose they are; null: the company's, with topics of our own list.</param>
    public static IReadOnlyList<TextFamily> For(Cohort? cohort)
    {
        var topics = StarterTopics.For(cohort?.Settings.Topics).ToDictionary(topic => $"{OwnWords.TopicKey}{topic.Id}", topic => topic);
        return [Common[0], Common[1], new(Topic, [.. topics.Values.Select(topic => topic.Id.Value)], (language, key) => TopicTitles.Translate(topics[key], language)), .. Common.Skip(2).Where(family => family.IsSentIn(cohort))];
    }

    private bool IsSentIn(Cohort? cohort) => cohort is null
        || (cohort.HasCircles ? !OfPairs.Contains(Key) && !Mails.ContainsKey($"{InCircles}.{Key}.Subject") : !IsOfCircles);

    public static TextFamily? Find(Cohort? cohort, string? key) => For(cohort).FirstOrDefault(family => family.Key == key);

    /// <summary>As managers call the mail, with which of its wordings it is.</summary>
    /// <param name="context">Of whoever reads.</param>
    /// <param name="cohort">Where there is no other wording than for pairs, or for circles.</param>
    public string NameIn(ManagerContext context, Cohort? cohort)
    {
        if (KindOf(Key) is not { } kind)
        {
            return context.Say(Key == Guide ? "Words.Guide" : $"Words.{Key}");
        }

        var which = Key.Split('.').Where(part => part != $"{kind}" && !(part == InCircles && cohort is not null)).Select(part =>
            context.Say(context.Localizer.Has($"Words.Part.{kind}.{part}") ? $"Words.Part.{kind}.{part}" : $"Words.Part.{part}"));
        return string.Join(" · ", which.Prepend(context.NameOf(kind)));
    }

    /// <summary>What stands above the field of one part.</summary>
    public string LabelIn(ManagerContext context, CultureInfo language, string part) =>
        IsMail ? context.Say($"Words.{part}")
        : Key == Signature ? context.Say("Words.Text")
        : IsRules ? part.StartsWith("Rule", StringComparison.Ordinal) && part != "Rules" ? context.Say("Words.Offers.Rule", ("number", part["Rule".Length..])) : context.Say($"Words.Offers.{part}")
        : Ours(language, $"{Key}.{part}");

    /// <summary>"Circle.Briefing.Mentor" is a briefing.</summary>
    private static MailKind? KindOf(string family) => family.Split('.').Select(part => Enum.TryParse<MailKind>(part, out var kind) ? kind : (MailKind?)null).FirstOrDefault(kind => kind is not null);
}
