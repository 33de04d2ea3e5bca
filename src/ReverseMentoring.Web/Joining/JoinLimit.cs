using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Joining;

/// <summary>A whole office may come from one address, and a machine shall not fill the list: so many an hour, counted in memory only.</summary>
internal sealed class JoinLimit(SignInClock clock)
{
    private const int MostAnHour = 60;

    private readonly AttemptLimiter came = new(new(MostAnHour, TimeSpan.FromHours(1)), clock);

    public bool Takes(string address)
    {
        if (came.Wait(address) is not null)
        {
            return false;
        }

        came.Count(address);
        return true;
    }
}
