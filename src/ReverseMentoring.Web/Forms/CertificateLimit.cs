using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Forms;

/// <summary>Whose a certificate is can't be found by going through a list of names: so many wrong ones an hour, of one certificate and from one address, counted in memory only.</summary>
internal sealed class CertificateLimit(SignInClock clock)
{
    internal const int MostOfOne = 10;

    /// <summary>A whole office may come from one address.</summary>
    internal const int MostFromOne = 60;

    private readonly AttemptLimiter ofOne = new(new(MostOfOne, TimeSpan.FromHours(1)), clock);

    private readonly AttemptLimiter fromOne = new(new(MostFromOne, TimeSpan.FromHours(1)), clock);

    public bool Takes(string certificate, string address) => ofOne.Wait(certificate) is null && fromOne.Wait(address) is null;

    public void CountWrong(string certificate, string address)
    {
        ofOne.Count(certificate);
        fromOne.Count(address);
    }
}
