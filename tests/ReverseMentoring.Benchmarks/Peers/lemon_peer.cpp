// Solves an instance with LEMON's network simplex, once for each line on standard input: most pairs, then the highest total.
// g++ -O3 -o lemon_peer lemon_peer.cpp && echo | ./lemon_peer FILE [CAPACITIES]
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

using Graph = lemon::SmartDigraph;

int main(int count, char** arguments) {
    std::vector<int> mentors, mentees, scores;
    std::FILE* file = std::fopen(arguments[1], "r");
    for (int mentor, mentee, score; std::fscanf(file, "%d,%d,%d", &mentor, &mentee, &score) == 3;) {
        mentors.push_back(mentor);
        mentees.push_back(mentee);
        scores.push_back(score);
    }
    std::fclose(file);
    const int left = 1 + *std::max_element(mentors.begin(), mentors.end());
    const int right = 1 + *std::max_element(mentees.begin(), mentees.end());
    std::vector<int> units(left, 1);
    if (count > 2) {
        file = std::fopen(arguments[2], "r");
        for (int mentor, capacity; std::fscanf(file, "%d,%d", &mentor, &capacity) == 2;) units[mentor] = capacity;
        std::fclose(file);
    }

    // What mentors could take beyond all mentees goes to one more node for nothing, so that supply and demand are equal.
    const int spare = std::accumulate(units.begin(), units.end(), 0) - right;
    Graph graph;
    graph.reserveNode(left + right + 1);
    graph.reserveArc(static_cast<int>(scores.size()) + left);
    for (int node = 0; node < left + right + 1; ++node) graph.addNode();
    for (std::size_t entry = 0; entry < scores.size(); ++entry) {
        graph.addArc(graph.nodeFromId(mentors[entry]), graph.nodeFromId(left + mentees[entry]));
    }
    if (spare > 0) {
        for (int mentor = 0; mentor < left; ++mentor) graph.addArc(graph.nodeFromId(mentor), graph.nodeFromId(left + right));
    }
    Graph::ArcMap<long long> cost(graph, 0);
    Graph::ArcMap<int> capacity(graph, 1);
    Graph::NodeMap<int> supply(graph, 0);
    for (int arc = 0; arc < lemon::countArcs(graph); ++arc) {
        const bool pair = arc < static_cast<int>(scores.size());
        cost[graph.arcFromId(arc)] = pair ? -scores[arc] : 0;
        capacity[graph.arcFromId(arc)] = pair ? 1 : units[arc - scores.size()];
    }
    for (int node = 0; node < left + right; ++node) supply[graph.nodeFromId(node)] = node < left ? units[node] : -1;
    supply[graph.nodeFromId(left + right)] = -spare;

    for (int next; (next = std::getchar()) != EOF;) {
        if (next != '\n') continue;
        const auto start = std::chrono::steady_clock::now();
        lemon::NetworkSimplex<Graph, int, long long> simplex(graph);
        const auto status = simplex.upperMap(capacity).costMap(cost).supplyMap(supply).run();
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
        const bool solved = status == simplex.OPTIMAL;
        std::printf("{\"solved\": %s, \"total\": %lld, \"milliseconds\": %.1f}\n", solved ? "true" : "false",
                    solved ? -simplex.totalCost<long long>() : 0LL, spent.count());
        std::fflush(stdout);
    }
}
