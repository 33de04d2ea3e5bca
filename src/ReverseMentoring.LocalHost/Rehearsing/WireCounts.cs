using System.Collections.Concurrent;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Counts what goes over the wire, apart from what the product itself counts: so that the two can be compared.</summary>
public sealed class WireCounts
{
    /// <summary>By the name that a mail service would know them by, a third of the memory.</summary>
    private readonly ConcurrentDictionary<Guid, byte> seen = new();
    private readonly ConcurrentQueue<WiredMail> mails = new();
    private int answers;
    private int twice;

    public int MailsSent => seen.Count;

    /// <summary>Mails that were handed over although they had been before.</summary>
    public int MailsTwice => twice;

    public int Answers => answers;

    /// <summary>Each mail once, as it went.</summary>
    public IReadOnlyCollection<WiredMail> Mails => mails;

    public bool Has(string mail) => seen.ContainsKey(Bounces.MessageOf(mail));

    public void Sent(IEnumerable<OutgoingMail> sent, DateTimeOffset now)
    {
        foreach (var mail in sent)
        {
            if (!seen.TryAdd(Bounces.MessageOf(mail.Id), 0))
            {
                Interlocked.Increment(ref twice);
            }
            else if (mail.About is { } about)
            {
                mails.Enqueue(new(now, about.Person, about.ToDelegate, about.Kind));
            }
        }
    }

    public void Answered() => Interlocked.Increment(ref answers);
}

/// <summary>That a mail went, without what it says.</summary>
/// <param name="Person">Whose it is; null: the manager's.</param>
/// <param name="ToDelegate">It went to whoever keeps the person's calendar.</param>
public readonly record struct WiredMail(DateTimeOffset At, PersonId? Person, bool ToDelegate, MailKind Kind);
