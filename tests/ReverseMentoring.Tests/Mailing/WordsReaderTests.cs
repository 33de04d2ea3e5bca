using System.Text;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Tests.Serving;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>Humans, notices of absence and reports of failure in five languages: told apart by headers and parts, whatever the words.</summary>
public sealed class WordsReaderTests
{
    private const string Mail = "spring.invitation.ana";

    [Theory]
    [InlineData("I'd rather meet in May. Out of office next week, by the way.")]
    [InlineData("Lieber erst im Mai. Nächste Woche bin ich nicht im Büro.")]
    [InlineData("Prefiero en mayo. La próxima semana estoy fuera de la oficina.")]
    [InlineData("Plutôt en mai. Je suis absente la semaine prochaine.")]
    [InlineData("Prefiro em maio. Na próxima semana estou fora do escritório.")]
    public void What_a_human_wrote_is_read_in_plain_text_and_html(string words)
    {
        Assert.Equal((Mail, "ana@example.org", words), Told(Read(Reports.Answer(Mail, "ana@example.org", words))));
        var html = $"<html><head><style>p {{ color: red }}</style></head><body><div>{System.Net.WebUtility.HtmlEncode(words)}</div><blockquote>What you wrote, with a link</blockquote></body></html>";
        Assert.Equal((Mail, "ana@example.org", words), Told(Read(Reports.Answer(Mail, "ana@example.org", html, type: "text/html"))));
    }

    [Fact]
    public void What_is_quoted_is_left_out() => Assert.Equal(
        "Yes, gladly.\n\nAna wrote:", Read(Reports.Answer(Mail, "ana@example.org", "Yes, gladly.\n\nAna wrote:\n> Hello\n> https://example.org/f/secret"))!.Text);

    [Theory]
    [InlineData("Automatic reply: An invitation", "I am out of the office.", "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\n")]
    [InlineData("Automatische Antwort: Eine Einladung", "Ich bin nicht im Haus.", "Auto-Submitted: auto-replied\n")]
    [InlineData("Respuesta automatica", "Estoy fuera de la oficina.", "Precedence: bulk\nX-Autoreply: yes\n")]
    [InlineData("Reponse automatique", "Je suis absent.", "X-Autorespond: yes\n")]
    [InlineData("Resposta automatica", "Estou fora.", "Return-Path: <>\n")]
    [InlineData("Re: An invitation", "A human's words, sent on by a list.", "List-Id: <all.example.org>\n")]
    public void A_notice_of_absence_is_no_answer(string subject, string words, string headers) =>
        Assert.Null(Read(Reports.Answer(Mail, "ana@example.org", words, headers.ReplaceLineEndings("\r\n"), subject: subject)));

    [Theory]
    [InlineData("Undelivered Mail Returned to Sender", "This is the mail system. I'm sorry.")]
    [InlineData("Unzustellbar: Eine Einladung", "Diese Nachricht konnte nicht zugestellt werden.")]
    [InlineData("No se puede entregar", "No se pudo entregar el mensaje.")]
    [InlineData("Non remis", "Votre message n'a pas pu etre remis.")]
    [InlineData("Nao entregue", "A mensagem nao foi entregue.")]
    public void A_report_of_failure_is_no_answer_and_names_its_mail_in_any_language(string subject, string words)
    {
        var report = Reports.Of(Mail).Replace("Undelivered Mail Returned to Sender", subject, StringComparison.Ordinal).Replace("This is the mail system. I'm sorry.", words, StringComparison.Ordinal);

        Assert.Null(Read(report));
        Assert.Equal(new ReturnedMail(Mail, "no-such-address"), new DeliveryReport().Read(Stream(report)));
    }

    [Fact]
    public void What_answers_no_mail_has_no_words_or_is_an_answer_of_a_calendar_program_is_not_passed_on()
    {
        Assert.Null(Read(Reports.Words("Hello")));
        Assert.Null(Read(Reports.Answer(Mail, "ana@example.org", "> only what was quoted")));
        Assert.Null(Read(Sessions.CalendarReplyTests.Reply("ana@example.org", "spring.p-1@here", 2, "REPLY", "DECLINED", more: $"In-Reply-To: <{Mail}@example.org>\r\n")));
    }

    private static (string, string, string)? Told(WrittenAnswer? answer) => answer is null ? null : (answer.MailId, answer.From, answer.Text);

    private static WrittenAnswer? Read(string message) => new WordsReader().Read(Stream(message));

    private static MemoryStream Stream(string message) => new(Encoding.Latin1.GetBytes(message));
}
