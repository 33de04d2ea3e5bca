using System.Reflection;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Graph;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.Smtp;
using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>Arrows between projects run one way: hosts → Web, Graph, Smtp → Core; and Core knows neither the web nor a store of its own.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Core = typeof(CycleServices).Assembly;
    private static readonly Assembly Web = typeof(Theme).Assembly;
    private static readonly Assembly Graph = typeof(Microsoft365).Assembly;
    private static readonly Assembly Host = typeof(LocalProgramme).Assembly;

    [Fact]
    public void Core_needs_no_other_project() => Assert.Empty(OursIn(Core));

    [Fact]
    public void Web_needs_only_Core() => Assert.Equal([Core.GetName().Name!], OursIn(Web));

    [Fact]
    public void Graph_needs_only_Core() => Assert.Equal([Core.GetName().Name!], OursIn(Graph));

    [Fact]
    public void Smtp_needs_only_Core() => Assert.Equal([Core.GetName().Name!], OursIn(typeof(MimeMail).Assembly));

    [Fact]
    public void The_local_host_knows_nothing_of_the_Azure_host() =>
        Assert.DoesNotContain(OursIn(Host), name => name.EndsWith(".Functions", StringComparison.Ordinal));

    [Theory]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Azure.")]
    [InlineData("Microsoft.Graph")]
    [InlineData("Microsoft.DurableTask")]
    [InlineData("System.Net.Http")]
    public void Core_does_no_input_or_output_of_its_own(string library) =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), name => name.Name!.StartsWith(library, StringComparison.Ordinal));

    [Fact]
    public void Web_keeps_nothing_itself() =>
        Assert.DoesNotContain(
            Web.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal) || name.Name.StartsWith("Azure.", StringComparison.Ordinal));

    private static IEnumerable<string> OursIn(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("ReverseMentoring.", StringComparison.Ordinal));
}
