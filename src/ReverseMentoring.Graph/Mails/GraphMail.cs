using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Kiota.Abstractions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Graph.Mails;

namespace ReverseMentoring.Graph;

/// <summary>
/// Sends out of the programme's mailbox in Microsoft 365, and leaves no copy there: mails hold links. What became of a mail
/// whose outcome was not heard can't be asked: it is recorded as unknown and not sent again by itself.
/// </summary>
/// <param name="client">One that sends nothing a second time by itself.</param>
/// <param name="mailbox">User principal name of the mailbox.</param>
/// <param name="clock">For pauses that are told as a date.</param>
public sealed class GraphMail(GraphServiceClient client, string mailbox, TimeProvider clock) : IMailLine
{
    /// <summary>Where the service names no pause.</summary>
    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(5);

    /// <summary>For a mailbox that has sent all that it may in a day.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(1);

    /// <summary>
    /// Exchange Online takes 30 messages a minute and 10,000 recipients a day of a mailbox
    /// (https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits#sending-limits-1).
    /// </summary>
    public static MailQuota UsualQuota { get; } = new(30, 400);

    /// <summary>One that runs into the client's timeout of 100 seconds, with room.</summary>
    public TimeSpan MayBeUnderWay => TimeSpan.FromMinutes(3);

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(new Delivery(DeliveryKind.Unknown, Reason: "microsoft-365-cannot-tell"));

    public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel) => this.SendAll(mails, cancel);

    public async IAsyncEnumerable<Delivery> SendEach(IAsyncEnumerable<OutgoingMail> mails, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var mail in mails.WithCancellation(cancel))
        {
            var outcome = await Send(mail, cancel);
            yield return outcome;
            if (outcome.IsOpen)
            {
                // A service that is down costs one mail and no more.
                yield break;
            }
        }
    }

    private async Task<Delivery> Send(OutgoingMail mail, CancellationToken cancel)
    {
        try
        {
            await client.Users[mailbox].SendMail.PostAsync(
                new SendMailPostRequestBody { Message = GraphMessage.Compose(mail), SaveToSentItems = false }, cancellationToken: cancel);
            return Delivery.Taken;
        }
        catch (ApiException answer)
        {
            return Outcome(answer);
        }
        catch (AuthenticationFailedException)
        {
            return new(DeliveryKind.Later, UsualPause, "no-token");
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new(DeliveryKind.Later, UsualPause, "no-connection");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException || failure.InnerException is TimeoutException)
        {
            // The line broke when the service had perhaps taken it.
            return new(DeliveryKind.Unheard, UsualPause, "connection-lost");
        }
    }

    /// <summary>Busy is not taken; failed inside may be taken; what is no fault of the mail's own is tried again.</summary>
    private Delivery Outcome(ApiException answer)
    {
        var code = (answer as ODataError)?.Error?.Code ?? $"{answer.ResponseStatusCode}";
        return (HttpStatusCode)answer.ResponseStatusCode switch
        {
            _ when code is "ErrorExceededMessageLimit" or "ErrorMessageSubmissionBlocked" or "ErrorQuotaExceeded" => new(DeliveryKind.Later, LongPause, code),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new(DeliveryKind.Later, Pause(answer), code),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new(DeliveryKind.Refused, Reason: code),
            >= HttpStatusCode.InternalServerError => new(DeliveryKind.Unheard, Pause(answer), code),
            _ => new(DeliveryKind.Later, UsualPause, code),
        };
    }

    /// <summary><c>Retry-After</c>, in seconds or as a date.</summary>
    private TimeSpan Pause(ApiException answer)
    {
        var told = answer.ResponseHeaders?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        var pause = int.TryParse(told, System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(told, System.Globalization.CultureInfo.InvariantCulture, out var date) ? date - clock.GetUtcNow()
            : UsualPause;
        return pause > TimeSpan.Zero ? pause : UsualPause;
    }
}
