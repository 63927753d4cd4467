// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/form_fields.h"
#include "app/district/record_model.h"
#include "app/district/working_plan_list.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <catch2/catch.hpp>

using namespace gridwarden;
using app::Record;

namespace {
Record record(const char* key, const char* parent, const char* name) {
    return {.key = QString::fromLatin1(key), .parent = QString::fromLatin1(parent), .cells = {QString::fromUtf8(name), QStringLiteral("x")}};
}
} // namespace

TEST_CASE("records lie below their parents", "[app][district]") {
    app::RecordModel model({QStringLiteral("Name"), QStringLiteral("Code")}, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRecords({record("a", "", "甲"), record("b", "a", "乙"), record("c", "a", "丙"), record("d", "b", "丁"), record("b", "", "twice")});
    CHECK(model.rowCount() == 1);
    const QModelIndex a = model.indexOf(QStringLiteral("a"));
    CHECK(model.rowCount(a) == 2);
    const QModelIndex d = model.indexOf(QStringLiteral("d"));
    CHECK(d.parent().parent() == a);
    CHECK(d.data().toString() == QStringLiteral("丁"));
    CHECK(!model.indexOf(QStringLiteral("nothing")).isValid());
}

TEST_CASE("a changed record is announced alone and new records renew the model", "[app][district]") {
    app::RecordModel model({QStringLiteral("Name"), QStringLiteral("Code")}, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRecords({record("a", "", "甲"), record("b", "", "乙")});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRecords({record("a", "", "甲"), record("b", "", "丙")});
    CHECK(resets.empty());
    REQUIRE(changes.size() == 1);
    CHECK(changes[0][0].toModelIndex().row() == 1);
    model.setRecords({record("a", "", "甲")});
    CHECK(resets.size() == 1);
    CHECK(model.rowCount() == 1);
}

TEST_CASE("times of day and spans are read as people write them", "[app][district]") {
    CHECK(app::minuteFromText(QStringLiteral("8:30")) == 510);
    CHECK(app::minuteFromText(QStringLiteral("24:00")) == 1440);
    CHECK(!app::minuteFromText(QStringLiteral("24:01")));
    CHECK(!app::minuteFromText(QStringLiteral("8:60")));
    CHECK(app::minuteText(1440) == QStringLiteral("24:00"));
    const auto spans = app::spansFromText(QStringLiteral("08:00–12:00，14:00-18:00"));
    REQUIRE(spans);
    CHECK(*spans == std::vector<core::Span>{{480, 720}, {840, 1080}});
    CHECK(app::spansText(*spans) == QStringLiteral("08:00-12:00, 14:00-18:00"));
    CHECK(app::spansFromText(QString())->empty());
    CHECK(!app::spansFromText(QStringLiteral("14:00-18:00, 08:00-12:00")));
    CHECK(!app::spansFromText(QStringLiteral("08:00")));
}

TEST_CASE("weekdays are told in runs", "[app][district]") {
    QLocale::setDefault(QLocale(QLocale::English));
    CHECK(app::weekdaysText(0x1f) == QStringLiteral("Mon–Fri"));
    CHECK(app::weekdaysText(0x60) == QStringLiteral("Sat, Sun"));
    CHECK(app::weekdaysText(0x7f) == QStringLiteral("every day"));
    CHECK(app::weekdaysText(0x15) == QStringLiteral("Mon, Wed, Fri"));
    CHECK(app::weekdaysText(0).isEmpty());
}
