using System.Text.Json;

namespace ReverseMentoring.Web.Api.Links;

/// <summary>Enums as they stand in addresses and answers.</summary>
internal static class ApiNames
{
    public static string ToName<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
