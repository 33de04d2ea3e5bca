using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>What was sent, as far as it could be read.</summary>
public sealed record SentCohort(CohortRequest Request, IReadOnlyList<RosterRow> Rows);

/// <summary>Reads a cohort's JSON and its people, the same for a call and for a rehearsal's files.</summary>
public static class CohortReaderFromJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new PlainTextConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <param name="cohort">The JSON of a <see cref="CohortRequest"/>.</param>
    /// <param name="people">A people CSV; null where the JSON holds them.</param>
    /// <param name="findings">Takes all that doesn't fit.</param>
    public static SentCohort ReadCohort(ReadOnlyMemory<byte> cohort, byte[]? people, Findings findings)
    {
        var request = ReadRequest(cohort, findings);
        var rows = people is null ? [] : PeopleCsv.Parse(people, findings, request.Directory);
        if (people is not null && request.Participants is not null)
        {
            findings.Error("participants", "People are given twice: in the JSON and as CSV.", "Send one of the two.");
        }

        return new(request, people is null ? ParticipantRows.From(request.Participants ?? []) : rows);
    }

    private static CohortRequest ReadRequest(ReadOnlyMemory<byte> body, Findings findings)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(body), new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonTexts.Check(document.RootElement, "", findings);
            if (findings.Unreadable || new JsonShapeCheck(Json, findings).Check(document.RootElement, typeof(CohortRequest), "") is not (true, { } node))
            {
                return new();
            }

            CircleDefaults.Fill(node);
            return node.Deserialize<CohortRequest>(Json)!;
        }
        catch (InvalidOperationException)
        {
            // The name of a field is half a character: found again where fields may come twice.
            using var document = JsonDocument.Parse(WithoutMark(body));
            JsonTexts.Check(document.RootElement, "", findings);
            return findings.Unreadable ? new() : throw new InvalidDataException("The JSON can't be read.");
        }
        catch (JsonException broken)
        {
            findings.Refuse("cohort", $"This is not JSON: {broken.Message}", "Send an object in UTF-8: {\"name\": …, \"start\": …, \"participants\": […]}.");
            return new();
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? body[3..] : body;
}
