using System.Collections.Concurrent;
using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Counts what goes over the wire, apart from what the product itself counts: so that the two can be compared.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<string, byte> seen = new(StringComparer.Ordinal);
    private int answers;
    private int twice;

    public int MailsSent => seen.Count;

    /// <summary>Mails that were handed over although they had been before.</summary>
    public int MailsTwice => twice;

    public int Answers => answers;

    public bool Has(string mail) => seen.ContainsKey(mail);

    public void Sent(IEnumerable<OutgoingMail> mails)
    {
        foreach (var mail in mails)
        {
            if (!seen.TryAdd(mail.Id, 0))
            {
                Interlocked.Increment(ref twice);
            }
        }
    }

    public void Answered() => Interlocked.Increment(ref answers);
}
