namespace ReverseMentoring.Core.Mailing;

/// <summary>What goes to one reader at one time: one mail, and those that stand below it.</summary>
/// <param name="Lead">By its id the mail service knows the letter.</param>
internal sealed record Letter(QueuedMail Lead, IReadOnlyList<QueuedMail> Along)
{
    /// <summary>When its reader was written to before; null: this letter doesn't count among those that they get.</summary>
    public MailDays? Days { get; set; }

    public IEnumerable<QueuedMail> All => Along.Prepend(Lead);

    /// <summary>It is written, and goes now.</summary>
    public bool IsToGo => Lead is { Outgoing: not null, Outcome: null };

    /// <summary>Who reads it has another letter now.</summary>
    public void Follow(Letter gone, DateTimeOffset now)
    {
        if (gone is { Days: not null, Lead.Outcome.IsOpen: false } && Lead.Row!.Value.Reader == gone.Lead.Row!.Value.Reader)
        {
            Days = Days?.Plus(now, 1);
        }
    }

    /// <summary>What became of the letter became of all in it.</summary>
    public void Conclude(Delivery outcome)
    {
        Lead.Outcome = outcome;
        foreach (var mail in Along)
        {
            mail.Outcome = outcome;
            mail.RidesOn = Lead;
        }
    }
}
