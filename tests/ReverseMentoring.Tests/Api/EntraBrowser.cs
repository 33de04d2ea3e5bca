using System.Net;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Tests.Api;

/// <summary>A browser whose every request to the app meets another instance: a balancer is between. It keeps cookies itself, as browsers do.</summary>
internal sealed partial class EntraBrowser(Uri app, params IReadOnlyList<Uri> instances) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly Dictionary<string, string> cookies = [];
    private int turn;

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public string CookieHeader => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>Asks the app, or the directory, for one address.</summary>
    public async Task<(HttpStatusCode Status, Uri? To, string Body)> Go(Uri address, HttpMethod? method = null)
    {
        var isApp = address.Authority == app.Authority;
        var target = isApp ? new Uri(instances[turn++ % instances.Count], address.PathAndQuery) : address;
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, target);
        if (isApp)
        {
            request.Headers.Host = app.Authority;
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", CookieHeader);
            }

            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }

        using var answer = await http.SendAsync(request);
        if (isApp && answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var parts in set.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
            {
                _ = parts[1].Length == 0 ? cookies.Remove(parts[0]) : (cookies[parts[0]] = parts[1]) is null;
            }
        }

        return (answer.StatusCode, answer.Headers.Location is { } to ? new Uri(address, to) : null, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Follows redirects, and a page that goes on by itself.</summary>
    public async Task<(Uri At, HttpStatusCode Status, string Body)> Follow(Uri address)
    {
        for (var hop = 0; hop < 10; hop++)
        {
            var (status, to, body) = await Go(address);
            if (to is null && Onward().Match(body) is { Success: true } onward)
            {
                to = new Uri(address, WebUtility.HtmlDecode(onward.Groups[1].Value));
            }

            if (to is null)
            {
                return (address, status, body);
            }

            address = to;
        }

        throw new InvalidOperationException($"It goes round and round at {address.AbsolutePath}.");
    }

    public Uri At(string path) => new(app, path);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"")]
    private static partial Regex Onward();
}
