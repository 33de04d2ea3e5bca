using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Mails;

/// <summary>
/// What somebody wrote in answer to a mail, handed on to the programme manager at once: no row and no log has a word of it. All links are cut out,
/// whoever they lead to, and of the mail with a code the code too: what is left opens nothing. People write from other addresses than the one that
/// is listed; then it is said which, and to whom the mail had gone.
/// </summary>
internal sealed partial class WrittenAnswers(IStore store, IMailTransport transport, SenderAddress sender, MailStop stop, ILogger<WrittenAnswers> log) : IWrittenAnswers
{
    public async Task<bool> PassOn(WrittenAnswer answer, CancellationToken cancel)
    {
        if (await stop.Stands(cancel))
        {
            return false;
        }

        if (answer.MailId.Split('.', 2) is not [var id, var name] || !CohortIds.IsOne(id) || !Names.IsOne(name)
            || await store.ReadCohort(new CohortId(id), cancel) is not { } cohort || await Find(cohort, name, cancel) is not (var person, var mail))
        {
            return true;
        }

        return (await transport.Send([Write(cohort, person, mail, answer)], cancel))[0].Kind switch
        {
            DeliveryKind.Later => false,
            DeliveryKind.Taken => true,
            var kind => Lost(kind),
        };
    }

    /// <returns>Whose mail it was, a participant's or of somebody who would like to be one; null: nobody's who is known here.</returns>
    private async Task<(Person Person, Mail Mail)?> Find(Cohort cohort, string name, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort.Id);
        if (await store.Read<Mail>(partition, Rows.Mail + name, cancel) is not { Value: { Person: { } id } mail })
        {
            return null;
        }

        var person = (await store.Read<Person>(partition, Rows.Person + id, cancel))?.Value ?? (await store.Read<Applicant>(partition, Applicant.KeyOf(id), cancel))?.Value.Person;
        return person is { Email.Length: > 0 } ? (person, mail) : null;
    }

    private OutgoingMail Write(Cohort cohort, Person person, Mail mail, WrittenAnswer answer)
    {
        var manager = cohort.Settings.Contacts.Manager;
        var localizer = new Localizer(MailRenderer.Texts, ReaderLanguage.Find(manager.Language) ?? ReaderLanguage.LanguageOf(cohort), cohort.Zone);
        var isTheirs = !mail.ToDelegate && answer.From.Equals(person.Email, StringComparison.OrdinalIgnoreCase);
        var from = isTheirs ? new MailAddress(person.Email, person.Name) : new MailAddress(answer.From, answer.From);
        var isOther = !isTheirs && !(mail.ToDelegate && answer.From.Equals(person.ConfirmedDelegate, StringComparison.OrdinalIgnoreCase));
        var text = Cut(answer.Text, localizer, mail);
        var (above, below) = (localizer.Say(isOther ? "Answered.Elsewhere" : "Answered.Above", ("name", from.Name), ("person", person.Name), ("cohort", cohort.Settings.Name)), localizer.Say("Answered.Below", ("address", from.Address)));
        return new(
            OutgoingMail.IdOf(cohort.Id, $"answer.{NamedGuid.For($"{answer.MailId} {answer.MessageId}"):n}"), new(manager.Email, manager.Name),
            localizer.Say("Answered.Subject", ("name", from.Name), ("subject", Cut(answer.Subject, localizer, mail).ReplaceLineEndings(" "))),
            $"{above}\n\n{text}\n\n{below}\n",
            $"<p>{Html(above)}</p><blockquote>{Html(text)}</blockquote><p>{Html(below)}</p>")
        {
            Cohort = cohort.Id,
            From = new(sender.Address, cohort.Settings.Name),
            ReplyTo = from,
            Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" },
        };
    }

    private static string Cut(string text, Localizer localizer, Mail mail)
    {
        var cut = PlainText.Clean(Links().Replace(text, localizer.Say("Answered.Cut")));
        return mail.Kind is MailKind.OwnCode ? Codes().Replace(cut, localizer.Say("Answered.Cut")) : cut;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private bool Lost(DeliveryKind kind)
    {
        NotPassedOn(log, kind);
        return true;
    }

    /// <summary>Also within another's: mail filters wrap links in their own. A line's end ends none where the next line goes on as only a link does.</summary>
    [GeneratedRegex(@"(?i)<?\b(?:https?|mailto)(?::|%3A)\S+(?:[ \t]*\n[ \t]*[\w\-.~%/=&+]{30,})*|\bwww\.\S+|\S*/f/\S+|[\w\-.%]{60,}")]
    private static partial Regex Links();

    [GeneratedRegex(@"\b\d{3}[ \u00a0]?\d{3}\b")]
    private static partial Regex Codes();

    [LoggerMessage(118, LogLevel.Warning, "What somebody wrote could not be passed on: {Outcome}")]
    private static partial void NotPassedOn(ILogger log, DeliveryKind outcome);
}
