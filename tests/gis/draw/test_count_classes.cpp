// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: the definitions, worked out by hand or by trying every partition.
#include "gis/draw/area_shading.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

using namespace gridwarden::gis;

namespace {

using Values = std::vector<double>;

double squaredDistances(const Values& sorted, std::size_t first, std::size_t last) {
    double mean = 0;
    for (std::size_t i = first; i < last; ++i)
        mean += sorted[i] / static_cast<double>(last - first);
    double sum = 0;
    for (std::size_t i = first; i < last; ++i)
        sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
}

/// The least sum over all ways to cut sorted values into at most so many classes.
double leastSum(const Values& sorted, std::size_t first, int classes) {
    double best = squaredDistances(sorted, first, sorted.size());
    if (classes > 1)
        for (std::size_t cut = first + 1; cut < sorted.size(); ++cut)
            best = std::min(best, squaredDistances(sorted, first, cut) + leastSum(sorted, cut, classes - 1));
    return best;
}

double sumOf(const Values& sorted, const Values& bounds) {
    double sum = 0;
    std::size_t first = 0;
    for (const double bound : bounds) {
        std::size_t last = first;
        while (last < sorted.size() && sorted[last] <= bound)
            ++last;
        if (last > first)
            sum += squaredDistances(sorted, first, last);
        first = last;
    }
    return sum;
}

Values boundsBy(const Values& counts, ClassMethod method, int classes) {
    CountClasses wanted;
    wanted.method = method;
    wanted.classes = classes;
    return upperBounds(counts, wanted);
}

} // namespace

TEST_CASE("quantiles are the counts of the nearest ranks", "[gis][draw]") {
    CHECK(boundsBy({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, ClassMethod::Quantiles, 5) == Values{2, 4, 6, 8, 10});
    CHECK(boundsBy({15, 20, 35, 40, 50}, ClassMethod::Quantiles, 4) == Values{20, 35, 40, 50});
    CHECK(boundsBy({7, 0, 0, 0, 0, 0, 0, 3}, ClassMethod::Quantiles, 4) == Values{0, 7}); // equal counts are in one class
    CHECK(boundsBy({4}, ClassMethod::Quantiles, 5) == Values{4});
}

TEST_CASE("equal intervals are equally wide", "[gis][draw]") {
    CHECK(boundsBy({0, 3, 100}, ClassMethod::Equal, 4) == Values{25, 50, 75, 100});
    CHECK(boundsBy({10, 20}, ClassMethod::Equal, 5) == Values{12, 14, 16, 18, 20});
    CHECK(boundsBy({6, 6}, ClassMethod::Equal, 3) == Values{6});
}

TEST_CASE("natural breaks are the best of all partitions", "[gis][draw]") {
    CHECK(boundsBy({1, 2, 3, 50, 51, 52, 900}, ClassMethod::Natural, 3) == Values{3, 52, 900});
    std::mt19937 random(3);
    for (int round = 0; round < 60; ++round) {
        Values counts;
        const std::size_t size = 2 + random() % 11;
        for (std::size_t i = 0; i < size; ++i)
            counts.push_back(static_cast<double>(random() % (round % 2 == 0 ? 20 : 2000)) / (round % 3 == 0 ? 7 : 1));
        const int classes = 2 + static_cast<int>(random() % 3);
        const Values bounds = boundsBy(counts, ClassMethod::Natural, classes);
        std::sort(counts.begin(), counts.end());
        REQUIRE(bounds.size() <= static_cast<std::size_t>(classes));
        REQUIRE(bounds.back() == counts.back());
        REQUIRE(sumOf(counts, bounds) == Approx(leastSum(counts, 0, classes)).margin(1e-6));
    }
}

TEST_CASE("own classes keep their bounds and leave no count out", "[gis][draw]") {
    CountClasses own;
    own.method = ClassMethod::Own;
    own.bounds = {10, 50};
    CHECK(upperBounds(Values{3, 12, 400}, own) == Values{10, 50, 400});
    CHECK(upperBounds(Values{3, 12}, own) == Values{10, 50});
    const Values bounds{10, 50, 400};
    CHECK(classOf(bounds, 0) == 0);
    CHECK(classOf(bounds, 10) == 0);
    CHECK(classOf(bounds, 11) == 1);
    CHECK(classOf(bounds, 400) == 2);
    CHECK(upperBounds({}, own).empty());
}

TEST_CASE("classes come back from the file, and what is none is refused", "[gis][draw]") {
    CountClasses own;
    own.method = ClassMethod::Own;
    own.bounds = {0, 5, 90};
    CHECK(countClassesFromJson(toJson(own)) == own);
    CHECK(countClassesFromJson(toJson(CountClasses{})) == CountClasses{});
    CountClasses dense;
    dense.perSquareKilometre = true;
    CHECK(countClassesFromJson(toJson(dense)) == dense);
    for (const char* text : {"[]", "{}", R"({"method": "best"})", R"({"method": "equal", "classes": 1})", R"({"method": "equal", "classes": 2.5})",
                             R"({"method": "own"})", R"({"method": "equal", "per": "m2"})", R"({"method": "own", "bounds": [5, 5]})", R"({"method": "own", "bounds": [-1]})"}) {
        CAPTURE(text);
        CHECK_FALSE(countClassesFromJson(nlohmann::json::parse(text)));
    }
    CHECK(classColour(0, 5).lightness() > classColour(2, 5).lightness());
    CHECK(classColour(2, 5).lightness() > classColour(4, 5).lightness());
}

TEST_CASE("a legend of shades names each class with its bounds and its areas", "[gis][draw]") {
    CountClasses own;
    own.method = ClassMethod::Own;
    own.bounds = {0, 3};
    const auto shading = shadingOf(Values{0, 1, 3, 9, 0}, own);
    REQUIRE(shading);
    std::vector<std::string> texts;
    for (const AreaShading::Class& each : shading->classes)
        texts.push_back(each.caption.english);
    CHECK(texts == std::vector<std::string>{"0 (2)", "1–3 (2)", "4–9 (1)"});
    CHECK(shading->title.english == "Cases, own classes (areas)");
    CHECK(shading->fills[0] == shading->classes[0].fill);
    CHECK(shading->fills[3] == shading->classes[2].fill);
    CountClasses dense;
    dense.perSquareKilometre = true;
    dense.classes = 2;
    texts.clear();
    const auto shadingByDensity = shadingOf(Values{0.5, 12.25, 3, 8}, dense);
    for (const AreaShading::Class& each : shadingByDensity->classes)
        texts.push_back(each.caption.chinese);
    CHECK(texts == std::vector<std::string>{"0.5 – 3（2）", "> 3 – 12.25（2）"});
    CHECK(shadingOf({}, dense) == nullptr);
}
