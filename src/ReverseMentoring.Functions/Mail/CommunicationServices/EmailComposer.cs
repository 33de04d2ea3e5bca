using Azure.Communication.Email;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Functions.Mail.CommunicationServices;

/// <summary>A mail as the service wants it. The name beside the sender's address is set at the domain, not here.</summary>
internal static class EmailComposer
{
    public static EmailMessage Compose(OutgoingMail mail)
    {
        var content = new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html };
        var message = new EmailMessage(mail.From.Address, new EmailRecipients([Address(mail.To)]), content)
        {
            UserEngagementTrackingDisabled = true,
        };
        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Add(name, value);
        }

        if (mail.ReplyTo is { } reply)
        {
            message.ReplyTo.Add(Address(reply));
        }

        foreach (var calendar in mail.Calendars)
        {
            message.Attachments.Add(new(
                calendar.FileName, calendar.ContentType, BinaryData.FromString(calendar.Content)));
        }

        return message;
    }

    private static EmailAddress Address(MailAddress address) => new(address.Address, address.Name);
}
