using System.Text.Json;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Attacks;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Simulating.Faults;

namespace ReverseMentoring.LocalHost.Fuzzing;

/// <summary>A route that the host maps, for one method.</summary>
internal sealed record FuzzTarget(string Method, string Pattern);

/// <summary>A form as it stands on a page.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Each name with what can be chosen for it.</param>
internal sealed record FoundForm(string Action, ILookup<string, string> Fields);

/// <summary>Where something can be sent: every route that the host maps, links from mails, and what can stand in addresses.</summary>
internal sealed partial class FuzzTargets
{
    /// <summary>After these nothing of the cohort is left to be thrown at.</summary>
    private static readonly string[] Ends = ["/cancel", "/erase"];

    private readonly Dictionary<string, string[]> ids;

    private FuzzTargets(Dictionary<string, string[]> ids) => this.ids = ids;

    public required IReadOnlyList<FuzzTarget> Routes { get; init; }

    /// <summary>Paths of links as mails brought them.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    public required JsonDrafts Drafts { get; init; }

    /// <summary>Pages that can be read without a choice: each filled with what there is.</summary>
    public IEnumerable<string> Pages => Routes.Where(route => route.Method == "GET").Select(route => Fill(route.Pattern, new(1), odd: 0)).Concat(Links);

    /// <param name="programme">That runs.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<FuzzTargets> Find(AttackedProgramme programme, CancellationToken cancel)
    {
        var (meetings, people) = (await new MeetingRepository(programme.Store, programme.Rehearsal.Cohort).All(cancel).Select(row => row.Value).ToListAsync(cancel), await programme.People(cancel));
        using var answer = await programme.Get("/openapi/v1.json", cancel);
        return new(new(StringComparer.Ordinal)
        {
            ["cohort"] = [programme.Rehearsal.Cohort.Value],
            ["person"] = [.. people.Select(person => person.Id.Value)],
            ["mentor"] = [.. people.Where(person => person.Role is Core.Vocabulary.Role.Mentor).Select(person => person.Id.Value)],
            ["mentee"] = [.. people.Where(person => person.Role is Core.Vocabulary.Role.Mentee).Select(person => person.Id.Value)],
            ["pair"] = [.. meetings.Select(meeting => meeting.Id.Value)],
            ["circle"] = [.. meetings.Select(meeting => meeting.Id.Value)],
            ["topic"] = [.. (await programme.Store.Query(programme.Partition, KeyRange.Prefix(Rows.Topics), cancel).ToListAsync(cancel)).SelectMany(row => Slugs().Matches(row.Body).Select(match => match.Groups[1].Value))],
            ["mail"] = [.. await programme.Store.Query(programme.Partition, KeyRange.Prefix(Rows.Mail), cancel).Select(row => row.Key[Rows.Mail.Length..]).Take(40).ToListAsync(cancel)],
            ["number"] = ["1", "2", "3"],
        })
        {
            Routes =
            [
                .. programme.Rehearsal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                    .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new FuzzTarget(method, $"/{endpoint.RoutePattern.RawText!.Trim('/')}")))
                    .Distinct().Where(route => !Ends.Any(route.Pattern.EndsWith)).OrderBy(route => route.Pattern, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal),
            ],
            Links = [.. programme.Mailbox.All().SelectMany(mail => Addresses().Matches(mail.Text).Select(match => new Uri(match.Value).PathAndQuery)).Distinct()],
            Drafts = new(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).RootElement),
        };
    }

    /// <param name="pattern">With parts in braces.</param>
    /// <param name="chance">Draws.</param>
    /// <param name="odd">How often a part is one that nobody would give.</param>
    public string Fill(string pattern, Chance chance, double odd) => Parts().Replace(pattern, part =>
        chance.Happens(odd) || !ids.TryGetValue(part.Groups[1].Value, out var known) || known.Length == 0 ? OddTexts.Segment(chance) : Uri.EscapeDataString(chance.Pick(known)));

    /// <summary>All forms of a page.</summary>
    public static IReadOnlyList<FoundForm> FormsOf(string html, string page)
    {
        var (forms, fields, action, select) = (new List<FoundForm>(), new List<(string Name, string Value)>(), (string?)null, (string?)null);
        foreach (var tag in new PageTags(html))
        {
            switch (tag.Name)
            {
                case "form":
                    (action, fields) = (tag.Attribute("action") ?? page, []);
                    break;
                case "/form" when action is not null:
                    forms.Add(new(action, fields.ToLookup(field => field.Name, field => field.Value)));
                    action = null;
                    break;
                case "select":
                    select = tag.Attribute("name");
                    break;
                case "option" when select is not null:
                    fields.Add((select, tag.Attribute("value") ?? ""));
                    break;
                default:
                    if (tag.Attribute("name") is { } name)
                    {
                        fields.Add((name, tag.Attribute("value") ?? ""));
                    }

                    break;
            }
        }

        return forms;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z]+)[^}]*\}")]
    private static partial Regex Parts();

    [GeneratedRegex("\"id\":\"([^\"]+)\"")]
    private static partial Regex Slugs();
}
