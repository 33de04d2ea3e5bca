using System.Net;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>Brings mails to the house, which promises no more than Communication Services does: it may take a mail, and not say so.</summary>
internal sealed class HouseMail(Uri house) : IMailTransport, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = house, Timeout = TimeSpan.FromSeconds(5) };

    public TimeSpan MayBeUnderWay => TimeSpan.FromSeconds(12);

    public void Dispose() => http.Dispose();

    public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        var outcomes = new List<Delivery>(mails.Count);
        foreach (var mail in mails)
        {
            outcomes.Add(outcomes is [.., { IsOpen: true }] ? new(DeliveryKind.Later, Pause) : await Send(mail, cancel));
        }

        return outcomes;
    }

    public async Task<Delivery> Ask(string id, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(id, UriKind.Relative), cancel);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => Delivery.Taken,
                HttpStatusCode.NotFound => new(DeliveryKind.NotSeen),
                _ => new(DeliveryKind.Unheard, Pause),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return new(DeliveryKind.Unheard, Pause);
        }
    }

    private async Task<Delivery> Send(OutgoingMail mail, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.PostAsync(new Uri(mail.Id, UriKind.Relative), new StringContent(mail.Subject), cancel);
            return answer.IsSuccessStatusCode ? Delivery.Taken : new(DeliveryKind.Unheard, Pause);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return new(DeliveryKind.Unheard, Pause);
        }
    }
}
