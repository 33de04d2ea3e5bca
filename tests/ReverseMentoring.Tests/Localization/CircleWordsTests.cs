using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Localization;

/// <summary>Where people meet in circles, HR reads of circles, and so do those who meet.</summary>
public sealed partial class CircleWordsTests
{
    /// <summary>Texts, or families of them, that a cohort in circles doesn't show, or that are of pairs there too: people's earlier pairs, what is for pairs only, and what is of all cohorts.</summary>
    private static readonly string[] OfPairs =
    [
        "Tile.Confirmed", "Next.confirmation", "Next.sessions.Proposed.", "Command.Close.confirmation", "Person.Pairs", "Person.Partner", "Pair.", "Pairs.Pairs", "Pairs.Verified", "Pairs.KeptApart", "Pairs.NoFigures",
        "Pairs.RefusedLock", "Reason.", "Cost.", "Force.TextLater", "Force.Later", "Force.Costs", "Force.ByList", "Table.declined", "Draw.", "Compared.How", "Act.EndsThen", "Act.Later", "Act.Next", "Act.Propose.",
        "Partner.", "Propose.", "Refused.", "no-topic-later.",
        "Rule.earlier-pair", "Mend.earlier-pair", "Lists.Pairs", "Setting.matching.allowRepeatedPairs", "Start.After",
        "Setting.", "SettingGroup.", "Column.capacity", "Words.Part.", "Compare.", "Audit.Lead", "Audit.OnePair",
    ];

    /// <summary>The same of forms and mails: who is asked about a partner, the page of a pair, draws, which there are none of in circles, and rows of pairs among one's data.</summary>
    private static readonly string[] OfPeopleInPairs =
    [
        "YourPartner", "Commitment.", "Feedback.AloneLead", "FeedbackInvitation.Alone.", "Waiting.Drawn", "Waiting.Behind", "Unmatched.Drawn.", "Unmatched.Behind.", "Unmatched.Introduced.", "Thanks.Introduced.", "Notice.DrawText",
        "Data.earlierPairs", "Data.Field.", "Pairs.", "Reminder.Confirmation.", "LastCall.Confirmation.", "Introduction.", "Confirmation.Instead.", "Next.Confirmation.Instead.", "Briefing.", "MeetingEnded.Other.", "NotFormed.",
    ];

    [Theory]
    [InlineData("Manage.Texts")]
    [InlineData("Localization.Needs")]
    public void Each_text_for_hr_that_says_pair_says_circle_there(string file) => Check(file, OfPairs);

    [Theory]
    [InlineData("Forms.Texts")]
    [InlineData("Mails.Texts")]
    public void Each_text_for_those_who_meet_that_says_pair_says_circle_there(string file) => Check(file, OfPeopleInPairs);

    private static void Check(string file, string[] ofThem)
    {
        var texts = new Texts(file).OfLanguage(CultureInfo.InvariantCulture);
        var ofPairs = texts.Where(text => Pair().IsMatch(Hole().Replace(text.Value, "")) && !text.Key.StartsWith("Circle.", StringComparison.Ordinal)).Select(text => text.Key).ToArray();

        Assert.NotEmpty(ofPairs);
        Assert.DoesNotContain(ofPairs, key => !texts.ContainsKey($"Circle.{key}") && !ofThem.Any(of => key.StartsWith(of, StringComparison.Ordinal)));
    }

    /// <summary>In all languages: a variant that still says pair says nothing.</summary>
    [Theory]
    [InlineData("en", @"\bpair(s|ed)?\b|\bpartners?\b")]
    [InlineData("de", @"\bTandems?\b|\bGegenüber\b")]
    [InlineData("fr", @"\bbinômes?\b|\bpartenaires?\b")]
    [InlineData("es", @"\bparejas?\b")]
    [InlineData("pt", @"\b(um|o|seu|outro) par\b|\bpares\b")]
    public void No_variant_for_those_who_meet_says_pair(string language, string pair)
    {
        foreach (var file in new[] { "Forms.Texts", "Mails.Texts" })
        {
            var texts = new Texts(file).OfLanguage(language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language));
            Assert.DoesNotContain(
                texts, text => text.Key.StartsWith("Circle.", StringComparison.Ordinal) && text.Key != "Circle.Data.Field.capacity"
                    && Regex.IsMatch(Hole().Replace(text.Value, ""), pair, RegexOptions.IgnoreCase));
        }
    }

    /// <summary>A variant that nobody asks for is one of a text that is there.</summary>
    [Fact]
    public void Each_variant_is_of_a_text()
    {
        var texts = new Texts("Manage.Texts").OfLanguage(CultureInfo.InvariantCulture);

        Assert.DoesNotContain(texts.Keys, key => key.StartsWith("Circle.", StringComparison.Ordinal) && !texts.ContainsKey(key["Circle.".Length..]));
    }

    [GeneratedRegex(@"\bpair(s|ed)?\b|\bpartners?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
