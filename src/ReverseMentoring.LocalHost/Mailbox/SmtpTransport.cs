using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ReverseMentoring.Core.Mails;
using CoreMail = ReverseMentoring.Core.Mails;

namespace ReverseMentoring.LocalHost.Mailbox;

/// <summary>
/// Hands mails to a mail server. SMTP can't be asked what became of a mail: one whose outcome was not heard is recorded
/// as unknown and not sent again by itself. The message id is the mail's own, so that a reader's program knows a doubled one.
/// </summary>
public sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    public bool TakesOnce => false;

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(new Delivery(DeliveryKind.Unknown, Reason: "smtp-cannot-tell"));

    public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        var outcomes = new List<Delivery>(mails.Count);
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.User is not null,
            Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
        };
        foreach (var mail in mails)
        {
            // Where the line breaks, the others were not handed over: a server that hangs up on all costs one mail and no more.
            outcomes.Add(outcomes is [.., { Kind: DeliveryKind.Unheard } broken] ? broken with { Kind = DeliveryKind.Later } : await Send(client, mail, cancel));
        }

        return outcomes;
    }

    private static async Task<Delivery> Send(SmtpClient client, OutgoingMail mail, CancellationToken cancel)
    {
        try
        {
            using var message = Compose(mail);
            await client.SendMailAsync(message, cancel);
            return Delivery.Taken;
        }
        catch (SmtpFailedRecipientException refused) when (IsPermanent(refused.StatusCode))
        {
            return new(DeliveryKind.Refused, Reason: refused.StatusCode.ToString());
        }
        catch (SmtpException refused) when (IsPermanent(refused.StatusCode))
        {
            return new(DeliveryKind.Refused, Reason: refused.StatusCode.ToString());
        }
        catch (SmtpException broken) when (broken is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: IOException })
        {
            // The line broke when the server had perhaps taken it.
            return new(DeliveryKind.Unheard, TimeSpan.FromMinutes(5), "connection-lost");
        }
        catch (SmtpException failed)
        {
            return new(DeliveryKind.Later, TimeSpan.FromMinutes(5), failed.StatusCode.ToString());
        }
    }

    /// <summary>A reply of the 500s; what SmtpClient calls a general failure is a connection that did not come about.</summary>
    private static bool IsPermanent(SmtpStatusCode status) => (int)status is >= 500 and < 600;

    private static MailMessage Compose(OutgoingMail mail)
    {
        var message = new MailMessage(Address(mail.From), Address(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id}@{message.From!.Host}>");
        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Add(name, value);
        }

        if (mail.ReplyTo is { } reply)
        {
            message.ReplyToList.Add(Address(reply));
        }

        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (mail.Calendar is { } calendar)
        {
            var type = new ContentType("text/calendar") { CharSet = "utf-8" };
            type.Parameters.Add("method", calendar.Method);
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(calendar.Content, type));
        }

        return message;
    }

    private static System.Net.Mail.MailAddress Address(CoreMail.MailAddress address) => new(address.Address, address.Name, Encoding.UTF8);
}
