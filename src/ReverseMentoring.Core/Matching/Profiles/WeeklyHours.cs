using System.Numerics;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>A working week as 672 quarters of an hour from Monday 00:00 UTC; what runs over an end comes in at the other.</summary>
public sealed class WeeklyHours
{
    public const int QuarterMinutes = 15;
    private const int Quarters = 7 * 24 * 60 / QuarterMinutes;
    private readonly ulong[] bits = new ulong[(Quarters + 63) / 64];

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

    /// <summary>Only whole quarters count: half a quarter is no time to meet.</summary>
    private void Add(int startMinute, int endMinute)
    {
        var first = (int)Math.Ceiling(startMinute / (double)QuarterMinutes);
        var end = (int)Math.Floor(endMinute / (double)QuarterMinutes);
        for (var quarter = first; quarter < end; quarter++)
        {
            var place = ((quarter % Quarters) + Quarters) % Quarters;
            bits[place / 64] |= 1UL << (place % 64);
        }
    }
}
