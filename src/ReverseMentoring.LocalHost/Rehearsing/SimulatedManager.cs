using System.Net.Http.Headers;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>The simulated manager: speaks to the programme's HTTP interface with a manager's key, as the real one's tools would.</summary>
public sealed class SimulatedManager(HttpClient http)
{
    /// <summary>Set when the key has been made.</summary>
    public string Key { get; set; } = "";

    public async Task Approve(SimulatedTask simulatedTask, CancellationToken cancel)
    {
        using var answer = await Send(HttpMethod.Post, $"/api/cohorts/{simulatedTask.Cohort}/approve", null, cancel);
    }

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancel, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await http.SendAsync(request, cancel);
    }
}
