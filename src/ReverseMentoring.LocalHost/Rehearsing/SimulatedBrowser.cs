using System.Net;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Opens pages and sends forms over HTTP, as a browser would for somebody.</summary>
public sealed partial class SimulatedBrowser(HttpClient http, SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour, SimulatedManager manager, SimulatedInbox inbox, Lazy<ReturnedMails> returned,
    SimulatedMemory memory, WireCounts wireCounts, ILogger<SimulatedBrowser> log)
{
    public async Task Visit(SimulatedTask simulatedTask, CancellationToken cancel)
    {
        simulatedTask = simulatedTask with { Missed = memory.MissedOf(simulatedTask.Person) };
        if (simulatedTask.Kind is SimulatedTaskKind.Approve)
        {
            await manager.Approve(simulatedTask, cancel);
        }
        else if (simulatedTask.WantsToLeave(seededRandom, simulatedBehaviour))
        {
            await Send(simulatedTask, simulatedTask.Links[^1], "leave", SimulatedAnswers.Leaving, cancel);
        }
        else if (simulatedTask.Kind is SimulatedTaskKind.Move && simulatedTask.AnswersByCalendar(seededRandom))
        {
            inbox.Receive(simulatedTask.Cancels(seededRandom, simulatedBehaviour)
                ? SimulatedReply.Declined(simulatedTask.Invitation!, simulatedTask.Address)
                : SimulatedReply.Proposed(simulatedTask.Invitation!, simulatedTask.Address));
            await returned.Value.Look(cancel);
        }
        else if (simulatedTask.Cancels(seededRandom, simulatedBehaviour))
        {
            // In a pair beside the main link, which only moves; in a circle it is the main one.
            _ = await Send(simulatedTask, simulatedTask.Links[1], "cancel", form => SimulatedAnswers.To(form, simulatedTask, seededRandom, simulatedBehaviour), cancel)
                || await Send(simulatedTask, simulatedTask.Links[0], "cancel", form => SimulatedAnswers.To(form, simulatedTask, seededRandom, simulatedBehaviour), cancel);
        }
        else if (simulatedTask.Kind is SimulatedTaskKind.Move)
        {
            await Send(simulatedTask, simulatedTask.Links[0], "reschedule", form => SimulatedAnswers.To(form, simulatedTask, seededRandom, simulatedBehaviour), cancel);
        }
        else
        {
            await Send(simulatedTask, simulatedTask.Links[0], null, form => SimulatedAnswers.To(form, simulatedTask, seededRandom, simulatedBehaviour), cancel);
        }
    }

    /// <returns>Whether the page had the form that was wanted.</returns>
    private async Task<bool> Send(
        SimulatedTask simulatedTask, string address, string? wanted, Func<PageForm, IReadOnlyList<KeyValuePair<string, string>>?> fill, CancellationToken cancel)
    {
        using var page = await http.GetAsync(address, cancel);
        if (page.StatusCode != HttpStatusCode.OK || PageForm.Find(await page.Content.ReadAsStringAsync(cancel), wanted) is not { } form)
        {
            return false;
        }

        if (!form.IsAnswered)
        {
            await FillIn(simulatedTask, address, form, fill, cancel);
        }

        return true;
    }

    /// <summary>All pages of a form, one after the other; nothing is sent where somebody leaves one alone.</summary>
    private async Task FillIn(SimulatedTask simulatedTask, string address, PageForm form, Func<PageForm, IReadOnlyList<KeyValuePair<string, string>>?> fill, CancellationToken cancel)
    {
        for (PageForm? page = form; page is not null && fill(page) is { } values;)
        {
            using var content = new FormUrlEncodedContent(values);
            using var answer = await http.PostAsync(address, content, cancel);
            var next = answer.StatusCode is HttpStatusCode.OK && page.GoesOn ? page.FindNext(await answer.Content.ReadAsStringAsync(cancel)) : null;
            if (next is null && answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK)
            {
                wireCounts.Answered();
                if (values.Contains(SimulatedAnswers.NotMet))
                {
                    memory.Miss(simulatedTask.Person);
                }
            }
            else if (next is null)
            {
                NotTaken(log, simulatedTask.MailId, form.Kind, (int)answer.StatusCode);
            }

            page = next;
        }
    }

    [LoggerMessage(300, LogLevel.Warning, "A simulated answer to {Mail} by form {Form} was not taken: {Status}")]
    private static partial void NotTaken(ILogger log, string mail, string form, int status);
}
