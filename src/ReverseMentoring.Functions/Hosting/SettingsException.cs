namespace ReverseMentoring.Functions.Hosting;

/// <summary>The app can't run as it is configured. Names every setting that is missing or wrong, and no value that is secret.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults)
    : Exception("The app can't start:" + string.Concat(faults.Select(fault => Environment.NewLine + "- " + fault)))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
