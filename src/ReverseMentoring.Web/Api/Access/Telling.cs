using Microsoft.AspNetCore.Builder;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Of whom an endpoint tells, as it declares it.</summary>
public sealed record Telling(Told Told);

public static class Tellings
{
    /// <summary>Declares it; what an endpoint says goes before what its group says.</summary>
    public static TBuilder Tells<TBuilder>(this TBuilder endpoints, Told told)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(builder => builder.Metadata.Add(new Telling(told)));
        return endpoints;
    }
}
