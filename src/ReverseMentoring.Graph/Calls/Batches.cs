using System.Net;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Graph.Calls;

/// <summary>
/// Many small reads as <c>$batch</c> calls of at most 20. Each item can be told to wait on its own: only those are
/// asked again, after the longest wait that any of them was told.
/// </summary>
internal sealed class Batches(GraphServiceClient client, GraphOptions options, TimeProvider time)
{
    public const int MostItems = 20;

    /// <summary>Batches under way: a long list of people takes minutes one after the other.</summary>
    private const int AtATime = 4;

    /// <param name="requests">As many as there are.</param>
    /// <param name="cancellation">Cancels between calls.</param>
    /// <param name="expected">What an item may be refused with beside 404.</param>
    /// <returns>JSON in the order of the requests; null where there is nothing, or an expected refusal.</returns>
    /// <exception cref="CalendarException">An item is refused otherwise.</exception>
    public async Task<string?[]> GetAsync(
        IReadOnlyList<RequestInformation> requests, CancellationToken cancellation, params HttpStatusCode[] expected)
    {
        var answers = new string?[requests.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, requests.Count).Chunk(MostItems),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation },
            async (chunk, token) => await GetAsync(requests, chunk, answers, expected, token));
        return answers;
    }

    private async Task GetAsync(
        IReadOnlyList<RequestInformation> requests, int[] chunk, string?[] answers, HttpStatusCode[] expected, CancellationToken cancellation)
    {
        var open = chunk;
        for (var attempt = 1; open.Length > 0; attempt++)
        {
            var (busy, wait) = await SendAsync(requests, open, answers, expected, attempt, cancellation);
            if (busy.Length > 0)
            {
                if (attempt == RetryAfter.Attempts || wait > options.LongestWait)
                {
                    throw new CalendarBusyException(attempt == RetryAfter.Attempts && wait < RetryAfter.Rest ? RetryAfter.Rest : wait);
                }

                await Task.Delay(wait, time, cancellation);
            }

            open = busy;
        }
    }

    private async Task<(int[] Busy, TimeSpan Wait)> SendAsync(
        IReadOnlyList<RequestInformation> requests, int[] open, string?[] answers, HttpStatusCode[] expected, int attempt, CancellationToken cancellation)
    {
        var batch = new BatchRequestContentCollection(client);
        foreach (var index in open)
        {
            await batch.AddBatchRequestStepAsync(requests[index], $"{index}");
        }

        var response = await GraphErrors.CallAsync<BatchResponseContentCollection>(async () => await client.Batch.PostAsync(batch, cancellation))
            ?? throw new CalendarException("no batches");
        var (busy, longest) = (new List<int>(), TimeSpan.Zero);
        foreach (var index in open)
        {
            using var item = await response.GetResponseByIdAsync($"{index}");
            if (item is null || ThrottlingHandler.IsBusy(item.StatusCode))
            {
                var wait = (item is null ? null : RetryAfter.ReadHeader(item, time)) ?? RetryAfter.Backoff(attempt);
                longest = wait > longest ? wait : longest;
                busy.Add(index);
            }
            else if (item.StatusCode == HttpStatusCode.OK)
            {
                answers[index] = await item.Content.ReadAsStringAsync(cancellation);
            }
            else if (item.StatusCode != HttpStatusCode.NotFound && !expected.Contains(item.StatusCode))
            {
                throw new CalendarException($"{(int)item.StatusCode}");
            }
        }

        return ([.. busy], longest);
    }
}
