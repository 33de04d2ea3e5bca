using Xunit.Abstractions;
using Xunit.Sdk;

namespace ReverseMentoring.Tests.Properties;

/// <summary>A test that <see cref="PropertyRun"/> tries on many cases: <c>--filter Category=Property</c> picks these.</summary>
[AttributeUsage(AttributeTargets.Method)]
[TraitDiscoverer("ReverseMentoring.Tests.Properties.PropertyTrait", "ReverseMentoring.Tests")]
public sealed class PropertyFactAttribute : FactAttribute, ITraitAttribute;

/// <summary>Tells xunit of the category.</summary>
public sealed class PropertyTrait : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) => [new("Category", "Property")];
}
