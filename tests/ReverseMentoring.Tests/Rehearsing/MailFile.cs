using System.Globalization;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>What the name of a mail's file tells: when it went, and to whom it did.</summary>
/// <param name="Person">An id; of mails to the manager, or to whoever keeps a calendar, none that a person has.</param>
internal sealed record MailFile(DateTimeOffset At, string Person)
{
    public static MailFile Parse(string name)
    {
        var parts = Path.GetFileNameWithoutExtension(name).Split('-', 2);
        return new(
            DateTimeOffset.ParseExact(parts[0], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            parts[1].Split('.')[^1]);
    }
}
