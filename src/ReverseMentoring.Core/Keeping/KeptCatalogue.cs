using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReverseMentoring.Core.Keeping;

/// <summary>A kind of row.</summary>
/// <param name="Name">The type's, after that of the type that it stands in; of a row without a body, the constant of its key.</param>
/// <param name="Key">With what its keys begin.</param>
/// <param name="Terms">Of what has no declaration of its own.</param>
/// <param name="Fields">All that is stored in it, parts of parts too.</param>
public sealed record KeptRow(string Name, string Key, KeptTerms Terms, IReadOnlyList<KeptField> Fields);

/// <summary>A field of a row.</summary>
/// <param name="Path">As it stands in JSON: <c>members[].role</c>.</param>
/// <param name="Type">The name of the type that has it.</param>
/// <param name="Name">Its own name in that type.</param>
/// <param name="Terms">What for, for whom, until when.</param>
public sealed record KeptField(string Path, string Type, string Name, KeptTerms Terms);

/// <summary>All that is stored, as it is declared where it stands.</summary>
public static class KeptCatalogue
{
    private const BindingFlags Constants = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <param name="assemblies">Where rows are declared.</param>
    /// <returns>By their keys.</returns>
    public static IReadOnlyList<KeptRow> Read(params IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.SelectMany(assembly => assembly.GetTypes()).ToArray();
        return
        [
            .. types.Where(type => type.IsDefined(typeof(KeptAttribute), false)).Select(Row)
                .Concat(types.Where(type => type.IsAbstract && type.IsSealed).SelectMany(type => type.GetFields(Constants))
                    .Where(field => field.IsDefined(typeof(KeptAttribute), false)).Select(Row))
                .OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal),
        ];
    }

    private static KeptRow Row(Type type)
    {
        var kept = type.GetCustomAttribute<KeptAttribute>()!;
        return new(NameOf(type), kept.Key, kept.Terms, [.. FieldsOf(type, "", kept.Terms, []).DistinctBy(field => field.Path)]);
    }

    private static KeptRow Row(FieldInfo key)
    {
        var kept = key.GetCustomAttribute<KeptAttribute>()!;
        return new($"{key.DeclaringType!.Name}.{key.Name}", kept.Key, kept.Terms, []);
    }

    private static IEnumerable<KeptField> FieldsOf(Type type, string above, KeptTerms terms, IReadOnlyList<Type> within)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(IsStored))
        {
            var own = property.GetCustomAttribute<KeptFieldAttribute>()?.Terms ?? terms;
            var path = above + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var (held, many) = Unwrap(property.PropertyType);
            if (many)
            {
                path += "[]";
            }

            var parts = IsOfParts(held) && !within.Contains(held) ? Parts(held).SelectMany(part => FieldsOf(part, path + ".", own, [.. within, held])).ToArray() : [];
            if (parts.Length == 0)
            {
                yield return new(path, NameOf(property.DeclaringType!), property.Name, own);
            }

            foreach (var part in parts)
            {
                yield return part;
            }
        }
    }

    private static bool IsStored(PropertyInfo property) =>
        property is { CanRead: true, SetMethod: not null } && !property.PropertyType.IsGenericParameter
        && property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always };

    /// <summary>What may stand there: the type, and what is written in its place.</summary>
    private static IEnumerable<Type> Parts(Type type) => [type, .. type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType)];

    private static bool IsOfParts(Type type) =>
        type.Assembly.GetName().Name?.StartsWith("ReverseMentoring.", StringComparison.Ordinal) is true && !type.IsEnum && !type.IsDefined(typeof(KeptWholeAttribute), false)
        && !type.IsDefined(typeof(JsonConverterAttribute), false);

    /// <returns>What is held, and whether there may be many of it.</returns>
    private static (Type Held, bool Many) Unwrap(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray)
        {
            return (type.GetElementType()!, type != typeof(byte[]));
        }

        return type.IsGenericType && type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
            ? (Unwrap(type.GetGenericArguments()[^1]).Held, true)
            : (type, false);
    }

    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer && type.IsNestedPrivate ? $"{outer.Name.Split('`')[0]}.{name}" : name;
    }
}
