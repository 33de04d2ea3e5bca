using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Mails;

/// <summary>What texts say of calendars is true for the cohort's way: of both calendars only where they are reached, of answers only where they are heard.</summary>
public sealed class CalendarWordsTests
{
    /// <summary>Said only where calendars are reached.</summary>
    private static readonly string[] Reached = ["Invitations.Calendar", "SessionMoved.InCalendar.", "SessionCancelled.InCalendar.", "Circle.SessionMoved.InCalendar.", "Circle.SessionCancelled.InCalendar."];

    /// <summary>The one place where it is said whether answers of calendar programs are heard.</summary>
    private static readonly string[] Heard = ["Calendar.Answer", "Calendar.NoAnswer"];

    [Theory]
    [InlineData("en", "both calendars|your calendars|free in both|free for (both|all)", "calendar program", "reply to this e?mail, and")]
    [InlineData("de", "beiden? Kalender|Ihren Kalendern", "Kalenderprogramm", "antworten Sie auf diese")]
    [InlineData("es", "(ambas|las dos|sus) agendas|(ambos|los dos|sus) calendarios", "programa de agenda|desde la agenda", "responda a este correo,? y")]
    [InlineData("fr", "(deux|vos) agendas|(deux|vos) calendriers", "(réponse|refus) depuis votre agenda", "répondez à ce message")]
    [InlineData("pt", "(duas|vossas|ambas as|suas) agendas|(dois|ambos os|vossos|seus) calendários", "pelo programa de agenda|recusa na agenda", "responda a esta mensagem, e")]
    public void Texts_say_of_calendars_what_is_true_for_the_way_on_which_they_go(string language, string both, string answers, string reply)
    {
        var texts = new[] { "Mails.Texts", "Forms.Texts" }.SelectMany(file => new Texts(file).OfLanguage(CultureInfo.GetCultureInfo(language))).ToArray();

        var ofBoth = texts.Where(text => Regex.IsMatch(text.Value, both)).Select(text => text.Key).ToArray();
        Assert.Contains("SessionMoved.InCalendar.Text", ofBoth);
        Assert.All(ofBoth, key => Assert.Contains(Reached, one => key.StartsWith(one, StringComparison.Ordinal)));
        var ofAnswers = texts.Where(text => Regex.IsMatch(text.Value, answers)).Select(text => text.Key).ToArray();
        Assert.Contains("Calendar.NoAnswer", ofAnswers);
        Assert.All(ofAnswers, key => Assert.Contains(key, Heard));
        Assert.DoesNotContain(texts, text => Regex.IsMatch(text.Value, reply));
    }
}
