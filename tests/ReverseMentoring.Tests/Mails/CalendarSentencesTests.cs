using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Mails;

/// <summary>
/// What mails and forms say of calendars is so whether or not calendars are reached. A text that names a calendar is in one of
/// the lists below, with the way in which it is true; a new one belongs in one of them.
/// </summary>
public sealed partial class CalendarSentencesTests
{
    /// <summary>Written only where the product books events itself.</summary>
    private static readonly string[] InMicrosoft365 =
    [
        "Calendar.Cancelled", "Calendar.CircleEvent", "Calendar.Event", "Circle.SessionCancelled.InCalendar", "Circle.SessionMoved.InCalendar", "Data.freeTime", "Invitations.Calendar",
        "Notice.FromCalendar", "SessionCancelled.InCalendar", "SessionMoved.InCalendar",
    ];

    /// <summary>Written only where invitations go by mail: the mail brings the entry, and no answer to it is read.</summary>
    private static readonly string[] ByMail =
    [
        "Calendar.NoAnswer", "Circle.SessionInvitation", "Circle.SessionMoved", "Invitations.Mail", "SessionInvitation", "SessionMoved",
        "Circle.SessionCancelled", "Circle.SessionCancelled.Closed", "Circle.SessionCancelled.Over", "Circle.SessionCancelled.Held", "Circle.SessionCancelled.Looking", "SessionCancelled", "SessionCancelled.Closed", "SessionCancelled.Held", "SessionCancelled.Looking", "SessionCancelled.OneMore", "SessionCancelled.Quiet",
    ];

    /// <summary>Written only where answers of calendar programs are read.</summary>
    private static readonly string[] WhereAnswersAreRead = ["Calendar.Answer"];

    /// <summary>Of the reader's own calendar, or of one that somebody keeps: nothing is said of what stands in it.</summary>
    private static readonly string[] OfOwn =
    [
        "Briefing.Mentee", "Circle.Delegate.SessionInvitation", "Circle.DelegateNamed", "Circle.Notice.WhoCouncil", "Closed.Revoked", "Correct.Sent", "Data.Field.delegate", "Data.Field.delegateEmail", "Data.Field.delegateRevision", "Data.Field.events", "Data.Field.organizer", "Data.Field.toDelegate", "Delegate.Lead", "Delegate.Resign", "Delegate.ResignButton", "Delegate.ResignText",
        "Delegate.SessionCancelled", "Delegate.SessionInvitation", "DelegateNamed", "DelegateNamed.Name", "Feed.Link", "Feed.Text", "Feed.Title", "Footer.WayOutDelegate", "Footer.WhyDelegate",
        "MyDelegate", "MyDelegate.Listed", "Notice.FromCall", "Notice.FromDirectory", "Notice.FromList", "Notice.WhoCouncil", "Notice.WhoText", "OwnAct.Delegate", "OwnAct.Delegate.Listed", "Sure.delegate",
    ];

    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in new[] { "Mails.Texts", "Forms.Texts" })
            {
                foreach (var language in ReaderLanguage.Written)
                {
                    data.Add(file, language);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_text_that_names_a_calendar_is_true_where_it_is_written(string file, string language)
    {
        string[] known = [.. InMicrosoft365, .. ByMail, .. WhereAnswersAreRead, .. OfOwn];
        var unknown = new Texts(file).OfLanguage(CultureInfo.GetCultureInfo(language))
            .Where(text => CalendarWords().IsMatch(Slots().Replace(text.Value, "")) && !known.Any(key => text.Key == key || IsPartOf(text.Key, key)))
            .Select(text => $"{text.Key}: {text.Value}");

        Assert.Empty(unknown);
    }

    /// <summary>
    /// Without calendars nobody knows whether a time is free; with them one knows what they showed. A time that two have agreed on, or that stood when one of them
    /// changed hours or zone, fits nothing that they have stated.
    /// </summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void No_time_is_said_to_be_free_for_both(string file, string language) =>
        Assert.Empty(new Texts(file).OfLanguage(CultureInfo.GetCultureInfo(language))
            .Where(text => FreeForAll().IsMatch(text.Value) && !InMicrosoft365.Any(key => text.Key == key || IsPartOf(text.Key, key))).Select(text => $"{text.Key}: {text.Value}"));

    private static bool IsPartOf(string text, string key) =>
        text.StartsWith(key + ".", StringComparison.Ordinal) && text[(key.Length + 1)..] is "Subject" or "Preview" or "Text" or "Button" or "Title" or "Lead" or "Hint" or "Ask";

    /// <summary>Places in a text are no words.</summary>
    [GeneratedRegex(@"\[\w+\]")]
    private static partial Regex Slots();

    [GeneratedRegex(@"(?i)\b(calendars?|kalendern?|kalenderprogramm|agendas?|calendriers?|calendários?|outlook|teams)\b")]
    private static partial Regex CalendarWords();

    [GeneratedRegex(@"(?i)(free for|frei für|für (beide|alle|sie beide) frei|libres? para|libres? pour|livres? para|both calendars|beide[nr]? kalender|(las|ambas) dos agendas|deux agendas|duas agendas|suits? you both|suit both|fits? the hours|passen zu den zeiten|passt zu den zeiten|horarios que ambos|heures que vous avez tous deux|horários que ambos)")]
    private static partial Regex FreeForAll();
}
