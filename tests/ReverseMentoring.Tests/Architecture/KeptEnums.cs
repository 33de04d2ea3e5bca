using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>
/// Enums whose words stand in rows, or in what is sent: those that can be reached from a type that the code writes as JSON, or
/// reads from it.
/// </summary>
internal static class KeptEnums
{
    /// <summary>Types with methods that take, or give, what is written or read as their type argument.</summary>
    private static readonly string[] Writers = ["Documents", "StoredJson", "Row", "TypedResults", "JsonSerializer", "HttpRequestJsonExtensions"];

    /// <returns>Our own, by their full names.</returns>
    public static IReadOnlySet<string> In(string project)
    {
        var source = ProjectSource.Of(project);
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in source.Trees)
        {
            var model = source.ModelOf(tree);
            foreach (var kept in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => model.GetSymbolInfo(call).Symbol).OfType<IMethodSymbol>()
                .Where(method => method.IsGenericMethod && Writers.Contains((method.ReducedFrom ?? method).ContainingType.Name))
                .SelectMany(method => method.TypeArguments))
            {
                Collect(kept, seen);
            }
        }

        return seen.Where(type => type.TypeKind is TypeKind.Enum && IsOurs(type)).Select(type => type.ToDisplayString()).ToHashSet();
    }

    private static void Collect(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (type is IArrayTypeSymbol list)
        {
            Collect(list.ElementType, seen);
        }

        if (type is not INamedTypeSymbol named || !seen.Add(type))
        {
            return;
        }

        var within = IsOurs(named) || named.IsAnonymousType ? Lineage(named).SelectMany(PartsOf) : [];
        foreach (var part in named.TypeArguments.Concat(within))
        {
            Collect(part, seen);
        }
    }

    /// <summary>What its properties hold, but for computed ones, and what may stand in its place.</summary>
    private static IEnumerable<ITypeSymbol> PartsOf(INamedTypeSymbol type) =>
    [
        .. type.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && (property.SetMethod is not null || type.IsAnonymousType))
            .Select(property => property.Type),
        .. type.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "JsonDerivedTypeAttribute")
            .Select(attribute => attribute.ConstructorArguments[0].Value).OfType<ITypeSymbol>(),
    ];

    private static IEnumerable<INamedTypeSymbol> Lineage(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static bool IsOurs(ITypeSymbol type) => type.ContainingAssembly?.Name.StartsWith("ReverseMentoring.", StringComparison.Ordinal) is true;
}
