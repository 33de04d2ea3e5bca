using System.Numerics;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>A working week as 672 quarters of an hour from Monday 00:00 UTC; what runs over an end comes in at the other.</summary>
public sealed class WeeklyHours
{
    public const int QuarterMinutes = 15;
    private const int Quarters = 7 * 24 * 60 / QuarterMinutes;
    private readonly ulong[] bits = new ulong[(Quarters + 63) / 64];

    private WeeklyHours()
    {
    }

    public WeeklyHours(WorkingHours hours, Zone zone, DateOnly dayOfWeek)
    {
        var monday = dayOfWeek.AddDays(-(((int)dayOfWeek.DayOfWeek + 6) % 7));
        var origin = new DateTimeOffset(monday.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        for (var day = 0; day < 7; day++)
        {
            foreach (var interval in hours.On(monday.AddDays(day), zone))
            {
                Add((int)(interval.Start - origin).TotalMinutes, (int)(interval.End - origin).TotalMinutes);
            }
        }
    }

    /// <summary>Minutes of the week in which both work.</summary>
    public int SharedMinutes(WeeklyHours other)
    {
        var shared = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            shared += BitOperations.PopCount(bits[word] & other.bits[word]);
        }

        return shared * QuarterMinutes;
    }

    /// <summary>The time in which so many of them work, whoever they are.</summary>
    internal static WeeklyHours OfAtLeast(int count, IEnumerable<WeeklyHours> all)
    {
        // All quarters of a word are counted at once: the digits of 64 counters stand in as many words as a counter has.
        const int Digits = 5;
        var (many, hours) = (new WeeklyHours(), all.ToArray());
        Span<ulong> counter = stackalloc ulong[Digits];
        for (var word = 0; word < many.bits.Length; word++)
        {
            counter.Clear();
            foreach (var one in hours)
            {
                var carry = one.bits[word];
                for (var digit = 0; digit < Digits; digit++)
                {
                    (counter[digit], carry) = (counter[digit] ^ carry, counter[digit] & carry);
                }
            }

            var (more, same) = (0UL, ulong.MaxValue);
            for (var digit = Digits - 1; digit >= 0; digit--)
            {
                var asked = (count >> digit & 1) == 0 ? 0UL : ulong.MaxValue;
                more |= same & counter[digit] & ~asked;
                same &= ~(counter[digit] ^ asked);
            }

            many.bits[word] = more | same;
        }

        return many;
    }

    /// <summary>The part of it that the other has too.</summary>
    internal WeeklyHours Within(WeeklyHours other)
    {
        var part = new WeeklyHours();
        for (var word = 0; word < bits.Length; word++)
        {
            part.bits[word] = bits[word] & other.bits[word];
        }

        return part;
    }

    /// <summary>When something so long can begin.</summary>
    internal WeeklyHours BeginsOf(int minutes)
    {
        var (begins, needed, run) = (new WeeklyHours(), QuartersFor(minutes), 0);
        for (var place = Quarters + needed - 2; place >= 0; place--)
        {
            run = Has(place % Quarters) ? run + 1 : 0;
            if (run >= needed && place < Quarters)
            {
                begins.Set(place);
            }
        }

        return begins;
    }

    /// <summary>Minutes of the week in which there is room for something so long.</summary>
    internal int MinutesFor(int minutes)
    {
        var (needed, room, run) = (QuartersFor(minutes), 0, 0);
        // Begun where nobody works, so that no stretch is cut at the week's end.
        var begin = Enumerable.Range(0, Quarters).FirstOrDefault(quarter => !Has(quarter));
        for (var place = begin + 1; place <= begin + Quarters; place++)
        {
            run = Has(place < Quarters ? place : place - Quarters) ? run + 1 : 0;
            room += run == needed ? needed : run > needed ? 1 : 0;
        }

        return room * QuarterMinutes;
    }

    /// <summary>Only whole quarters count: half a quarter is no time to meet.</summary>
    private void Add(int startMinute, int endMinute)
    {
        var first = (int)Math.Ceiling(startMinute / (double)QuarterMinutes);
        var end = (int)Math.Floor(endMinute / (double)QuarterMinutes);
        for (var quarter = first; quarter < end; quarter++)
        {
            var place = ((quarter % Quarters) + Quarters) % Quarters;
            Set(place);
        }
    }

    private static int QuartersFor(int minutes) => (minutes + QuarterMinutes - 1) / QuarterMinutes;

    private bool Has(int quarter) => (bits[quarter / 64] & (1UL << (quarter % 64))) != 0;

    private void Set(int quarter) => bits[quarter / 64] |= 1UL << (quarter % 64);
}
