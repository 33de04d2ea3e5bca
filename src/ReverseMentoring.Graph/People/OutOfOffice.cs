using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Graph.Calls;

namespace ReverseMentoring.Graph.People;

/// <summary>
/// Absences that people announce by automatic replies. Free and busy times don't show them: many switch the replies on and
/// leave the calendar as it is. Where the settings may not be read, nobody is known to be away.
/// </summary>
internal sealed class OutOfOffice(GraphServiceClient client, GraphOptions options, TimeProvider time)
{
    private readonly Batches batches = new(client, options, time);

    /// <returns>For each person, in their order; null: not away, or not known.</returns>
    public async Task<IReadOnlyList<Interval?>> ReadAsync(IReadOnlyList<CalendarPerson> people, CancellationToken cancellation)
    {
        var answers = await batches.GetAsync([.. people.Select(person => client.Users[person.Address].MailboxSettings.ToGetRequestInformation())], cancellation, HttpStatusCode.Forbidden);
        var away = new List<Interval?>(people.Count);
        foreach (var answer in answers)
        {
            var settings = answer is null
                ? null
                : await KiotaJsonSerializer.DeserializeAsync(answer, MailboxSettings.CreateFromDiscriminatorValue, cancellation);
            away.Add(DirectoryFactsMapper.AwayOf(settings?.AutomaticRepliesSetting, time.GetUtcNow()));
        }

        return away;
    }
}
