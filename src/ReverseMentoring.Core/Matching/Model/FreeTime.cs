using System.Numerics;
using System.Runtime.InteropServices;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Matching.Model;

/// <summary>
/// At which quarters of an hour somebody could begin a session, as calendars tell: a bit for each from a first moment that
/// is the same for all who are compared. Says nothing of what somebody does at other times.
/// </summary>
public sealed class FreeTime
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private readonly ulong[] starts;

    private FreeTime(ulong[] starts) => this.starts = starts;

    /// <param name="free">When the person is free, sorted and without overlaps.</param>
    /// <param name="from">The first moment, on a quarter of an hour.</param>
    /// <param name="days">How many days from there count.</param>
    /// <param name="length">Of a session.</param>
    public static FreeTime FromIntervals(IEnumerable<Interval> free, DateTimeOffset from, int days, TimeSpan length)
    {
        var count = days * 24 * 4;
        var starts = new ulong[(count + 63) / 64];
        foreach (var interval in free)
        {
            var first = Math.Max(0, (int)Math.Ceiling((interval.Start - from) / Quarter));
            var last = Math.Min(count - 1, (int)Math.Floor((interval.End - length - from) / Quarter));
            for (var quarter = first; quarter <= last; quarter++)
            {
                starts[quarter / 64] |= 1UL << (quarter % 64);
            }
        }

        return new(starts);
    }

    /// <summary>Whether both could begin at so many moments; two who were looked at on different days share none.</summary>
    public bool Shares(FreeTime other, int moments)
    {
        var shared = 0;
        for (var word = 0; shared < moments && word < Math.Min(starts.Length, other.starts.Length); word++)
        {
            shared += BitOperations.PopCount(starts[word] & other.starts[word]);
        }

        return shared >= moments;
    }

    /// <summary>As text for a row: base64, 8 bytes for 64 quarters of an hour.</summary>
    public string Pack() => Convert.ToBase64String(MemoryMarshal.AsBytes(starts.AsSpan()));

    /// <exception cref="FormatException">It was not packed by <see cref="Pack"/>.</exception>
    public static FreeTime Unpack(string packed) =>
        new(MemoryMarshal.Cast<byte, ulong>(Convert.FromBase64String(packed)).ToArray());
}
