using ReverseMentoring.Core.Mails;
using ReverseMentoring.LocalHost.Time;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>
/// Simulated participants: each reads their mails some time after they came, follows the link and sends the form, as
/// people would.
/// </summary>
public sealed class Crowd(Chance chance, Habits habits, Visitor visitor) : IActor
{
    /// <summary>People act at multiples of this, so that those who act at the same moment can do so side by side.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(30);

    private readonly PriorityQueue<Errand, (DateTimeOffset At, string Id)> agenda = new();
    private readonly Lock one = new();

    /// <summary>Off: people read nothing more by themselves.</summary>
    public bool Attentive { get; set; } = true;

    public DateTimeOffset? NextAt
    {
        get
        {
            lock (one)
            {
                return Attentive && agenda.TryPeek(out _, out var first) ? first.At : null;
            }
        }
    }

    /// <summary>Puts mails on people's agendas: when, if at all, they will deal with each.</summary>
    public void Receive(IReadOnlyList<OutgoingMail> mails, DateTimeOffset now)
    {
        foreach (var mail in mails)
        {
            if (Errand.Of(mail) is { } errand && errand.IsTaken(chance, habits))
            {
                var at = OnBeat(now + errand.Delay(chance, habits));
                lock (one)
                {
                    agenda.Enqueue(errand, (at, mail.Id));
                }
            }
        }
    }

    public async Task Act(DateTimeOffset now, CancellationToken cancel)
    {
        var due = new List<Errand>();
        lock (one)
        {
            while (agenda.TryPeek(out var errand, out var first) && first.At <= now)
            {
                due.Add(errand);
                agenda.Dequeue();
            }
        }

        await Parallel.ForEachAsync(
            InTurn(due), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount * 2, CancellationToken = cancel },
            async (turns, stop) =>
            {
                foreach (var errand in turns)
                {
                    await visitor.Visit(errand, stop);
                }
            });
    }

    /// <summary>
    /// An answer changes nothing but itself, so people answer side by side, each one mail after the other. Who moves a
    /// session or leaves changes what others see: they come one after the other, or the quicker thread would decide.
    /// </summary>
    private static IEnumerable<IEnumerable<Errand>> InTurn(IReadOnlyList<Errand> due)
    {
        var movers = due.Where(errand => errand.Kind is not ErrandKind.Answer).Select(errand => errand.Person).ToHashSet(StringComparer.Ordinal);
        return due.GroupBy(errand => movers.Contains(errand.Person) ? "" : errand.Person);
    }

    private static DateTimeOffset OnBeat(DateTimeOffset moment) =>
        new((moment.UtcTicks + Beat.Ticks - 1) / Beat.Ticks * Beat.Ticks, TimeSpan.Zero);
}
