using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>A mail on its turn: what it became, and the rows that say so.</summary>
/// <param name="place">Key of the row that gives it its turn.</param>
/// <param name="row">Null where there is no such mail any more.</param>
internal sealed class QueuedMail(string place, Stored<Mail>? row)
{
    public Stored<Mail>? Row { get; private set; } = row;

    public string Place { get; private set; } = place;

    /// <summary>Whether it stands among those of its reader.</summary>
    public bool IsListed { get; set; }

    /// <summary>A better hour, at which it has its turn again; null: it is handled now.</summary>
    public DateTimeOffset? LaterAt { get; set; }

    /// <summary>In whose letter it stands; null: in its own.</summary>
    public QueuedMail? RidesOn { get; set; }

    public bool IsOpen => Row is { Value.State: MailState.Queued or MailState.Sending };

    /// <summary>Null where it is not wanted any more.</summary>
    public OutgoingMail? Outgoing { get; set; }

    public string? NotWanted { get; set; }

    /// <summary>Its reader pauses.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Null while nothing was handed over.</summary>
    public Delivery? Outcome { get; set; }

    /// <summary>Its letter could not be written, this time or a moment ago: nothing that the service has to do with.</summary>
    public bool IsUnwritten { get; set; }

    /// <summary>It leaves the queue, or its reader pauses: nothing more comes of its own accord.</summary>
    public bool IsSettled => IsHeld || NotWanted is not null || Outcome is { IsOpen: false } || Row is { Value: not null } && !IsOpen;

    /// <summary>As if nobody had tried to hand it over. The row itself is written when something becomes of it.</summary>
    public void SetUnsent() => (Row, IsUnsent) = (new(Row!.Key, Row.Value with { State = MailState.Queued, Along = null }, Row.ETag), true);

    /// <summary>Its row still says that it was handed over.</summary>
    public bool IsUnsent { get; private set; }

    /// <summary>Its row says so no more.</summary>
    public void SetQueued(string etag) => (Row, IsUnsent) = (Row! with { ETag = etag }, false);

    public Mail Sending(DateTimeOffset now) =>
        Row!.Value with { State = MailState.Sending, Attempts = Row.Value.Attempts + 1, At = now, LaterAt = null };

    /// <summary>What may be with the service is asked for at its turn in the queue, whatever hour it waited for before.</summary>
    public IReadOnlyList<Change> IntoQueue() => MovedTo(Row!.Value.QueueKey, Row.Value, Row.Value.InQueue);

    /// <summary>It is noted as such, and stands in the queue.</summary>
    public void SetNoted(Stored<Mail> noted) => (Row, Place) = (noted, noted.Value.QueueKey);

    /// <summary>
    /// Where a mail stays in the queue, nothing changes but that the service has not got it. One that it may have stays
    /// noted as handed over, so that it is asked for first.
    /// </summary>
    public IEnumerable<Change> Conclusion(DateTimeOffset now)
    {
        if (Row is null || !IsOpen)
        {
            return [new Change.Delete(Place), .. Unlisted];
        }

        if (IsHeld)
        {
            return HeldMails.Hold(Row, Place, now);
        }

        if (LaterAt is not null)
        {
            return Wait();
        }

        if (RidesOn is not null && Outcome is { IsOpen: true })
        {
            return [];
        }

        var (state, reason) = (Outcome, NotWanted) switch
        {
            (null, { } why) => (MailState.Dropped, why),
            ({ Kind: DeliveryKind.Taken }, _) => (MailState.Sent, null),
            ({ Kind: DeliveryKind.Refused } outcome, _) => (MailState.Refused, outcome.Reason),
            ({ Kind: DeliveryKind.Unknown } outcome, _) => (MailState.Unknown, outcome.Reason),
            ({ Kind: DeliveryKind.Unheard }, _) => (MailState.Sending, null),
            _ => (MailState.Queued, null),
        };
        if (state is MailState.Queued or MailState.Sending)
        {
            var open = Row.Value with { State = state };
            if (IsUnwritten && !open.WasUnwrittenAt(now))
            {
                open = open with { Unwritten = open.Unwritten + 1, At = now };
            }

            return open == Row.Value ? [] : [Row.Replace(open)];
        }

        var concluded = Row.Value with { State = state, Reason = reason, At = now };
        return
        [
            Row.Replace(concluded), new Change.Delete(Place), .. Unlisted,
            .. concluded.HasFailed ? [FailedMails.Mark(concluded.Name)] : Array.Empty<Change>(),
        ];
    }

    private IEnumerable<Change> Unlisted => IsListed ? [new Change.Delete(Row!.Value.OfReaderKey)] : [];

    private IReadOnlyList<Change> Wait()
    {
        var waiting = Row!.Value with { LaterAt = LaterAt };
        return waiting.LaterKey == Place ? [] : [Row.Replace(waiting), .. MovedTo(waiting.LaterKey, waiting, waiting.InLater)];
    }

    private IReadOnlyList<Change> MovedTo(string place, Mail mail, Change.Insert there) =>
        place == Place ? [] : [new Change.Delete(Place), there, .. IsListed ? [mail.PlacedAt(place)] : Array.Empty<Change>()];
}
