using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.LocalHost.Storage;
using Xunit.Abstractions;

namespace ReverseMentoring.Functions.Tests.Costs;

[Collection(nameof(SharedAzurite))]
public sealed class CostTests(SharedAzurite azurite, ITestOutputHelper output)
{
    // Public prices of a request, West Europe, pay as you go, locally redundant, without free grants
    // (https://azure.microsoft.com/pricing/details/storage/tables and …/queues and …/blobs, …/functions).
    private const double TableRequest = 0.000_36 / 10_000;
    private const double QueueRequest = 0.004 / 10_000;
    private const double BlobWrite = 0.065 / 10_000;

    // Reads, and renewals of leases, which are billed as other operations (https://github.com/Azure/azure-functions-host/issues/11930).
    private const double BlobRequest = 0.005 / 10_000;
    private const double Execution = 0.40 / 1_000_000;
    private const double GigabyteSecond = 0.000_026;

    // Measured on the Functions host over Azurite in a cycle of six people: requests of Durable for each activity,
    // the polling that it sets off included.
    private const double TableRequestsOfAnActivity = 7;
    private const double QueueRequestsOfAnActivity = 16;

    // Measured likewise in a minute in which nothing was to be done: the host's lease is renewed every 12 seconds, Durable's
    // every 25; Durable looks into its queues and at its partition. The timer's lease is renewed every 30 seconds in Azure.
    private const double LeasesOfAMinute = (60d / 12) + (60d / 25) + (60d / 30);
    private const double QueueRequestsOfAMinute = 6;
    private const double TableRequestsOfAMinute = 12;

    /// <summary>Measured likewise: a host that starts makes sure of two containers, lists a third, and signs a lease.</summary>
    private const double BlobWritesOfAStart = 4;

    private const double MinutesOfAMonth = 30.4 * 24 * 60;
    private const double SweepsOfAMonth = MinutesOfAMonth / 10;

    /// <summary>An activity runs for less than a second, which is billed as one, on an instance of 2 GB, with its orchestrator's episodes.</summary>
    private const double GigabyteSecondsOfAnActivity = 4;

    private const int Months = 9;

    [Fact]
    public async Task A_cohort_of_200_over_nine_months_costs_less_than_a_dollar_a_month()
    {
        var store = new CountedStore(new MemoryStore());
        var run = new NineMonths(store, people: 200);
        await run.Play();

        // An answer is a page that is looked at, and one that is sent.
        var (activities, requests) = (run.Steps + run.Wakes, run.Answers * 2);
        var tables = store.Requests + (activities * TableRequestsOfAnActivity);
        var queues = activities * QueueRequestsOfAnActivity;
        var executions = (activities * 4) + requests;
        var dollars = (tables * TableRequest) + (queues * QueueRequest) + (executions * Execution)
            + (((activities * GigabyteSecondsOfAnActivity) + (requests * 2)) * GigabyteSecond);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Length.TotalDays:f0} days, {run.Steps} steps, {run.Wakes} rounds of wakes, {run.Answers} answers; {store.Requests} requests of rows, {tables:f0} of tables, {queues:f0} of queues, {executions:f0} executions: {dollars:f2} USD in nine months"));

        Assert.InRange(dollars / Months, 0.0001, 1);
    }

    /// <param name="awake">The part of the month for which an instance stays after a sweep: it comes every ten minutes.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    public void An_idle_host_costs_less_than_a_dollar_a_month_also_without_free_grants(double awake)
    {
        var seconds = SweepsOfAMonth * ((2 * GigabyteSecond) + Execution);
        var notes = SweepsOfAMonth * (BlobWrite + BlobRequest);
        var starts = awake < 1 ? SweepsOfAMonth * BlobWritesOfAStart * BlobWrite : 0;
        var waiting = awake * MinutesOfAMonth
            * ((LeasesOfAMinute * BlobRequest) + (QueueRequestsOfAMinute * QueueRequest) + (TableRequestsOfAMinute * TableRequest));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"awake {awake:p0}: sweeps {seconds:f2}, their notes {notes:f2}, starts {starts:f2}, leases and looking {waiting:f2}: {seconds + notes + starts + waiting:f2} USD a month"));

        Assert.InRange(seconds + notes + starts + waiting, 0.1, 0.9);
    }

    [AzuriteFact]
    public async Task What_is_counted_is_what_goes_over_the_wire()
    {
        var wire = new CountingPolicy();
        var options = new TableClientOptions();
        options.AddPolicy(wire, HttpPipelinePosition.PerCall);
        var store = new CountedStore(new TableStore(new TableClient(azurite.Connection, "costs", options)));
        await store.Read("p", "first");
        var before = wire.Requests - store.Requests;

        await store.InsertMissing("p", [.. Enumerable.Range(0, 1_250).Select(i => new Change.Insert($"k{i:d4}", "{}"))]);
        Assert.Equal(1_250, await store.Query("p", KeyRange.Prefix("k")).CountAsync());
        Assert.Equal(3, await store.Query("p", KeyRange.Prefix("k")).Take(3).CountAsync());
        await store.Write("p", [new Change.Delete("k0001")]);

        Assert.Equal(store.Requests, wire.Requests - before);
    }

    private sealed class CountingPolicy : HttpPipelineSynchronousPolicy
    {
        private long requests;

        public long Requests => Interlocked.Read(ref requests);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref requests);
    }
}
