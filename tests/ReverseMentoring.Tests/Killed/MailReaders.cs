using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.Tests.Killed;

/// <summary>
/// People with mail programs and browsers: they follow the links in their mails and send the forms, again where nothing was heard. What
/// they were thanked for is theirs.
/// </summary>
internal sealed partial class MailReaders(MailHouse house, HttpClient http, Func<LinkSigner> links) : IDisposable
{
    /// <summary>Browsers that are open at a time.</summary>
    private const int AtOnce = 4;

    private static readonly FormKind[] Asked = [FormKind.Topics, FormKind.Offers, FormKind.Confirmation, FormKind.Pulse, FormKind.HalfTime, FormKind.Feedback];

    private readonly SeededRandom random = new(1);
    private readonly SimulatedBehaviour behaviour = new() { Answers = 1, Declines = 0, Moves = 0, Cancels = 0, Misses = 0, Leaves = 0 };
    private readonly ConcurrentQueue<string> addresses = new();
    private int read;

    /// <summary>Links whose form was taken, as its sender was told.</summary>
    public ConcurrentBag<Link> Thanked { get; } = [];

    /// <summary>Pages and forms that were answered by a failure of the host's.</summary>
    public ConcurrentBag<string> Failed { get; } = [];

    /// <summary>Reads what has come, and answers; until all is, or the host is gone.</summary>
    public async Task Answer()
    {
        foreach (var mail in house.Taken.Skip(read).ToArray())
        {
            read++;
            if (AddressIn(mail) is { } address)
            {
                addresses.Enqueue(address);
            }
        }

        string[] open = [.. addresses];
        addresses.Clear();
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (address, _) =>
        {
            try
            {
                await Visit(address);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
            {
                addresses.Enqueue(address);
            }
        });
    }

    public void Dispose() => http.Dispose();

    private async Task Visit(string address)
    {
        var link = links().Verify(address.Split('/')[^1])!;
        using var page = await http.GetAsync(address);
        Note(address, page);
        if (page.StatusCode != HttpStatusCode.OK || PageForm.Find(await page.Content.ReadAsStringAsync(), null) is not { } form)
        {
            return;
        }

        var task = new SimulatedTask(SimulatedTaskKind.Answer, $"{link.Cohort}.{link.Form}.{link.Scope}.{link.Number}.{link.Person}", link.Cohort.Value, link.Person.Value, [address]);
        if (SimulatedAnswers.To(form, task, random, behaviour) is not { } values)
        {
            return;
        }

        using var content = new FormUrlEncodedContent(values);
        using var answer = await http.PostAsync(address, content);
        Note(address, answer);
        if (answer.StatusCode is HttpStatusCode.SeeOther)
        {
            Thanked.Add(link);
        }
    }

    private void Note(string address, HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode >= 500)
        {
            Failed.Add($"{answer.RequestMessage!.Method} {address}: {(int)answer.StatusCode}");
        }
    }

    /// <summary>The first that asks something.</summary>
    private string? AddressIn(MimeMessage mail) => Addresses().Matches(mail.TextBody ?? "").Select(match => match.Value)
        .FirstOrDefault(address => links().Verify(address.Split('/')[^1]) is { } link && Asked.Contains(link.Form));

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();
}
