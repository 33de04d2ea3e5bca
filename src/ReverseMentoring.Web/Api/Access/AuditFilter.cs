using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Reading it is noted as doing something is: it shows a single person, or asks what would be.</summary>
public sealed record AuditedRead;

public static class AuditedEndpoints
{
    /// <summary>Notes what managers do before it is done, and what they read where that <see cref="IsAudited"/>.</summary>
    public static RouteGroupBuilder Audits(this RouteGroupBuilder endpoints) => endpoints.AddEndpointFilter(async (context, next) =>
    {
        await Note(context.HttpContext);
        return await next(context);
    });

    public static TBuilder IsAudited<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AuditedRead());

    /// <summary>The form does one of several things, and which one is noted: see <see cref="AuditedKinds"/>.</summary>
    public static TBuilder NotesKind<TBuilder>(this TBuilder endpoint, IReadOnlyList<string> names)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AuditedKinds(names));

    /// <summary>The form is looked at before it is done: a look changes nothing, and only what is done is noted.</summary>
    public static TBuilder LooksFirst<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new FormLook());

    private static async Task Note(HttpContext context)
    {
        var endpoint = (RouteEndpoint)context.GetEndpoint()!;
        var (method, reads) = (context.Request.Method, HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));
        if (reads && endpoint.Metadata.GetMetadata<AuditedRead>() is null)
        {
            return;
        }

        if (endpoint.Metadata.GetMetadata<FormLook>() is not null && await Sent(context) is { } look && FormLook.Asks(look))
        {
            return;
        }

        var (audit, salts) = (context.RequestServices.GetRequiredService<AuditLog>(), context.RequestServices.GetRequiredService<AuditSalts>());
        var cohort = context.GetRouteValue("cohort") is string id && await context.RequestServices.GetRequiredService<Core.Programme.CohortService>().Find(new(id), context.RequestAborted) is { } found
            ? found.Id
            : (CohortId?)null;
        var about = new Dictionary<string, string>();
        var form = endpoint.Metadata.GetMetadata<AuditedKinds>() is { } kinds ? (Kinds: kinds, Sent: await Sent(context)) : default;
        foreach (var (called, value) in cohort is null && context.GetRouteValue("cohort") is not null ? [] : Values(context).Concat(form.Sent is null ? [] : Values(form.Sent)))
        {
            about[called] = cohort is { } there ? await salts.Commit(there, called, value, context.RequestAborted) : value;
        }

        await audit.Add(ManagerIdentity.Of(context.User)?.Id, $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}{(form.Sent is null ? "" : KindOf(form.Kinds, form.Sent))}", cohort, about, cancel: context.RequestAborted);
    }

    /// <summary>As one more place of the address; nothing where it is none of them.</summary>
    private static string KindOf(AuditedKinds kinds, IFormCollection sent) => kinds.Names.FirstOrDefault(name => name == sent[AuditedKinds.Field]) is { } kind ? $"/{kind}" : "";

    /// <returns>Null where it is no form: whoever reads it next says so.</returns>
    private static async Task<IFormCollection?> Sent(HttpContext context)
    {
        try
        {
            return await context.Request.ReadSentForm(context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Called, string Value)> Values(IFormCollection sent) =>
        AuditedKinds.Ids.Select(id => (Called: id, Value: sent[id].ToString())).Where(value => value.Value.Length is > 0 and <= 100);

    /// <summary>What the address names, and whom a question of "what would be" is about. Outside of cohorts that is a key or a manager, by their ids.</summary>
    private static IEnumerable<(string Called, string Value)> Values(HttpContext context) =>
        context.Request.RouteValues.Where(value => value.Key is not "cohort").Select(value => (value.Key, Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture) ?? ""))
            .Concat(context.Request.Query.Where(value => value.Key is "mentor" or "mentee" or "to").Select(value => (value.Key is "to" ? "person" : value.Key, value.Value.ToString())))
            .Where(value => value.Item2.Length is > 0 and <= 100).DistinctBy(value => value.Item1);
}
