using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>The programme's mailbox in a rehearsal: what simulated people's calendar programs answer comes to it as they write it.</summary>
public sealed class SimulatedInbox : IReportInbox
{
    private readonly List<string> messages = [];
    private readonly Lock one = new();

    /// <summary>How many came.</summary>
    public int Count
    {
        get
        {
            lock (one)
            {
                return messages.Count;
            }
        }
    }

    public void Receive(string answer)
    {
        lock (one)
        {
            messages.Add(answer);
        }
    }

    public Task<ReportPage> Read(string? after, CancellationToken cancel)
    {
        var begin = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        lock (one)
        {
            return Task.FromResult(new ReportPage([], messages.Count.ToString(CultureInfo.InvariantCulture), false)
            {
                Replies = [.. messages.Skip(begin).Select(ReplyFile.Parse).OfType<CalendarReply>()],
            });
        }
    }
}
