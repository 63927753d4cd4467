// SPDX-License-Identifier: GPL-3.0-or-later
// Real case files as they were published, counted per area, against GDAL's SQL with the predicates of GEOS and SpatiaLite.
#include "core/figures/tally.h"
#include "gis/source/area_import.h"
#include "gis/source/case_import.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/sound.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <gdal_priv.h>
#include <map>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

using namespace gridwarden;
using namespace gridwarden::core;

namespace {

const std::string Data = GRIDWARDEN_TEST_DATA;
const Actor Tester{"tester", PersonId()};

/// Count by code; "" for cases in none.
using CountByArea = std::map<std::string, std::int64_t>;

class Bureau {
  public:
    explicit Bureau(const char* zone) {
        auto made = District::create(m_folder / "real.gpkg", {"real", zone, ""});
        REQUIRE(made);
        m_district = std::move(*made);
    }
    void importAreas(const std::string& file, AreaKind kind, const char* codeField, std::size_t expected) {
        gis::AreaImportOptions options;
        options.kind = kind;
        options.codeField = codeField;
        const auto report = gis::importAreas(*m_district, Tester, Data + file, options);
        REQUIRE(report);
        CHECK(report->accepted == expected);
        CHECK(report->rejected == 0);
    }
    gis::CaseImportReport importCases(const std::string& file, const std::vector<std::string>& mapping, const std::string& timeFormat = {},
                                      const std::vector<std::string>& groupBy = {}) {
        gis::CaseImportOptions options;
        options.mapping = gis::mappingFromTexts(mapping).value();
        options.timeFormat = timeFormat;
        options.groupBy = groupBy;
        auto report = gis::importCases(*m_district, Tester, Data + file, options);
        INFO(file << " " << (report ? "" : report.error().what.key));
        REQUIRE(report);
        CHECK(report->accepted + report->rejected == report->read);
        return std::move(*report);
    }
    CountByArea counts(AreaKind kind) {
        const auto figures = m_district->figures();
        REQUIRE(figures);
        Filter filter;
        filter.kind = kind;
        const auto selection = select(figures->context, filter);
        REQUIRE(selection);
        CountByArea counts;
        for (const TallyRow& row : tally(figures->context, m_district->people(), *selection, {TallyKey::Area}, kind, GridsOf::Then))
            counts[row.keys[0].value_or("")] = row.counts.count;
        return counts;
    }
    District& district() { return *m_district; }

  private:
    test::ScratchFolder m_folder;
    std::unique_ptr<District> m_district;
};

/// Points in a memory layer beside the areas (as degrees), joined by GDAL's SQLite dialect.
class Oracle {
  public:
    Oracle() : m_data(GetGDALDriverManager()->GetDriverByName("Memory")->Create("oracle", 0, 0, 0, GDT_Unknown, nullptr)) {
        m_points = m_data->CreateLayer("points", nullptr, wkbPoint);
    }
    void addPoint(double longitude, double latitude) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(m_points->GetLayerDefn()));
        feature->SetGeometryDirectly(new OGRPoint(longitude, latitude));
        REQUIRE(m_points->CreateFeature(feature.get()) == OGRERR_NONE);
    }
    void addNowhere() { ++m_nowhere; }
    CountByArea counts(const std::string& file, const char* codeField) {
        const GDALDatasetUniquePtr source(GDALDataset::FromHandle(GDALOpenEx((Data + file).c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)));
        REQUIRE(source);
        OGRLayer* layer = source->GetLayer(0);
        OGRSpatialReference degrees;
        degrees.importFromEPSG(4326);
        degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        std::unique_ptr<OGRCoordinateTransformation> toDegrees(OGRCreateCoordinateTransformation(layer->GetSpatialRef(), &degrees));
        OGRLayer* areas = m_data->CreateLayer("areas", nullptr, wkbUnknown);
        OGRFieldDefn code("code", OFTString);
        areas->CreateField(&code);
        for (const auto& read : *layer) {
            const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(areas->GetLayerDefn()));
            feature->SetField("code", read->GetFieldAsString(codeField));
            std::unique_ptr<OGRGeometry> shape(read->GetGeometryRef()->clone());
            REQUIRE(shape->transform(toDegrees.get()) == OGRERR_NONE);
            feature->SetGeometryDirectly(shape.release());
            REQUIRE(areas->CreateFeature(feature.get()) == OGRERR_NONE);
        }
        // Where areas overlap, the smallest code counts.
        OGRLayer* result = m_data->ExecuteSQL("SELECT code, count(*) AS n FROM (SELECT p.rowid, min(a.code) AS code FROM points p LEFT JOIN areas a ON "
                                              "ST_Intersects(a.geometry, p.geometry) GROUP BY p.rowid) GROUP BY code",
                                              nullptr, "SQLITE");
        REQUIRE(result != nullptr);
        CountByArea counts;
        for (const auto& row : *result)
            counts[row->IsFieldSetAndNotNull(0) ? row->GetFieldAsString(0) : ""] = row->GetFieldAsInteger64(1);
        m_data->ReleaseResultSet(result);
        m_data->DeleteLayer(1);
        counts[""] += m_nowhere;
        return counts;
    }

  private:
    GDALDatasetUniquePtr m_data;
    OGRLayer* m_points = nullptr;
    std::int64_t m_nowhere = 0;
};

