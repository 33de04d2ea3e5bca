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

    private readonly string folder;
    private readonly Dictionary<SyntaxTree, string> files;

    private ProjectSource(string project)
    {
        folder = Path.Combine(Repository.Root, "src", project);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        files = FilesOf("*.cs").ToDictionary(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, file)), options, file));
        var libraries = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(library => Path.GetFileNameWithoutExtension(library) != project).Select(library => MetadataReference.CreateFromFile(library));
        Compilation = CSharpCompilation.Create(project, [.. files.Keys, CSharpSyntaxTree.ParseText(ImplicitUsings, options)], libraries);
    }

    public CSharpCompilation Compilation { get; }

    /// <param name="project">A folder of <c>src</c>; read once for all tests.</param>
    public static ProjectSource Of(string project) => Read.GetOrAdd(project, name => new(() => new ProjectSource(name))).Value;

    public IEnumerable<SyntaxTree> Trees => files.Keys;

    /// <summary>A file's name from the project's folder on.</summary>
    public string NameOf(SyntaxTree tree) => files[tree];

    /// <summary>A partial type is at home in each of its files; one of another project in none.</summary>
    public IReadOnlyList<string> HomesOf(INamedTypeSymbol type) =>
        [.. type.Locations.Select(location => location.SourceTree).OfType<SyntaxTree>().Select(tree => files.GetValueOrDefault(tree)).OfType<string>().Distinct()];

    public IEnumerable<string> FilesOf(string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Where(file => file.Split('/')[0] is not ("obj" or "bin"));
}
