using System.Net;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Opens pages and sends forms over HTTP, as a browser would for somebody.</summary>
public sealed partial class Visitor(HttpClient http, Chance chance, Habits habits, ManagerHand manager, Tally tally, ILogger<Visitor> log)
{
    public async Task Visit(Errand errand, CancellationToken cancel)
    {
        if (errand.Kind is ErrandKind.Approve)
        {
            await manager.Approve(errand, cancel);
        }
        else if (errand.WantsToLeave(chance, habits))
        {
            await Send(errand, errand.Links[^1], "leave", Answers.Leaving, cancel);
        }
        else if (errand.Cancels(chance, habits))
        {
            // In a pair beside the main link, which only moves; in a circle it is the main one.
            _ = await Send(errand, errand.Links[1], "cancel", form => Answers.To(form, errand, chance, habits), cancel)
                || await Send(errand, errand.Links[0], "cancel", form => Answers.To(form, errand, chance, habits), cancel);
        }
        else if (errand.Kind is ErrandKind.Move)
        {
            await Send(errand, errand.Links[0], "reschedule", form => Answers.To(form, errand, chance, habits), cancel);
        }
        else
        {
            await Send(errand, errand.Links[0], null, form => Answers.To(form, errand, chance, habits), cancel);
        }
    }

    /// <returns>Whether the page had the form that was wanted.</returns>
    private async Task<bool> Send(
        Errand errand, string address, string? wanted, Func<PageForm, IReadOnlyList<KeyValuePair<string, string>>?> fill, CancellationToken cancel)
    {
        using var page = await http.GetAsync(address, cancel);
        if (page.StatusCode != HttpStatusCode.OK || PageForm.Find(await page.Content.ReadAsStringAsync(cancel), wanted) is not { } form)
        {
            return false;
        }

        if (form.IsAnswered || fill(form) is not { } values)
        {
            return true;
        }

        using var content = new FormUrlEncodedContent(values);
        using var answer = await http.PostAsync(address, content, cancel);
        if (answer.StatusCode == HttpStatusCode.SeeOther)
        {
            tally.Answered();
        }
        else
        {
            NotTaken(log, errand.MailId, form.Kind, (int)answer.StatusCode);
        }

        return true;
    }

    [LoggerMessage(300, LogLevel.Warning, "A simulated answer to {Mail} by form {Form} was not taken: {Status}")]
    private static partial void NotTaken(ILogger log, string mail, string form, int status);
}
