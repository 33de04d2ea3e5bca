using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReverseMentoring.Tests.Readme;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>
/// The C# files that people wrote for one project, as the compiler understands them. What is made in a build is not there, and of what
/// the tests don't bring along nothing is known.
/// </summary>
internal sealed class ProjectSource
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private static readonly ConcurrentDictionary<string, Lazy<ProjectSource>> Read = new();

    /// <summary>By their names. One reference is read once, for however many projects.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> Libraries = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .DistinctBy(Path.GetFileNameWithoutExtension)
            .ToDictionary(library => Path.GetFileNameWithoutExtension(library), library => (MetadataReference)MetadataReference.CreateFromFile(library)));

    private readonly string folder;
    private readonly Dictionary<SyntaxTree, string> files;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    private ProjectSource(string project)
    {
        folder = Path.Combine(Repository.Root, "src", project);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        files = FilesOf("*.cs").ToDictionary(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, file)), options, file));
        Compilation = CSharpCompilation.Create(project, [.. files.Keys, CSharpSyntaxTree.ParseText(ImplicitUsings, options)], Libraries.Value.Where(library => library.Key != project).Select(library => library.Value));
    }

    public CSharpCompilation Compilation { get; }

    /// <param name="project">A folder of <c>src</c>; read once for all tests.</param>
    public static ProjectSource Of(string project) => Read.GetOrAdd(project, name => new(() => new ProjectSource(name))).Value;

    public IEnumerable<SyntaxTree> Trees => files.Keys;

    /// <summary>What the compiler knows of a file; what it has found out once it knows for all tests.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => models.GetOrAdd(tree, one => Compilation.GetSemanticModel(one));

    /// <summary>A file's name from the project's folder on.</summary>
    public string NameOf(SyntaxTree tree) => files[tree];

    /// <summary>A partial type is at home in each of its files; one of another project in none.</summary>
    public IReadOnlyList<string> HomesOf(INamedTypeSymbol type) =>
        [.. type.Locations.Select(location => location.SourceTree).OfType<SyntaxTree>().Select(tree => files.GetValueOrDefault(tree)).OfType<string>().Distinct()];

    public IEnumerable<string> FilesOf(string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Where(file => file.Split('/')[0] is not ("obj" or "bin"));
}
