using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.CalendarView.Delta;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Graph.Calls;

namespace ReverseMentoring.Graph.Sessions;

/// <summary>
/// What has changed in an organiser's calendar, by delta query: it needs no address that Microsoft can reach, and what
/// happened while the host was down is still told the next time. Change notifications would need both.
/// </summary>
internal sealed class EventChanges(GraphServiceClient client, GraphOptions options)
{
    private const string Page = "odata.maxpagesize=50";

    public async Task<CalendarChanges> ReadAsync(
        CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation)
    {
        var delta = client.Users[organizer?.Address ?? options.ServiceMailbox].CalendarView.Delta;
        var changes = since is null ? null : await FollowAsync(delta, Ours(since), window, cancellation);
        return changes // Else there is no place yet, or it is forgotten: all of them.
            ?? await FollowAsync(delta, null, window, cancellation)
            ?? throw new CalendarException("no such mailbox");
    }

    private async Task<CalendarChanges?> FollowAsync(
        DeltaRequestBuilder delta, string? since, Interval window, CancellationToken cancellation)
    {
        var (changes, next) = (new Dictionary<string, EventChange>(StringComparer.Ordinal), since);
        while (true)
        {
            var builder = next is null ? delta : delta.WithUrl(next);
            var first = next is null;
            var page = await GraphErrors.CallAsync(() => builder.GetAsDeltaGetResponseAsync(
                request =>
                {
                    request.Headers.Add("Prefer", GraphTime.PreferUtc);
                    request.Headers.Add("Prefer", Page);
                    if (first)
                    {
                        request.QueryParameters.StartDateTime = $"{window.Start.UtcDateTime:s}Z";
                        request.QueryParameters.EndDateTime = $"{window.End.UtcDateTime:s}Z";
                    }
                },
                cancellation));
            if (page is null)
            {
                return null;
            }

            foreach (var changed in page.Value ?? [])
            {
                changes[changed.Id!] = ToChange(changed);
            }

            if (page.OdataDeltaLink is { } link)
            {
                return new([.. changes.Values], Ours(link), Complete: since is null);
            }

            next = Ours(page.OdataNextLink ?? throw new CalendarException("a list of changes without an end"));
        }
    }

    internal static EventChange ToChange(Event changed)
    {
        var gone = changed.AdditionalData.ContainsKey("@removed") || changed.IsCancelled == true;
        return new(changed.Id!, gone ? null : GraphTime.Parse(changed.Start, changed.End), gone, [.. (changed.Attendees ?? [])
            .Where(attendee => attendee.EmailAddress?.Address is not null)
            .Select(attendee => new EventAnswer(attendee.EmailAddress!.Address!, attendee.Status?.Response switch
            {
                ResponseType.Accepted => EventResponse.Accepted,
                ResponseType.TentativelyAccepted => EventResponse.Tentative,
                ResponseType.Declined => EventResponse.Declined,
                _ => EventResponse.None,
            }))]);
    }

    /// <summary>A token goes with every call: none follows a link to somewhere else.</summary>
    private string Ours(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Authority == options.Endpoint.Authority && uri.Scheme == options.Endpoint.Scheme
            ? link
            : throw new CalendarException("a link to another place");
}
