using System.Collections.Concurrent;
using ArchUnitNET.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>
/// Which files of a project name types, or members of types, of which others: constants too, of which nothing is left in what
/// is compiled. Of Razor's files those arrows that are left there.
/// </summary>
internal sealed class SourceArrows
{
    private static readonly ConcurrentDictionary<string, Lazy<SourceArrows>> Found = new();

    private readonly ProjectSource source;

    private readonly Lazy<IReadOnlyList<(string From, string To)>> all;

    private SourceArrows(string project)
    {
        source = ProjectSource.Of(project);
        all = new(() => [.. OfCode!, .. FloorTests.WithPages.Where(assembly => assembly.GetName().Name == project).SelectMany(OfRazor)]);
        OfCode = [.. source.Trees.AsParallel().SelectMany(ArrowsOf).Distinct()];
    }

    public IReadOnlyList<(string From, string To)> OfCode { get; }

    /// <param name="project">A folder of <c>src</c>.</param>
    public static SourceArrows In(string project) => Found.GetOrAdd(project, name => new(() => new SourceArrows(name))).Value;

    /// <summary>All of a project, its pages' included.</summary>
    public static IReadOnlyList<(string From, string To)> AllIn(string project) => In(project).all.Value;

    /// <param name="compiled">The same project.</param>
    public IEnumerable<(string From, string To)> OfRazor(System.Reflection.Assembly compiled)
    {
        var root = compiled.GetName().Name + ".";
        var razor = source.FilesOf("*.razor").ToHashSet();
        return new ArchLoader().LoadAssembly(compiled).Build().Types
            .SelectMany(type => type.Dependencies.Select(dependency => (From: Razor(type.FullName), To: Razor(dependency.Target.FullName) ?? Code(dependency.Target.FullName))))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .Select(arrow => (arrow.From!, arrow.To!)).Distinct();

        string? Razor(string type) => Outermost(type) is var name && name.StartsWith(root, StringComparison.Ordinal)
            && name[root.Length..].Replace('.', '/') + ".razor" is var file && razor.Contains(file)
                ? file
                : null;

        string? Code(string type) => source.Compilation.GetTypeByMetadataName(Outermost(type)) is { } found && source.HomesOf(found) is [var home, ..] ? home : null;
    }

    private static string Outermost(string type) => type.Split('+', '<')[0];

    private IEnumerable<(string From, string To)> ArrowsOf(SyntaxTree tree)
    {
        var model = source.ModelOf(tree);
        var from = source.NameOf(tree);
        return tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>()
            .Select(name => TypeOf(model.GetSymbolInfo(name))).OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Select(source.HomesOf).Where(homes => !homes.Contains(from)).SelectMany(homes => homes.Select(home => (from, home)))
            .ToList();
    }

    /// <summary>The type that a name stands for, or that holds the member it stands for.</summary>
    private static INamedTypeSymbol? TypeOf(SymbolInfo info)
    {
        var type = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
        {
            INamedTypeSymbol named => named,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => (info.Symbol ?? info.CandidateSymbols[0]).ContainingType,
            _ => null,
        };
        return (type is { IsExtension: true } ? type.ContainingType : type)?.OriginalDefinition;
    }
}