/// Adds the two columns of a CSV, read by GDAL; rows are skipped when `wanted` says so.
template <class Wanted> void addPoints(Oracle& oracle, const std::string& file, const char* longitude, const char* latitude, Wanted wanted) {
    const GDALDatasetUniquePtr source(GDALDataset::FromHandle(GDALOpenEx((Data + file).c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)));
    REQUIRE(source);
    for (const auto& row : *source->GetLayer(0)) {
        if (!wanted(*row))
            continue;
        const std::string x = row->GetFieldAsString(longitude);
        const std::string y = row->GetFieldAsString(latitude);
        if (x.empty() || y.empty())
            oracle.addNowhere();
        else
            oracle.addPoint(std::stod(x), std::stod(y));
    }
}

} // namespace

TEST_CASE("seven extracts of New York service requests count per area as GEOS counts them", "[acceptance]") {
    GDALAllRegister();
    Bureau bureau("America/New_York");
    bureau.importAreas("/nyc/community_districts.geojson", AreaKind::Grid, "BoroCD", 71);
    bureau.importAreas("/nyc/census_tracts_2010/nyct2010.shp", AreaKind::Cell, "BoroCT2010", 2165);

    struct Extract {
        const char* file;
        std::size_t rows;
        std::int64_t withoutPlace;
        const char* timeFormat;
    };
    // Rows and rows with coordinates are those of the publisher's file. One extract covers a single night, 1 May: its day and
    // month have to be said.
    const Extract extracts[] = {{"/nyc/nyc311_2011_a.csv", 2000, 598, ""},      {"/nyc/nyc311_2013-10.csv", 199, 6, ""},
                                {"/nyc/nyc311_2014-2019.csv", 1000, 107, ""},   {"/nyc/nyc311_2022-05.csv", 924, 11, "%m/%d/%Y %I:%M:%S %p"},
                                {"/nyc/nyc311_2025-03.csv", 235, 3, ""},        {"/nyc/nyc311_animals_2025.csv", 4969, 62, ""}};
    Oracle oracle;
    for (const Extract& extract : extracts) {
        // The due dates of the extract that needs a stated format are written in another one, so they are left out there.
        std::vector<std::string> mapping = {"number=Unique Key",     "reported=Created Date",    "closed=Closed Date",  "category=Complaint Type",
                                            "description=Descriptor", "address=Incident Address", "longitude=Longitude", "latitude=Latitude"};
        const auto report = bureau.importCases(extract.file, mapping, extract.timeFormat);
        CHECK(report.read == extract.rows);
        CHECK(report.rejected == 0);
        CHECK(report.cases == static_cast<std::int64_t>(extract.rows));
        std::int64_t withoutPlace = 0;
        addPoints(oracle, extract.file, "Longitude", "Latitude", [&](const OGRFeature& row) {
            withoutPlace += std::string(row.GetFieldAsString("Longitude")).empty() ? 1 : 0;
            return true;
        });
        CHECK(withoutPlace == extract.withoutPlace);
    }
    const std::string socrata = "/nyc/nyc311_2012_socrata.json";
    CHECK(bureau.importCases(socrata, {"number=unique_key", "reported=created_date", "closed=closed_date", "due=due_date", "category=complaint_type",
                                       "longitude=longitude", "latitude=latitude"})
              .cases == 1000);
    for (const auto& row : nlohmann::json::parse(std::ifstream(Data + socrata)))
        oracle.addPoint(std::stod(row.at("longitude").get<std::string>()), std::stod(row.at("latitude").get<std::string>()));

    CHECK(bureau.counts(AreaKind::Grid) == oracle.counts("/nyc/community_districts.geojson", "BoroCD"));
    CHECK(bureau.counts(AreaKind::Cell) == oracle.counts("/nyc/census_tracts_2010/nyct2010.shp", "BoroCT2010"));
    test::requireSound(bureau.district());
}

TEST_CASE("Taiwan's accidents of 2024 are grouped and count per district as GEOS counts them", "[acceptance]") {
    GDALAllRegister();
    Bureau bureau("Asia/Taipei");
    bureau.importAreas("/taiwan/newtaipei_districts.geojson", AreaKind::Grid, "TOWNCODE", 29);

    const std::string grouped = "/taiwan/accidents_a1_2024.csv";
    const auto report = bureau.importCases(grouped, {"reported=發生日期+發生時間", "category=事故類別名稱", "address=發生地點", "longitude=經度", "latitude=緯度"}, "",
                                           {"發生日期", "發生時間", "發生地點"});
    CHECK(report.read == 4374);
    CHECK(report.rejected == 2); // the two footnotes under the table
    CHECK(report.cases == 1674);

    Oracle oracle;
    std::set<std::string> seen;
    addPoints(oracle, grouped, "經度", "緯度", [&](const OGRFeature& row) {
        const std::string date = row.GetFieldAsString("發生日期");
        const std::string key = date + '|' + row.GetFieldAsString("發生時間") + '|' + row.GetFieldAsString("發生地點");
        return date.size() == 8 && std::string(row.GetFieldAsString("發生時間")).size() == 6 && seen.insert(key).second;
    });
    CHECK(seen.size() == 1674);
    for (const auto& [file, rows] : {std::pair("/taiwan/accidents_a1_2021.csv", 1758), std::pair("/taiwan/accidents_a1_2022.csv", 1015)}) {
        CHECK(bureau.importCases(file, {"reported=發生時間", "category==A1", "address=發生地點", "longitude=經度", "latitude=緯度"}).cases == rows);
        addPoints(oracle, file, "經度", "緯度", [](const OGRFeature&) { return true; });
    }
    CHECK(bureau.counts(AreaKind::Grid) == oracle.counts("/taiwan/newtaipei_districts.geojson", "TOWNCODE"));
}
