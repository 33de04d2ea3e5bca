using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Enrolment;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Of whom each page, answer, file and mail of HR's tells is declared, and true of each field.</summary>
public sealed class TellingTests
{
    /// <summary>Whoever reads one of these reads of a person.</summary>
    private static readonly Type[] OfPeople = [typeof(PersonId), typeof(PersonId?)];

    [Fact]
    public async Task Each_page_and_answer_that_a_manager_reads_is_declared()
    {
        await using var app = LocalProgramme.Build(new(), new TurnableClock(Sample.Now));

        var undeclared = Read(app).Where(endpoint => endpoint.Metadata.GetMetadata<Telling>() is not { Told: not Told.Undeclared }).Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Empty(undeclared);
        Assert.NotEmpty(Read(app));
    }

    [Fact]
    public async Task No_field_of_what_tells_of_nobody_names_anybody()
    {
        await using var app = LocalProgramme.Build(new(), new TurnableClock(Sample.Now));
        var fields = from endpoint in Read(app)
                     where endpoint.Metadata.GetMetadata<Telling>() is { Told: Told.Aggregate }
                     from answer in endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
                     where answer is { StatusCode: 200, Type: not null }
                     from field in FieldsOf(answer.Type!, [])
                     where OfPeople.Contains(field.PropertyType)
                     select $"{endpoint.RoutePattern.RawText}: {field.DeclaringType!.Name}.{field.Name}";

        Assert.Empty(fields);
    }

    [Fact]
    public async Task What_tells_of_people_does_name_them_by_some_field_or_is_a_page()
    {
        await using var app = LocalProgramme.Build(new(), new TurnableClock(Sample.Now));
        var fields = Read(app).Where(endpoint => endpoint.Metadata.GetMetadata<Telling>()!.Told is Told.List or Told.Review)
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(answer => answer is { StatusCode: 200, Type: not null }))
            .SelectMany(answer => FieldsOf(answer.Type!, [])).Where(field => OfPeople.Contains(field.PropertyType));

        Assert.NotEmpty(fields);
    }

    [Fact]
    public void Each_mail_to_the_manager_is_declared_and_no_other_is() => Assert.All(Enum.GetValues<MailKind>(), kind =>
        Assert.Equal(kind.Declaration().Readers.HasFlag(MailReaders.Manager), kind.Declaration().Tells is not Told.Undeclared));

    private static IEnumerable<RouteEndpoint> Read(Microsoft.AspNetCore.Builder.WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true);

    /// <summary>Of a type and of all that its fields hold.</summary>
    private static IEnumerable<PropertyInfo> FieldsOf(Type type, HashSet<Type> seen)
    {
        foreach (var part in type.IsGenericType ? type.GetGenericArguments().Append(type) : [type.GetElementType() ?? type])
        {
            if (part.Namespace?.StartsWith("ReverseMentoring", StringComparison.Ordinal) is not true || part.IsEnum || !seen.Add(part))
            {
                continue;
            }

            foreach (var field in part.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                yield return field;
                foreach (var inner in FieldsOf(field.PropertyType, seen))
                {
                    yield return inner;
                }
            }
        }
    }
}
