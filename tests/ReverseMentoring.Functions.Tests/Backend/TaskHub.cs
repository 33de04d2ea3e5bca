using DurableTask.AzureStorage;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>Where Durable keeps what is in flight: queues and tables that begin with its name.</summary>
/// <param name="Name">Another number of partitions takes another name: it can't change in a hub that is there.</param>
/// <param name="Partitions">Queues for orchestrators, each of which one host looks into at a time.</param>
internal sealed record TaskHub(string Name, int Partitions)
{
    /// <summary>What Azure waits minutes for, it waits seconds for.</summary>
    public static TaskHub Hurried { get; } = new("backend", 1) { IsHurried = true };

    /// <summary>As it is in Azure, where the number of partitions is part of the name.</summary>
    public static TaskHub Of(int partitions) => new(partitions == 1 ? "ReverseMentoring" : $"ReverseMentoringP{partitions}", partitions);

    public bool IsHurried { get; init; }

    /// <summary>As in host.json, but for what is shorter where it is hurried.</summary>
    public AzureStorageOrchestrationServiceSettings Settings(string connection)
    {
        var settings = new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = Name,
            StorageAccountClientProvider = new(connection),
            PartitionCount = Partitions,
            UseTablePartitionManagement = true,
            MaxConcurrentTaskActivityWorkItems = 20,
            MaxConcurrentTaskOrchestrationWorkItems = 50,
            ControlQueueBatchSize = 32,
            ControlQueueVisibilityTimeout = TimeSpan.FromMinutes(2),
            WorkItemQueueVisibilityTimeout = TimeSpan.FromMinutes(2),
            MaxQueuePollingInterval = TimeSpan.FromSeconds(2),
        };
        return IsHurried ? Hurry(settings) : settings;
    }

    private static AzureStorageOrchestrationServiceSettings Hurry(AzureStorageOrchestrationServiceSettings settings)
    {
        settings.LeaseInterval = TimeSpan.FromSeconds(6);
        settings.LeaseRenewInterval = TimeSpan.FromSeconds(2);
        settings.LeaseAcquireInterval = TimeSpan.FromSeconds(1);
        settings.ControlQueueVisibilityTimeout = TimeSpan.FromSeconds(6);
        settings.WorkItemQueueVisibilityTimeout = TimeSpan.FromSeconds(6);
        settings.MaxQueuePollingInterval = TimeSpan.FromMilliseconds(200);
        return settings;
    }
}
