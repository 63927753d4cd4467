// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/source_editor.h"

#include "app/district/form_fields.h"
#include "app/district/list_order.h"
#include "app/district/source_field_list.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace gridwarden::app {

SourceEditor::SourceEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Sources of cases"), {tr("Name"), tr("Key"), tr("Counts as")}, tr("Choose a source, or add one."), parent),
      m_sourceKey(makeLine(QStringLiteral("key"), form())), m_name(makeLine(QStringLiteral("name"), form())),
      m_english(makeLine(QStringLiteral("english"), form())), m_isPublic(new QCheckBox(tr("A report by the public"), form())),
      m_isCollector(new QCheckBox(tr("A report by a collector"), form())), m_enabled(new QCheckBox(tr("Offered when a case is entered"), form())) {
    m_isPublic->setObjectName(QStringLiteral("isPublic"));
    m_isCollector->setObjectName(QStringLiteral("isCollector"));
    m_enabled->setObjectName(QStringLiteral("enabled"));
    auto* const layout = makeForm(form());
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("English name"), m_english);
    layout->addRow(tr("Key"), m_sourceKey);
    layout->addRow(QString(), makeNote(tr("The key stays with the cases, so it is given once. Short Latin words are best."), form()));
    layout->addRow(QString(), m_isPublic);
    layout->addRow(QString(), m_isCollector);
    layout->addRow(QString(), m_enabled);
    watch(form());
    m_fields = new SourceFieldList(form()); // it tells by itself what was edited: its lines also change with what is shown
    layout->addRow(m_fields);
    connect(m_fields, &SourceFieldList::edited, this, [this] { setChanged(true); });
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    connect(addListButton(QStringLiteral("up"), tr("Up"), QLatin1String("arrow-up")), &QPushButton::clicked, this, [this] { move(-1); });
    connect(addListButton(QStringLiteral("down"), tr("Down"), QLatin1String("arrow-down")), &QPushButton::clicked, this, [this] { move(1); });
    resize(1000, 680);
    showFirst();
}

std::vector<Record> SourceEditor::records() const {
    std::vector<Record> all;
    for (const core::CaseSource& source : district().sources()) {
        QStringList counts;
        if (source.isPublic)
            counts << tr("public");
        if (source.isCollector)
            counts << tr("collector");
        const QString key = QString::fromStdString(source.key);
        all.push_back({.key = key,
                       .cells = {QString::fromStdString(source.name), key, counts.join(QStringLiteral(", "))},
                       .search = QString::fromStdString(source.english),
                       .isQuiet = !source.isEnabled});
    }
    return all;
}

void SourceEditor::fill(const QString& key) {
    const auto& sources = district().sources();
    const auto stored = std::find_if(sources.begin(), sources.end(), [&](const auto& source) { return source.key == key.toStdString(); });
    const core::CaseSource shown = stored != sources.end() ? *stored : core::CaseSource();
    m_sourceKey->setText(QString::fromStdString(shown.key));
    m_sourceKey->setEnabled(stored == sources.end());
    m_name->setText(QString::fromStdString(shown.name));
    m_english->setText(QString::fromStdString(shown.english));
    m_isPublic->setChecked(shown.isPublic);
    m_isCollector->setChecked(shown.isCollector);
    m_enabled->setChecked(shown.isEnabled);
    m_fields->setFields(shown.fields);
}

std::optional<QString> SourceEditor::store(const QString& key) {
    const auto& sources = district().sources();
    core::CaseSource source;
    source.key = core::trimmed(m_sourceKey->text().toStdString());
    const auto stored = std::find_if(sources.begin(), sources.end(), [&](const auto& other) { return other.key == source.key; });
    if (key.isEmpty() && stored != sources.end()) {
        showFault(tr("There already is a source with the key %1.").arg(QString::fromStdString(source.key)));
        return std::nullopt;
    }
    source.position = stored != sources.end() ? stored->position : sources.empty() ? 1 : sources.back().position + 1;
    source.name = core::trimmed(m_name->text().toStdString());
    source.english = core::trimmed(m_english->text().toStdString());
    source.isPublic = m_isPublic->isChecked();
    source.isCollector = m_isCollector->isChecked();
    source.isEnabled = m_enabled->isChecked();
    source.fields = m_fields->fields();
    const bool done = write({key.isEmpty() ? "add-source" : "edit-source", {source.name}},
                            [&](core::Change& change) { return core::saveSource(change, source); });
    return done ? std::optional(QString::fromStdString(source.key)) : std::nullopt;
}

void SourceEditor::move(int by) {
    const auto isCurrent = [key = currentKey().toStdString()](const core::CaseSource& source) { return source.key == key; };
    const auto sources = moved(district().sources(), isCurrent, by);
    if (!sources)
        return;
    const core::Message label{"order-sources", {std::find_if(sources->begin(), sources->end(), isCurrent)->name}};
    write(label, [&](core::Change& change) -> core::Result<void> {
        for (const core::CaseSource& source : *sources)
            if (auto saved = core::saveSource(change, source); !saved)
                return saved;
        return {};
    });
}

} // namespace gridwarden::app
