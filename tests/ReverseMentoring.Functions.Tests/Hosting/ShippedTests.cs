using System.Reflection;
using ReverseMentoring.Functions.Http;

namespace ReverseMentoring.Functions.Tests.Hosting;

public sealed class ShippedTests
{
    private static readonly Dictionary<string, Version> Shipped = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Select(Named).OfType<AssemblyName>().DistinctBy(name => name.Name).ToDictionary(name => name.Name!, name => name.Version!);

    /// <summary>What is older than what it was built against is found out by whoever calls it first, and not before.</summary>
    [Fact]
    public void No_library_is_older_than_what_the_product_was_built_against()
    {
        var product = Directory.EnumerateFiles(AppContext.BaseDirectory, "ReverseMentoring.*.dll").Select(Assembly.LoadFrom).ToList();
        Assert.Contains(typeof(Pipeline).Assembly, product);

        var older = product
            .SelectMany(assembly => assembly.GetReferencedAssemblies().Select(needed => (By: assembly.GetName().Name, Needed: needed)))
            .Where(one => Shipped.TryGetValue(one.Needed.Name!, out var shipped) && shipped < one.Needed.Version)
            .Select(one => $"{one.By} needs {one.Needed.Name} {one.Needed.Version}, {Shipped[one.Needed.Name!]} is shipped");

        Assert.Empty(older);
        Assert.Contains("Microsoft.OpenApi", Shipped.Keys);
    }

    private static AssemblyName? Named(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
