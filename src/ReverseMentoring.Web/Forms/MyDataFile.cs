using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>All that is kept of somebody in a cohort, as a JSON file to keep. Of others it holds the names only of those whom they meet.</summary>
internal sealed class MyDataFile(IStore store, ParticipationService participation)
{
    private static readonly JsonSerializerOptions Pretty = new(StoredJson.Options) { WriteIndented = true };

    /// <summary>Answers to <c>GET /f/{token}/my-data.json</c>.</summary>
    public static async Task Send(HttpContext context, string token)
    {
        FormHeaders.Set(context.Response.Headers);
        var services = context.RequestServices;
        var (linkContext, closedReason) = await services.GetRequiredService<LinkAuthorizer>().Open(token, null, null, context.RequestAborted);
        if (linkContext is null || linkContext.Link.Form is not FormKind.Participation)
        {
            context.Response.StatusCode = closedReason?.Status ?? StatusCodes.Status404NotFound;
            return;
        }

        var data = await services.GetRequiredService<MyDataFile>().Collect(linkContext, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"my-data.json\"";
        await context.Response.WriteAsync(data.ToJsonString(Pretty), context.RequestAborted);
    }

    private async Task<JsonObject> Collect(LinkContext context, CancellationToken cancel)
    {
        var (partition, me) = (Rows.Partition(context.Cohort.Id), context.Person.Id);
        var (answers, pairs, circles) = (new JsonArray(), new JsonArray(), new JsonArray());
        foreach (var ask in AskId.InPhases(me))
        {
            Add(answers, await store.Read(partition, ask.AnswerKey, cancel));
        }

        foreach (var meeting in await participation.MeetingsOf(context.Cohort.Id, me, cancel))
        {
            await foreach (var row in store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(meeting.Id.Value)), cancel))
            {
                Add(answers, row.Value<AnswerReceipt>().Id.Person == me ? row : null);
            }

            (meeting.Kind is MeetingKind.Pair ? pairs : circles).Add(await Describe(context, meeting, cancel));
        }

        return new JsonObject
        {
            ["cohort"] = context.Cohort.Settings.Name,
            ["person"] = JsonSerializer.SerializeToNode(context.Person, StoredJson.Options),
            ["agreed"] = (await store.Read(partition, Agreement.KeyOf(me), cancel)) is { } agreed ? JsonNode.Parse(agreed.Body) : null,
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

        var id = row.Value<AnswerReceipt>().Id;
        answers.Add(new JsonObject
        {
            ["form"] = id.Form.Declaration().Name,
            ["scope"] = id.Scope,
            ["number"] = id.Number,
            ["answer"] = JsonNode.Parse(row.Body),
        });
    }

    private async Task<JsonObject> Describe(LinkContext context, Meeting meeting, CancellationToken cancel)
    {
        var names = new List<string?>();
        foreach (var other in meeting.Others(context.Person.Id))
        {
            names.Add((await participation.Find(context.Cohort.Id, other, cancel))?.Name);
        }

        var described = new JsonObject
        {
            ["id"] = meeting.Id.Value,
            ["status"] = JsonSerializer.SerializeToNode(meeting.Status, StoredJson.Options),
            ["sessions"] = await Sessions(new(store, context.Cohort.Id), meeting.Id, cancel),
        };
        if (meeting.Kind is MeetingKind.Pair)
        {
            described["partner"] = names[0];
            return described;
        }

        described["others"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        described["presents"] = JsonSerializer.SerializeToNode(meeting.Rota.Where(turn => turn.Presenter == context.Person.Id), StoredJson.Options);
        return described;
    }

    private static async Task<JsonNode?> Sessions(MeetingRepository meetings, MeetingId meeting, CancellationToken cancel)
    {
        var sessions = await meetings.Sessions(meeting, cancel).Select(session => session.Value).ToListAsync(cancel);
        return JsonSerializer.SerializeToNode(
            sessions.Select(session => new { session.Number, session.Status, session.Time.Start, session.Time.End }), StoredJson.Options);
    }
}
