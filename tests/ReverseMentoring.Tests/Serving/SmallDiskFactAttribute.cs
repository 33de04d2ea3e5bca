namespace ReverseMentoring.Tests.Serving;

/// <summary>Skipped by name where nobody may mount a disk: that is root's, on Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = OperatingSystem.IsLinux() && Environment.UserName == "root" && MayMount() ? null : "only root may mount a disk";

    /// <summary>In a container root often may not: CAP_SYS_ADMIN is its 22nd bit.</summary>
    private static bool MayMount() => File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("CapEff:", StringComparison.Ordinal)) is { } line
        && (Convert.ToUInt64(line["CapEff:".Length..].Trim(), 16) & (1UL << 21)) != 0;
}
