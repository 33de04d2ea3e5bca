using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Tests.Architecture;

namespace ReverseMentoring.Tests.Dossier;

/// <summary>Types of which the code makes rows, and that don't say what they are kept for.</summary>
internal static class StoredTypes
{
    /// <returns>By their full names.</returns>
    public static IEnumerable<string> In(string project)
    {
        var source = ProjectSource.Of(project);
        return source.Trees.SelectMany(tree => Stored(source.ModelOf(tree), tree.GetRoot()))
            .Where(type => type.TypeKind is not (TypeKind.TypeParameter or TypeKind.Error) && !IsDeclared(type)).Select(type => type.ToDisplayString()).Distinct();
    }

    private static IEnumerable<ITypeSymbol> Stored(SemanticModel model, SyntaxNode root) =>
        from call in root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        let method = model.GetSymbolInfo(call).Symbol as IMethodSymbol
        where method is { IsGenericMethod: true } && (IsPut(method) || (IsWrite(method) && IsInRow(model, call)))
        select method.TypeArguments[0];

    private static bool IsPut(IMethodSymbol method) => method.ContainingType.Name == "Documents" && method.Name is "Put" or "Insert";

    private static bool IsWrite(IMethodSymbol method) => method is { Name: "Write", ContainingType.Name: "StoredJson" };

    /// <summary>It is the body of a change to the store.</summary>
    private static bool IsInRow(SemanticModel model, InvocationExpressionSyntax call) =>
        call.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault() is { } made
        && model.GetTypeInfo(made).Type is { ContainingType.Name: "Change" };

    private static bool IsDeclared(ITypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(KeptAttribute));
}
