using System.Globalization;
using Azure;
using Azure.Communication.Email;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Functions.Mail.CommunicationServices;

/// <summary>
/// Hands mails to Azure Communication Services. A mail goes under the UUID of its id; the service does not promise to
/// take such an operation once, so a mail of which nothing was heard is asked for before it is sent again.
/// </summary>
public sealed class CommunicationMail(EmailClient client, Bounces bounces, TimeProvider clock) : IMailTransport
{
    /// <summary>Where the service names no pause.</summary>
    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(1);

    /// <summary>The client has waited as long as it does, and gives up like somebody who was told to.</summary>
    private static Delivery NoAnswer => new(DeliveryKind.Unheard, UsualPause);

    /// <summary>A batch of 25 at a second each, and one that runs into the client's timeout of 100.</summary>
    public TimeSpan MayBeUnderWay => TimeSpan.FromMinutes(3);

    public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        await bounces.Expect(
            mails.Where(mail => mail is { Cohort: not null, About: not null }).Select(mail => (mail.Cohort!.Value, mail.About!.Name)), cancel);
        var outcomes = new List<Delivery>(mails.Count);
        foreach (var mail in mails)
        {
            outcomes.Add(outcomes is [.., { IsOpen: true } closed] ? closed with { Kind = DeliveryKind.Later } : await Send(mail, cancel));
        }

        return outcomes;
    }

    public async Task<Delivery> Ask(string id, CancellationToken cancel)
    {
        var operation = new EmailSendOperation(Bounces.MessageOf(id).ToString(), client);
        try
        {
            await operation.UpdateStatusAsync(cancel);
            return operation is { HasCompleted: true, HasValue: false } ? new(DeliveryKind.Refused, Reason: "failed") : Delivery.Taken;
        }
        catch (RequestFailedException failure) when (failure.Status is 404)
        {
            // The service knows of no such mail: it never came.
            return new(DeliveryKind.NotSeen);
        }
        catch (RequestFailedException failure) when (failure.Status is 200)
        {
            // The question was answered, and the answer is that the sending failed.
            return new(DeliveryKind.Refused, Reason: failure.ErrorCode ?? "failed");
        }
        catch (RequestFailedException failure) when (failure.Status is 0 or 408 or 429 or >= 500)
        {
            return new(DeliveryKind.Unheard, PauseAfter(failure), failure.ErrorCode);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return NoAnswer;
        }
    }

    private async Task<Delivery> Send(OutgoingMail mail, CancellationToken cancel)
    {
        try
        {
            await client.SendAsync(WaitUntil.Started, EmailComposer.Compose(mail), Bounces.MessageOf(mail.Id), cancel);
            return Delivery.Taken;
        }
        catch (RequestFailedException failure) when (failure.Status is 429)
        {
            return new(DeliveryKind.Later, PauseAfter(failure), failure.ErrorCode);
        }
        catch (RequestFailedException failure) when (IsOfThisMail(failure))
        {
            return new(DeliveryKind.Refused, Reason: failure.ErrorCode ?? failure.Status.ToString(CultureInfo.InvariantCulture));
        }
        catch (RequestFailedException failure) when (failure.Status is 0 or 408 or 409 or >= 500)
        {
            // 409: an earlier request for it is still under way (https://learn.microsoft.com/rest/api/communication/repeatable-requests).
            // It may have been taken all the same, and not be known by its operation yet.
            return await Ask(mail.Id, cancel) is { Kind: not DeliveryKind.NotSeen } known ? known : new(DeliveryKind.Unheard, PauseAfter(failure), failure.ErrorCode);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Not asked for now: that may take as long again, and whoever waits for this round would take it for dead.
            return NoAnswer;
        }
    }

    /// <summary>Bad address, suppressed reader, too large. A sender or domain that is not set up is no fault of the mail's, and is thrown.</summary>
    private static bool IsOfThisMail(RequestFailedException failure) =>
        failure.Status is 400 or 413 or 422
        && failure.ErrorCode?.Contains("Sender", StringComparison.OrdinalIgnoreCase) is not true
        && failure.ErrorCode?.Contains("Domain", StringComparison.OrdinalIgnoreCase) is not true;

    private TimeSpan PauseAfter(RequestFailedException failure) => Pause(failure) is { } pause && pause > TimeSpan.Zero ? pause : UsualPause;

    /// <summary><c>Retry-After</c>, in seconds or as a date.</summary>
    private TimeSpan? Pause(RequestFailedException failure) =>
        failure.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) is not true ? null
        : int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - clock.GetUtcNow()
        : null;
}
