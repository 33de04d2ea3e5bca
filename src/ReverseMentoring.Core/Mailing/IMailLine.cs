namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// A service that can't be asked what became of a mail. It gets one at a time, which is noted when its turn has come and concluded before
/// the next: whoever stops on the way leaves one mail of which nobody knows, and no more.
/// </summary>
public interface IMailLine : IMailTransport
{
    /// <summary>Hands mails over, one after the other.</summary>
    /// <param name="mails">Each is asked for when it can be handed over, and not before.</param>
    /// <param name="cancel">Cancels between two.</param>
    /// <returns>What became of each, in order. Where the service takes no more now it says so of one, and nothing of those behind it.</returns>
    IAsyncEnumerable<Delivery> SendEach(IAsyncEnumerable<OutgoingMail> mails, CancellationToken cancel);
}

public static class MailLines
{
    /// <summary>All of them, by who notes nothing between two.</summary>
    public static async Task<IReadOnlyList<Delivery>> SendAll(this IMailLine line, IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        var outcomes = mails.Count == 0 ? [] : await line.SendEach(mails.ToAsyncEnumerable(), cancel).ToListAsync(cancel);
        return [.. outcomes, .. Enumerable.Repeat(outcomes.LastOrDefault()?.OfOthers, mails.Count - outcomes.Count).OfType<Delivery>()];
    }
}
