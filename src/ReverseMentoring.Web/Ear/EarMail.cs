using System.Globalization;
using System.Net;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails;

namespace ReverseMentoring.Web.Ear;

/// <summary>
/// Hands a message to the mail service at once, past the queue: no row and no log has a word of it, and no list shows that there
/// was one. It says nothing of who wrote unless they wanted it to.
/// </summary>
internal sealed class EarMail(IMailTransport transport, SenderAddress sender, MailStop stop, EarLimit limit, IRandomSource random)
{
    public async Task<EarOutcome> HandOver(LinkContext context, Contact contact, string message, bool named, CancellationToken cancel)
    {
        if (await stop.Stands(cancel))
        {
            return EarOutcome.Stopped;
        }

        if (!limit.Takes($"{context.Cohort.Id}.{context.Person.Id}"))
        {
            return EarOutcome.TooMany;
        }

        try
        {
            var became = await transport.Send([Write(context, contact, message, named)], cancel);
            return became is [{ Kind: DeliveryKind.Taken }] ? EarOutcome.Arrived : EarOutcome.Failed;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException)
        {
            return EarOutcome.Failed;
        }
    }

    private OutgoingMail Write(LinkContext context, Contact contact, string message, bool named)
    {
        var culture = ReaderLanguage.Find(contact.Language) ?? ReaderLanguage.LanguageOf(context.Cohort);
        var localizer = new Localizer(LinkAuthorizer.Texts, culture, context.Cohort.Zone);
        var (person, cohort) = (context.Person, context.Cohort.Settings.Name);
        var above = localizer.Say("Ear.Mail.Above", ("cohort", cohort));
        var below = named
            ? localizer.Say("Ear.Mail.Named", ("name", person.Name), ("address", person.Email))
            : localizer.Say("Ear.Mail.Unnamed");
        return new(
            OutgoingMail.IdOf(context.Cohort.Id, $"ear.{Names.Draw(random)}"), new(contact.Email, contact.Name), localizer.Say("Ear.Mail.Subject", ("cohort", cohort)),
            $"{above}\n\n{message}\n\n{below}\n",
            $"<p>{Html(above)}</p><blockquote>{Html(message)}</blockquote><p>{Html(below)}</p>")
        {
            Cohort = context.Cohort.Id,
            From = new(sender.Address, cohort),
            ReplyTo = named ? new(person.Email, person.Name) : null,
        };
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
