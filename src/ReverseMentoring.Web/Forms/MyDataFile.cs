using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Forms;

/// <summary>All that is kept of somebody in a cohort, as a JSON file to keep. Of others it holds the partners' names only.</summary>
internal sealed class MyDataFile(IStore store, ParticipationDesk desk)
{
    private static readonly JsonSerializerOptions Pretty = new(Documents.Json) { WriteIndented = true };

    /// <summary>Answers to <c>GET /f/{token}/my-data.json</c>.</summary>
    public static async Task Send(HttpContext context, string token)
    {
        FormHeaders.Set(context.Response.Headers);
        var services = context.RequestServices;
        var (visit, closed) = await services.GetRequiredService<LinkGate>().Open(token, null, null, context.RequestAborted);
        if (visit is null || visit.Link.Form is not FormKind.Participation)
        {
            context.Response.StatusCode = closed?.Status ?? StatusCodes.Status404NotFound;
            return;
        }

        var data = await services.GetRequiredService<MyDataFile>().Collect(visit, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"my-data.json\"";
        await context.Response.WriteAsync(data.ToJsonString(Pretty), context.RequestAborted);
    }

    private async Task<JsonObject> Collect(Visit visit, CancellationToken cancel)
    {
        var (partition, me) = (Rows.Partition(visit.Cohort.Id), visit.Person.Id);
        var (answers, pairs) = (new JsonArray(), new JsonArray());
        foreach (var ask in new AskId[]
        {
            new(PhaseNames.CallForTopics, FormKind.Topics, 0, me), new(PhaseNames.OffersAndWishes, FormKind.Offers, 0, me),
            new(PhaseNames.Feedback, FormKind.Feedback, 0, me),
        })
        {
            Add(answers, await store.Read(partition, ask.AnswerKey, cancel));
        }

        foreach (var pair in await desk.PairsOf(visit.Cohort.Id, me, cancel))
        {
            await foreach (var row in store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(pair.Id)), cancel))
            {
                Add(answers, AskId.Parse(row.Key).Person == me ? row : null);
            }

            pairs.Add(await Describe(visit, pair, cancel));
        }

        return new JsonObject
        {
            ["cohort"] = visit.Cohort.Settings.Name,
            ["person"] = JsonSerializer.SerializeToNode(visit.Person, Documents.Json),
            ["answers"] = answers,
            ["pairs"] = pairs,
        };
    }

    private static void Add(JsonArray answers, Row? row)
    {
        if (row is null)
        {
            return;
        }

        var id = AskId.Parse(row.Key);
        answers.Add(new JsonObject
        {
            ["form"] = Visit.KindOf(id.Form),
            ["scope"] = id.Scope,
            ["number"] = id.Number,
            ["answer"] = JsonNode.Parse(row.Body),
        });
    }

    private async Task<JsonObject> Describe(Visit visit, Pair pair, CancellationToken cancel)
    {
        var book = new PairBook(store, visit.Cohort.Id);
        var partner = await desk.Find(visit.Cohort.Id, pair.Partner(visit.Person.Id), cancel);
        var sessions = await book.Sessions(pair.Id, cancel).Select(session => session.Value).ToListAsync(cancel);
        return new()
        {
            ["id"] = pair.Id,
            ["partner"] = partner?.Name,
            ["status"] = JsonSerializer.SerializeToNode(pair.Status, Documents.Json),
            ["sessions"] = JsonSerializer.SerializeToNode(
                sessions.Select(session => new { session.Number, session.Status, session.Time.Start, session.Time.End }), Documents.Json),
        };
    }
}
