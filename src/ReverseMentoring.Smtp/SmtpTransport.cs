using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Smtp;

/// <summary>
/// Hands mails to a mail server, over an encrypted line unless that was switched off by name. SMTP can't be asked what
/// became of a mail: one whose outcome was not heard is recorded as unknown and not sent again by itself. The message id is
/// the mail's own, and the same when a manager sends it again, so that a reader's program knows a doubled one.
/// </summary>
public sealed class SmtpTransport(SmtpSettings settings, TimeProvider clock) : IMailLine
{
    /// <summary>Where encryption begins with the first byte, by its number at IANA.</summary>
    private const int Submissions = 465;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Instead of the machine's own authorities.</summary>
    internal RemoteCertificateValidationCallback? Trusts { get; init; }

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(new Delivery(DeliveryKind.Unknown, Reason: "smtp-cannot-tell"));

    public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel) => this.SendAll(mails, cancel);

    public async IAsyncEnumerable<Delivery> SendEach(IAsyncEnumerable<OutgoingMail> mails, [EnumeratorCancellation] CancellationToken cancel)
    {
        // A company's own authority often has no list of revoked certificates that could be reached; then nothing would go.
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trusts };
        if (await Refusal(client, cancel) is { } reason)
        {
            yield return new(DeliveryKind.Later, Pause, reason);
            yield break;
        }

        await foreach (var mail in mails.WithCancellation(cancel))
        {
            var outcome = await Send(client, mail, cancel);
            yield return outcome;
            if (outcome.Kind is DeliveryKind.Unheard)
            {
                // A server that hangs up on all costs one mail and no more.
                yield break;
            }
        }

        if (client.IsConnected)
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
    }

    internal static SecureSocketOptions Security(SmtpSettings settings) => settings switch
    {
        { Insecure: true } => SecureSocketOptions.None,
        { Port: Submissions } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <returns>Why there is no line to the server, or null.</returns>
    private async Task<string?> Refusal(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings), cancel);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
            }

            return null;
        }
        catch (SslHandshakeException)
        {
            return "certificate-not-trusted";
        }
        catch (NotSupportedException) when (!client.IsConnected || !client.IsSecure)
        {
            return "no-tls";
        }
        catch (Exception failure) when (failure is AuthenticationException or NotSupportedException)
        {
            return "login-refused";
        }
        catch (Exception failure) when (failure is SocketException or IOException or TimeoutException or ProtocolException or CommandException)
        {
            return "no-connection";
        }
    }

    private async Task<Delivery> Send(SmtpClient client, OutgoingMail mail, CancellationToken cancel)
    {
        try
        {
            using var message = MimeMail.Compose(mail, clock.GetUtcNow());
            await client.SendAsync(message, cancel);
            return Delivery.Taken;
        }
        catch (SmtpCommandException answer)
        {
            return (int)answer.StatusCode >= 500
                ? new(DeliveryKind.Refused, Reason: answer.StatusCode.ToString())
                : new(DeliveryKind.Later, Pause, answer.StatusCode.ToString());
        }
        catch (Exception failure) when (failure is IOException or SocketException or TimeoutException or SmtpProtocolException)
        {
            // The line broke when the server had perhaps taken it.
            return new(DeliveryKind.Unheard, Pause, "connection-lost");
        }
        catch (FormatException)
        {
            return new(DeliveryKind.Refused, Reason: "no-address");
        }
        catch (ServiceNotConnectedException)
        {
            return new(DeliveryKind.Later, Pause, "connection-lost");
        }
    }
}
