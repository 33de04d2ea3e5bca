using System.CommandLine;
using BenchmarkDotNet.Running;
using ReverseMentoring.Benchmarks;
using ReverseMentoring.Benchmarks.Calendars;
using ReverseMentoring.Benchmarks.Instances;
using ReverseMentoring.Benchmarks.Selection;

var file = new Argument<FileInfo>("file") { Description = "mentor,mentee,score: whole numbers, scores 0…10000" };
var capacities = new Option<FileInfo?>("--capacities") { Description = "mentor,capacity" };
var pairs = new Option<FileInfo?>("--pairs") { Description = "Where to write the pairs" };
var objective = new Option<string>("--objective") { DefaultValueFactory = _ => "all", Description = "all, or total: most pairs, then the highest total" };
objective.AcceptOnlyFromAmong("all", "total");
var match = new Command("match", "Solves an instance and prints figures as JSON") { file, capacities, pairs, objective };
match.SetAction(parsed => MatchCommand.Run(
    parsed.GetValue(file)!, parsed.GetValue(capacities), parsed.GetValue(pairs), parsed.GetValue(objective) == "total"));

var kind = new Argument<string>("kind") { Description = "uniform, ties or structured" };
kind.AcceptOnlyFromAmong(InstanceMaker.Kinds);
var target = new Argument<FileInfo>("file") { Description = "Where to write the instance" };
var people = new Option<int>("--people") { DefaultValueFactory = _ => 1000, Description = "Of each side" };
var candidates = new Option<int>("--candidates") { DefaultValueFactory = _ => int.MaxValue, Description = "Mentors per mentee" };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
var make = new Command("make", "Writes an instance") { kind, target, people, candidates, seed };
make.SetAction(parsed =>
{
    var count = parsed.GetValue(people);
    InstanceMaker.Write(parsed.GetValue(target)!.FullName, parsed.GetValue(kind)!, count, count, Math.Min(count, parsed.GetValue(candidates)), parsed.GetValue(seed));
});

var cohort = new Command("cohort", "Times scoring, and matching, checking and explaining a cohort");
cohort.SetAction(_ => CohortTimes.Print());

var days = new Option<int>("--days") { DefaultValueFactory = _ => 274, Description = "How many days of slots" };
var raster = new Option<int>("--raster") { DefaultValueFactory = _ => 30, Description = "Minutes between slots" };
var processors = new Option<int>("--processors") { DefaultValueFactory = _ => 2 };
var series = new Command("series", "Times planning the sessions of 1,000, 2,500 and 5,000 pairs, and prints how it grows") { days, raster, processors };
series.SetAction(parsed =>
{
    foreach (var pairs in new[] { 100, 1000, 2500, 5000 })
    {
        SeriesPlanning.Measure(pairs, parsed.GetValue(days), parsed.GetValue(raster), parsed.GetValue(processors));
    }
});

var list = new Option<FileInfo?>("--people") { Description = "HR's list as CSV; without it companies are made up" };
var companies = new Option<int>("--companies") { DefaultValueFactory = _ => 10 };
var size = new Option<int>("--size") { DefaultValueFactory = _ => 180, Description = "People of a made-up company" };
var cohorts = new Option<int>("--cohorts") { DefaultValueFactory = _ => 10, Description = "Of each company" };
var topics = new Option<int>("--topics") { DefaultValueFactory = _ => 19 };
var far = new Option<double>("--far") { Description = "Share of people who would meet early, and of those who would meet late, for a partner far away" };
var selection = new Command("selection", "Tells who finds a partner where not all can") { list, companies, size, cohorts, topics, far };
selection.SetAction(parsed => SelectionCommand.Run(
    parsed.GetValue(list), parsed.GetValue(companies), parsed.GetValue(size), parsed.GetValue(cohorts), parsed.GetValue(topics), parsed.GetValue(far)));

var bench = new Command("bench", "Runs BenchmarkDotNet") { TreatUnmatchedTokensAsErrors = false };
bench.SetAction(parsed => { BenchmarkSwitcher.FromAssembly(typeof(CohortBenchmarks).Assembly).Run([.. parsed.UnmatchedTokens]); });

return new RootCommand("Programs that measure matching and planning") { match, make, cohort, series, selection, bench }.Parse(args).Invoke();
