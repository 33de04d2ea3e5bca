using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Forms;

/// <summary>All that is kept of somebody in a cohort, as a JSON file to keep. Of others it holds the names only of those whom they meet.</summary>
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
        foreach (var ask in AskId.InPhases(me))
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

        var circles = new JsonArray();
        foreach (var circle in await desk.CirclesOf(visit.Cohort.Id, me, cancel))
        {
            await foreach (var row in store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(circle.Id)), cancel))
            {
                Add(answers, AskId.Parse(row.Key).Person == me ? row : null);
            }

            circles.Add(await Describe(visit, circle, cancel));
        }

        return new JsonObject
        {
            ["cohort"] = visit.Cohort.Settings.Name,
            ["person"] = JsonSerializer.SerializeToNode(visit.Person, Documents.Json),
            ["answers"] = answers,
            ["pairs"] = pairs,
            ["circles"] = circles,
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
        return new()
        {
            ["id"] = pair.Id,
            ["partner"] = partner?.Name,
            ["status"] = JsonSerializer.SerializeToNode(pair.Status, Documents.Json),
            ["sessions"] = await Sessions(book, pair.Id, cancel),
        };
    }

    private async Task<JsonObject> Describe(Visit visit, Circle circle, CancellationToken cancel)
    {
        var members = new JsonArray();
        foreach (var member in circle.Members.Where(member => member.Person != visit.Person.Id))
        {
            members.Add((await desk.Find(visit.Cohort.Id, member.Person, cancel))?.Name);
        }

        return new()
        {
            ["id"] = circle.Id,
            ["others"] = members,
            ["status"] = JsonSerializer.SerializeToNode(circle.Status, Documents.Json),
            ["presents"] = JsonSerializer.SerializeToNode(circle.Rota.Where(turn => turn.Presenter == visit.Person.Id), Documents.Json),
            ["sessions"] = await Sessions(new(store, visit.Cohort.Id), circle.Id, cancel),
        };
    }

    private static async Task<JsonNode?> Sessions(PairBook book, string meeting, CancellationToken cancel)
    {
        var sessions = await book.Sessions(meeting, cancel).Select(session => session.Value).ToListAsync(cancel);
        return JsonSerializer.SerializeToNode(
            sessions.Select(session => new { session.Number, session.Status, session.Time.Start, session.Time.End }), Documents.Json);
    }
}
