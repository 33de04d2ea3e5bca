using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Looks for mails that came back, where their service tells of them by mail, for answers of calendar programs, and for what people wrote. Where it has looked so far is a row.</summary>
public sealed partial class ReturnedMails(IReportInbox inbox, Bounces bounces, ICalendarReplies replies, IWrittenAnswers words, IStore store, ILogger<ReturnedMails> log)
{
    private const string Partition = "outbox";

    private const string Key = "returned";

    /// <summary>Notes what came back since the last look. A mailbox that can't be read is logged, and looked at again the next time.</summary>
    public async Task Look(CancellationToken cancel = default)
    {
        try
        {
            while (await LookOn(cancel))
            {
            }
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotRead(log, FailureTrail.Describe(failure));
        }
    }

    /// <returns>Whether there is more.</returns>
    private async Task<bool> LookOn(CancellationToken cancel)
    {
        var before = await store.Read<Place>(Partition, Key, cancel);
        var page = await inbox.Read(before?.Value.After, cancel);
        foreach (var failure in page.Failures)
        {
            await bounces.Record(failure.MailId, failure.Reason, cancel);
        }

        foreach (var reply in page.Replies)
        {
            await replies.Hear(reply, cancel);
        }

        foreach (var answer in page.Words)
        {
            if (!await words.PassOn(answer, cancel))
            {
                // The page is read again the next time. What was passed on before goes again as the same message, which mail programs know.
                return false;
            }
        }

        if (page.Next is null || page.Next == before?.Value.After)
        {
            return false;
        }

        // Whoever looked at the same time has noted the same.
        await store.Write(Partition, [new Change.Put(Key, StoredJson.Write(new Place(page.Next)))], cancel);
        Found(log, page.Failures.Count);
        return page.IsMore;
    }

    [LoggerMessage(114, LogLevel.Warning, "The mailbox that mails come back to can't be read: {Trail}")]
    private static partial void NotRead(ILogger log, string trail);

    [LoggerMessage(115, LogLevel.Information, "{Count} mails came back")]
    private static partial void Found(ILogger log, int count);

    /// <param name="After">As the mailbox calls it.</param>
    [Kept(Key, KeptFor.Running, ReadBy.Nobody, KeptUntil.Stays)]
    private sealed record Place(string After);
}
