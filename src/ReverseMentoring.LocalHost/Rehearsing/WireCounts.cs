using System.Collections.Concurrent;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Counts what goes over the wire, apart from what the product itself counts: so that the two can be compared.</summary>
public sealed class WireCounts
{
    /// <summary>By the name that a mail service would know them by, a third of the memory.</summary>
    private readonly ConcurrentDictionary<Guid, byte> seen = new();
    private int answers;
    private int twice;

    public int MailsSent => seen.Count;

    /// <summary>Mails that were handed over although they had been before.</summary>
    public int MailsTwice => twice;

    public int Answers => answers;

    public bool Has(string mail) => seen.ContainsKey(Bounces.MessageOf(mail));

    public void Sent(IEnumerable<OutgoingMail> mails)
    {
        foreach (var mail in mails)
        {
            if (!seen.TryAdd(Bounces.MessageOf(mail.Id), 0))
            {
                Interlocked.Increment(ref twice);
            }
        }
    }

    public void Answered() => Interlocked.Increment(ref answers);
}
