using System.IO.Compression;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// All that a manager can see of a cohort: every address that the host maps and that tells of one (pages, their filters, JSON, CSV), the files that
/// pages lead to, and the mails that came to the manager. A page that is new is read too, without a word here.
/// </summary>
internal sealed partial class ManagerReader(AttackedProgramme programme, IReadOnlyList<PersonId> people, IReadOnlyList<MeetingId> pairs)
{
    /// <summary>Who reads is noted there, so that they change with each reading.</summary>
    private static readonly string[] NotRead = ["/api/audit", "/manage/audit"];

    /// <summary>By address what it says, each with its version where it has one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Read(CancellationToken cancel)
    {
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in Places())
        {
            var text = said[place] = await Read(place, cancel);
            foreach (var filter in Filters().Matches(text).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)).Where(filter => !said.ContainsKey(filter)))
            {
                said[filter] = await Read(filter, cancel);
            }
        }

        var manager = (await programme.Store.Read<Cohort>(programme.Partition, Rows.Cohort, cancel))!.Value.Settings.Contacts.Manager.Email;
        foreach (var mail in programme.Mailbox.All().Where(mail => mail.ToAddress == manager))
        {
            said[$"mail {mail.Id}"] = Same($"{mail.At:O}\n{mail.Subject}\n{mail.Text}\n{mail.Html}");
        }

        return said;
    }

    private async Task<string> Read(string place, CancellationToken cancel)
    {
        using var answer = await programme.Get(place, cancel);
        return Same($"{(int)answer.StatusCode} {answer.Headers.ETag} {await Text(answer.Content, cancel)}");
    }

    /// <summary>A spreadsheet is an archive of texts; when it was made, which is said beside them, is nobody's doing.</summary>
    private static async Task<string> Text(HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) is not true)
        {
            return await content.ReadAsStringAsync(cancel);
        }

        using var archive = new ZipArchive(await content.ReadAsStreamAsync(cancel));
        var parts = new List<string>();
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.StartsWith("docProps/", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(entry.Open());
            parts.Add($"{entry.FullName}\n{await reader.ReadToEndAsync(cancel)}");
        }

        return string.Join('\n', parts);
    }

    private IEnumerable<string> Places() => programme.Rehearsal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true)
        .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
        .Where(pattern => pattern.Contains("{cohort}", StringComparison.Ordinal) || pattern is "/manage" or "/api/cohorts")
        .Where(pattern => !NotRead.Any(pattern.StartsWith)).Distinct().SelectMany(Filled);

    /// <summary>A pattern's addresses; those that ask what two would cost are asked of the first two.</summary>
    private IEnumerable<string> Filled(string pattern)
    {
        var place = pattern.Replace("{cohort}", programme.Rehearsal.Cohort.Value, StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal);
        return place.Contains("{person}", StringComparison.Ordinal) ? people.Select(person => place.Replace("{person}", person.Value, StringComparison.Ordinal))
            : place.Contains("{pair}", StringComparison.Ordinal) ? pairs.Select(pair => place.Replace("{pair}", pair.Value, StringComparison.Ordinal))
            : place.Contains('{', StringComparison.Ordinal) ? []
            : place.EndsWith("/force", StringComparison.Ordinal) && people.Count > 1 ? [place, $"{place}?mentor={people[0]}&mentee={people[1]}"]
            : [place];
    }

    /// <summary>Without what is another at each request or for each host: traces, addresses, and where the log of what was done ends.</summary>
    private string Same(string text) => OfTheRequest().Replace(text.Replace(programme.Rehearsal.App.Urls.First(), "", StringComparison.Ordinal), "");

    [GeneratedRegex("\"traceId\":\"[^\"]*\"|[0-9]+-[0-9a-f]{12}")]
    private static partial Regex OfTheRequest();

    [GeneratedRegex("href=\"([^\"]*(?:\\?show=|/export/)[^\"]*)\"")]
    private static partial Regex Filters();
}
