using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.LocalHost.Pages;
using ReverseMentoring.LocalHost.Time;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>
/// Simulated participants: each reads their mails some time after they came, follows the link and sends the form, as
/// people would.
/// </summary>
public sealed class SimulatedPeople(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour, SimulatedBrowser simulatedBrowser, SimulatedMemory memory, LinkSigner links) : IActor, IOtherPeople
{
    /// <summary>People act at multiples of this, so that those who act at the same moment can do so side by side.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(30);

    private readonly PriorityQueue<SimulatedTask, (DateTimeOffset At, string Id)> agenda = new();
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
        foreach (var task in mails.SelectMany(mail => memory.Remember(SimulatedTask.FromLetter(mail, links.Verify), mail)).Where(task => task.IsTaken(seededRandom, simulatedBehaviour)))
        {
            var at = OnBeat(task.At(now, seededRandom, simulatedBehaviour));
            lock (one)
            {
                agenda.Enqueue(task, (at, task.MailId));
            }
        }
    }

    public async Task Act(DateTimeOffset now, CancellationToken cancel)
    {
        var due = new List<SimulatedTask>();
        lock (one)
        {
            while (agenda.TryPeek(out var simulatedTask, out var first) && first.At <= now)
            {
                due.Add(simulatedTask);
                agenda.Dequeue();
            }
        }

        await Parallel.ForEachAsync(
            InTurn(due), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount * 2, CancellationToken = cancel },
            async (turns, stop) =>
            {
                foreach (var simulatedTask in turns)
                {
                    await simulatedBrowser.Visit(simulatedTask, stop);
                }
            });
    }

    /// <summary>
    /// An answer changes nothing but itself, so people answer side by side, each one mail after the other. Who moves a
    /// session or leaves changes what others see: they come one after the other, or the quicker thread would decide.
    /// </summary>
    private static IEnumerable<IEnumerable<SimulatedTask>> InTurn(IReadOnlyList<SimulatedTask> due)
    {
        var movers = due.Where(simulatedTask => simulatedTask.Kind is not SimulatedTaskKind.Answer).Select(simulatedTask => simulatedTask.Person).ToHashSet(StringComparer.Ordinal);
        return due.GroupBy(simulatedTask => movers.Contains(simulatedTask.Person) ? "" : simulatedTask.Person);
    }

    private static DateTimeOffset OnBeat(DateTimeOffset moment) =>
        new((moment.UtcTicks + Beat.Ticks - 1) / Beat.Ticks * Beat.Ticks, TimeSpan.Zero);
}
