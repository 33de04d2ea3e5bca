using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Ear;

/// <summary>Whoever has a forwarded link can't flood the neutral contact: so many messages of one person an hour, counted in memory only.</summary>
internal sealed class EarLimit(SignInClock clock)
{
    private const int MostAnHour = 5;

    private readonly AttemptLimiter sent = new(new(MostAnHour, TimeSpan.FromHours(1)), clock);

    public bool Takes(string person)
    {
        if (sent.Wait(person) is not null)
        {
            return false;
        }

        sent.Count(person);
        return true;
    }
}
