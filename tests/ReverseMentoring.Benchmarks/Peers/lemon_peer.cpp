// Solves an instance with LEMON's network simplex: most pairs, then the highest total.
// g++ -O3 -o lemon_peer lemon_peer.cpp && ./lemon_peer FILE
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using Graph = lemon::SmartDigraph;

int main(int, char** arguments) {
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

    Graph graph;
    graph.reserveNode(left + right);
    graph.reserveArc(static_cast<int>(scores.size()));
    for (int node = 0; node < left + right; ++node) graph.addNode();
    for (std::size_t entry = 0; entry < scores.size(); ++entry) {
        graph.addArc(graph.nodeFromId(mentors[entry]), graph.nodeFromId(left + mentees[entry]));
    }
    Graph::ArcMap<long long> cost(graph);
    Graph::ArcMap<int> capacity(graph, 1);
    Graph::NodeMap<int> supply(graph);
    for (std::size_t entry = 0; entry < scores.size(); ++entry) cost[graph.arcFromId(static_cast<int>(entry))] = -scores[entry];
    for (int node = 0; node < left + right; ++node) supply[graph.nodeFromId(node)] = node < left ? 1 : -1;

    const auto start = std::chrono::steady_clock::now();
    lemon::NetworkSimplex<Graph, int, long long> simplex(graph);
    const auto status = simplex.upperMap(capacity).costMap(cost).supplyMap(supply).run();
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    const bool solved = status == simplex.OPTIMAL;
    std::printf("{\"solved\": %s, \"total\": %lld, \"milliseconds\": %.1f}\n", solved ? "true" : "false",
                solved ? -simplex.totalCost<long long>() : 0LL, spent.count());
}
