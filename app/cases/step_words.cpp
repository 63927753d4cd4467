// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/step_words.h"

#include "app/cases/case_labels.h"
#include "app/cases/source_field_text.h"
#include "app/text/message_text.h"

#include <QCoreApplication>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

QString placeText(const std::optional<core::GeoPoint>& place) {
    return place ? QStringLiteral("%1, %2").arg(place->longitude, 0, 'f', 6).arg(place->latitude, 0, 'f', 6) : QString();
}

QString oldToNew(const QString& label, const QString& before, const QString& after) {
    return Words::tr("%1: %2 → %3").arg(label, before.isEmpty() ? Words::tr("none") : before, after.isEmpty() ? Words::tr("none") : after);
}

/// Whether the case is being handled after a step that changed that; none: it is as before.
std::optional<bool> handlingAfter(core::StepKind kind) {
    using core::StepKind;
    switch (kind) {
    case StepKind::Dispatch:
    case StepKind::Rework:
        return true;
    case StepKind::Return:
    case StepKind::Handle:
    case StepKind::ForceClose:
    case StepKind::Transfer:
    case StepKind::Void:
    case StepKind::Reopen:
        return false;
    default:
        return std::nullopt;
    }
}

/// Walks the steps and keeps what corrections replace.
class Teller {
  public:
    Teller(core::District& district, const core::CaseRecord& record)
        : m_district(district), m_category(record.report.category), m_place(record.report.place),
          m_description(record.report.description), m_address(record.report.address), m_unknown(record.report.categoryText) {
        if (const core::CaseSource* const source = core::findSource(district.sources(), record.report.source))
            m_fields = source->fields;
    }

    StepWords tell(const core::Step& step) {
        const bool isReply = step.kind == core::StepKind::Urge && !step.detail.reply.empty();
        const bool isTakenOver = step.kind == core::StepKind::Dispatch && m_isHandling;
        StepWords words{.kind = step.kind,
                        .name = isReply       ? Words::tr("Reply to the urging")
                                : isTakenOver ? Words::tr("Hand over")
                                              : word("steps", core::stepKindKey(step.kind)),
                        .at = step.at,
                        .actor = QString::fromStdString(step.actor),
                        .note = QString::fromStdString(isReply ? step.detail.reply : step.detail.note),
                        .lines = {}};
        m_isHandling = handlingAfter(step.kind).value_or(m_isHandling);
        tellDetail(step.detail, words.lines);
        tellFields(step.detail.fields, words.lines);
        if (step.kind == core::StepKind::Correct)
            tellCorrection(step.detail, words.lines);
        if (step.kind == core::StepKind::Import)
            tellImport(step.detail, words.lines);
        return words;
    }

  private:
    void tellDetail(const core::StepDetail& detail, QStringList& lines) {
        const core::TimeZone& zone = m_district.timeZone();
        if (const QString to = handlerLabel(m_district.people(), detail.organisation, detail.person); !to.isEmpty())
            lines << Words::tr("to %1").arg(to);
        if (detail.result)
            lines << word("results", core::stepResultKey(*detail.result));
        if (!detail.condition.empty())
            if (const core::LimitRule* rule = m_district.categories().rule(m_category, detail.condition))
                lines << QString::fromStdString(rule->filingCondition);
        if (detail.limit)
            lines << Words::tr("limit %1").arg(limitText(*detail.limit));
        if (detail.until)
            lines << Words::tr("until %1").arg(fullTime(*detail.until, zone));
        if (detail.quantity)
            lines << quantityText(*detail.quantity, detail.unit);
        if (!detail.method.empty())
            lines << methodName(m_district, detail.method);
        if (!detail.urging.empty())
            lines << word("urging_kinds", detail.urging);
        if (!detail.with.isNull()) {
            const auto texts = core::loadTexts(m_district.connection(), std::array{detail.with});
            lines << Words::tr("with %1").arg(texts && !texts->empty() ? QString::fromStdString(texts->front().number) : Words::tr("a case that is gone"));
        }
    }

    void tellFields(const core::FieldValues& values, QStringList& lines) const {
        for (const FieldLine& line : fieldLines(m_fields, values, m_district.timeZone()))
            lines << Words::tr("%1: %2").arg(line.name, line.value);
        for (const core::SourceField& field : m_fields)
            if (const auto value = values.find(field.key); value != values.end() && value->second.empty())
                lines << Words::tr("%1: taken back").arg(fieldName(field));
    }

    void tellCorrection(const core::StepDetail& detail, QStringList& lines) {
        if (!detail.category.isNull()) {
            lines << oldToNew(Words::tr("Category"), categoryLabel(m_district.categories(), m_category, m_unknown),
                              categoryLabel(m_district.categories(), detail.category));
            m_category = detail.category;
        }
        if (detail.place) {
            lines << oldToNew(Words::tr("Place"), placeText(m_place), placeText(detail.place));
            m_place = detail.place;
        }
        if (detail.description) {
            lines << oldToNew(Words::tr("Description"), QString::fromStdString(m_description), QString::fromStdString(*detail.description));
            m_description = *detail.description;
        }
        if (detail.address) {
            lines << oldToNew(Words::tr("Address"), QString::fromStdString(m_address), QString::fromStdString(*detail.address));
            m_address = *detail.address;
        }
    }

    void tellImport(const core::StepDetail& detail, QStringList& lines) {
        const core::TimeZone& zone = m_district.timeZone();
        const auto line = [&](const QString& label, const std::optional<core::Moment>& moment) {
            if (moment)
                lines << Words::tr("%1 %2").arg(label, fullTime(*moment, zone));
        };
        line(Words::tr("filed"), detail.filed);
        line(Words::tr("dispatched"), detail.dispatched);
        line(Words::tr("handled"), detail.handled);
        line(Words::tr("due"), detail.due);
        line(Words::tr("closed"), detail.closed);
    }

    core::District& m_district;
    core::CategoryId m_category;
    std::optional<core::GeoPoint> m_place;
    std::string m_description;
    std::string m_address;
    std::string m_unknown;
    bool m_isHandling = false;
    std::vector<core::SourceField> m_fields; ///< of the source
};

} // namespace

bool isHandOver(core::StepKind kind, const core::DerivedCase& derived) {
    return kind == core::StepKind::Dispatch &&
           core::stateAt(derived.state, derived.resumed, derived.suspendedUntil, core::now()) == core::CaseState::Handling;
}

QString stepName(core::StepKind kind, const core::DerivedCase& derived) {
    return isHandOver(kind, derived) ? Words::tr("Hand over") : word("steps", core::stepKindKey(kind));
}

bool isCheckPassed(const std::vector<core::Step>& steps) {
    using core::StepKind;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (step->kind == StepKind::Handle || step->kind == StepKind::Import)
            return false;
        const auto result = step->kind == StepKind::CheckAfter ? step->detail.result : std::nullopt;
        if (result == core::StepResult::Pass || result == core::StepResult::Fail) // else nothing was found out
            return result == core::StepResult::Pass;
    }
    return false;
}

std::vector<StepWords> stepWords(core::District& district, const core::CaseRecord& record) {
    Teller teller(district, record);
    std::vector<StepWords> all;
    for (const core::Step& step : record.steps)
        all.push_back(teller.tell(step));
    return all;
}

} // namespace gridwarden::app
