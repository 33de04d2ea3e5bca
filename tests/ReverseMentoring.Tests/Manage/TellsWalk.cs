using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Walks all that a page or an answer holds, by type or by value, with what each field is declared to tell.</summary>
internal static class TellsWalk
{
    /// <summary>A field, and what it tells: by its own declaration, its type's, or that of what it stands in.</summary>
    public sealed record Field(string Name, Told Told, bool NamesSomebody);

    /// <summary>What stands around a page and tells of nobody in it: who reads, languages, links, forms as they were sent.</summary>
    private static readonly string[] Frames = ["ReverseMentoring.Web.DesignSystem", "ReverseMentoring.Web.Manage.Layout", "ReverseMentoring.Web.Api.Links", "ReverseMentoring.Web.Localization"];

    /// <summary>The manager's pages: what is given one view.</summary>
    public static IReadOnlyList<Type> Views { get; } =
    [
        .. typeof(ManageServices).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("ReverseMentoring.Web.Manage", StringComparison.Ordinal) is true
            && type.Name.EndsWith("View", StringComparison.Ordinal) && type.IsAssignableTo(typeof(IComponent)) && type.GetProperty("View")?.GetCustomAttribute<ParameterAttribute>() is not null),
    ];

    public static IEnumerable<Field> Types(Type type) => Types(type, Declared(type), []);

    /// <summary>Those that have a value.</summary>
    public static IEnumerable<Field> Values(object view) => Values(view, Declared(view.GetType()), new(ReferenceEqualityComparer.Instance));

    private static IEnumerable<Field> Types(Type type, Told around, HashSet<(Type, Told)> seen)
    {
        foreach (var part in PartsOf(type).Where(IsOurs))
        {
            var here = Declared(part) is not Told.Undeclared and var own ? own : around;
            if (!seen.Add((part, here)))
            {
                continue;
            }

            foreach (var property in FieldsOf(part))
            {
                var told = ToldBy(property, here);
                yield return new($"{part.Name}.{property.Name}", told, PartsOf(property.PropertyType).Any(NamesSomebody));
                foreach (var inner in IsWhole(property, told) ? [] : Types(property.PropertyType, told, seen))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<Field> Values(object? value, Told around, HashSet<object> seen)
    {
        if (value is IEnumerable many and not string)
        {
            foreach (var inner in many.Cast<object?>().SelectMany(one => Values(one, around, seen)))
            {
                yield return inner;
            }
        }
        else if (value is not null && IsOurs(value.GetType()) && (value.GetType().IsValueType || seen.Add(value)))
        {
            var here = Declared(value.GetType()) is not Told.Undeclared and var own ? own : around;
            foreach (var property in FieldsOf(value.GetType()))
            {
                var (held, told) = (property.GetValue(value), ToldBy(property, here));
                if (held is null or "" || (held is IEnumerable none and not string && !none.Cast<object?>().Any()))
                {
                    continue;
                }

                yield return new($"{value.GetType().Name}.{property.Name}", told, false);
                foreach (var inner in IsWhole(property, told) ? [] : Values(held, told, seen))
                {
                    yield return inner;
                }
            }
        }
    }

    private static Told ToldBy(PropertyInfo property, Told around) =>
        property.GetCustomAttribute<TellsAttribute>()?.Told
        ?? PartsOf(property.PropertyType).Select(Declared).Where(told => told is not Told.Undeclared).DefaultIfEmpty(around).First();

    /// <summary>All below it is told likewise: nothing in there need be looked at but for whom it might name.</summary>
    private static bool IsWhole(PropertyInfo property, Told told) => property.GetCustomAttribute<TellsAttribute>() is not null && told is not Told.Aggregate;

    private static Told Declared(Type type) => type.GetCustomAttribute<TellsAttribute>()?.Told ?? Told.Undeclared;

    private static bool NamesSomebody(Type type) => type == typeof(PersonId) || Declared(type) is Told.List or Told.Review or Told.Person;

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("ReverseMentoring", StringComparison.Ordinal) is true && !type.IsEnum && type != typeof(PersonId);

    private static IEnumerable<PropertyInfo> FieldsOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !PartsOf(property.PropertyType).Any(IsFrame) && property.Name is not ("EqualityContract" or "Context") && !property.PropertyType.IsAssignableTo(typeof(Delegate)));

    private static bool IsFrame(Type type) => Frames.Any(frame => type.Namespace?.StartsWith(frame, StringComparison.Ordinal) is true) || type.Name is "ManagerContext" or "CohortContext";

    /// <summary>A type, or of what it is a list, a map or a tuple.</summary>
    private static IEnumerable<Type> PartsOf(Type type) =>
        type.IsArray ? PartsOf(type.GetElementType()!)
        : type.IsGenericType ? (IsOurs(type) ? [type] : Array.Empty<Type>()).Concat(type.GetGenericArguments().SelectMany(PartsOf))
        : [type];
}
