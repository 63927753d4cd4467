// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/activity_kind_editor.h"

#include "app/district/form_fields.h"
#include "app/district/list_order.h"
#include "app/text/message_text.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace gridwarden::app {

namespace {

QString chapterText(const std::string& chapter) {
    return word("activity_chapters", chapter);
}

} // namespace

ActivityKindEditor::ActivityKindEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Kinds of activities"), {tr("Name"), tr("Unit"), tr("Chapter")},
                   tr("Choose a kind, or add one: what your bureau reports."), parent),
      m_name(makeLine(QStringLiteral("name"), form())), m_english(makeLine(QStringLiteral("english"), form())),
      m_kindKey(makeLine(QStringLiteral("key"), form())), m_unit(makeLine(QStringLiteral("unit"), form())),
      m_chapter(new QComboBox(form())), m_aliases(makeLine(QStringLiteral("aliases"), form())),
      m_category(makeLine(QStringLiteral("category"), form())),
      m_countsPeople(new QCheckBox(tr("People are counted with it"), form())),
      m_enabled(new QCheckBox(tr("Offered when work is counted"), form())) {
    m_chapter->setObjectName(QStringLiteral("chapter"));
    m_chapter->setEditable(true);
    m_countsPeople->setObjectName(QStringLiteral("countsPeople"));
    m_enabled->setObjectName(QStringLiteral("enabled"));
    m_category->setPlaceholderText(tr("none"));
    auto* const layout = makeForm(form());
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("English name"), m_english);
    layout->addRow(tr("Key"), m_kindKey);
    layout->addRow(
        QString(),
        makeNote(tr("The key stays with what was counted, so it is given once. Short Latin words are best."), form()));
    layout->addRow(tr("Unit"), m_unit);
    layout->addRow(tr("Chapter"), m_chapter);
    layout->addRow(tr("Other words"), m_aliases);
    layout->addRow(
        QString(),
        makeNote(tr("Words under which tables name it, with commas. Imports and the search know them."), form()));
    layout->addRow(tr("Category"), m_category);
    layout->addRow(QString(), m_countsPeople);
    layout->addRow(QString(), m_enabled);
    watch(form());
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this,
            [this] { startNew(); });
    connect(addListButton(QStringLiteral("up"), tr("Up"), QLatin1String("arrow-up")), &QPushButton::clicked, this,
            [this] { move(-1); });
    connect(addListButton(QStringLiteral("down"), tr("Down"), QLatin1String("arrow-down")), &QPushButton::clicked, this,
            [this] { move(1); });
    resize(960, 640);
    showFirst();
}

std::vector<Record> ActivityKindEditor::records() const {
    std::vector<Record> all;
    for (const core::ActivityKind& kind : district().activityLists().kinds())
        all.push_back(
            {.key = QString::fromStdString(kind.key),
             .cells = {QString::fromStdString(kind.name), QString::fromStdString(kind.unit), chapterText(kind.chapter)},
             .search =
                 QString::fromStdString(kind.english + '\n' + core::pinyinInitials(kind.name) + '\n' + kind.aliases),
             .isQuiet = !kind.isEnabled});
    return all;
}

void ActivityKindEditor::offerChapters() {
    m_chapter->clear();
    for (const core::ActivityKind& kind : district().activityLists().kinds())
        if (!kind.chapter.empty() && m_chapter->findData(QString::fromStdString(kind.chapter)) < 0)
            m_chapter->addItem(chapterText(kind.chapter), QString::fromStdString(kind.chapter));
}

void ActivityKindEditor::fill(const QString& key) {
    const core::ActivityKind* const stored = district().activityLists().find(key.toStdString());
    const core::ActivityKind shown = stored != nullptr ? *stored : core::ActivityKind();
    m_name->setText(QString::fromStdString(shown.name));
    m_english->setText(QString::fromStdString(shown.english));
    m_kindKey->setText(QString::fromStdString(shown.key));
    m_kindKey->setEnabled(stored == nullptr);
    m_unit->setText(QString::fromStdString(shown.unit));
    offerChapters();
    m_chapter->setCurrentText(shown.chapter.empty() ? QString() : chapterText(shown.chapter));
    m_aliases->setText(QString::fromStdString(shown.aliases));
    m_category->setText(QString::fromStdString(shown.category));
    m_countsPeople->setChecked(shown.countsPeople);
    m_enabled->setChecked(shown.isEnabled);
}

std::optional<QString> ActivityKindEditor::store(const QString& key) {
    const core::ActivityLists& lists = district().activityLists();
    core::ActivityKind kind;
    kind.key = typed(m_kindKey);
    const core::ActivityKind* const stored = lists.find(kind.key);
    if (key.isEmpty() && stored != nullptr) {
        showFault(tr("There already is a kind with the key %1.").arg(QString::fromStdString(kind.key)));
        return std::nullopt;
    }
    kind.position = stored != nullptr       ? stored->position
                    : lists.kinds().empty() ? 1
                                            : lists.kinds().back().position + 1;
    kind.name = typed(m_name);
    kind.english = typed(m_english);
    kind.unit = typed(m_unit);
    const QString chapter = m_chapter->currentText().trimmed();
    const int known = m_chapter->findText(chapter);
    kind.chapter = (known >= 0 ? m_chapter->itemData(known).toString() : chapter).toStdString();
    kind.aliases =
        core::joined(core::split(m_aliases->text().replace(QChar(0xFF0C), QLatin1Char(',')).toStdString(), ','), ",");
    kind.category = typed(m_category);
    if (!kind.category.empty()) {
        const core::Category* const category = district().categories().find(kind.category);
        if (category == nullptr || category->isGroup) {
            showFault(app::text(
                core::Message{category == nullptr ? "category-unknown" : "category-is-group", {kind.category}}));
            return std::nullopt;
        }
        kind.category = category->key.text();
    }
    kind.countsPeople = m_countsPeople->isChecked();
    kind.isEnabled = m_enabled->isChecked();
    const bool done = write({key.isEmpty() ? "add-activity-kind" : "edit-activity-kind", {kind.name}},
                            [&](core::Change& change) { return core::saveActivityKind(change, kind); });
    return done ? std::optional(QString::fromStdString(kind.key)) : std::nullopt;
}

void ActivityKindEditor::move(int by) {
    const auto isCurrent = [key = currentKey().toStdString()](const core::ActivityKind& kind) {
        return kind.key == key;
    };
    const auto kinds = moved(district().activityLists().kinds(), isCurrent, by);
    if (!kinds)
        return;
    const core::Message label{"order-activity-kinds", {std::find_if(kinds->begin(), kinds->end(), isCurrent)->name}};
    write(label, [&](core::Change& change) -> core::Result<void> {
        for (const core::ActivityKind& kind : *kinds)
            if (auto saved = core::saveActivityKind(change, kind); !saved)
                return saved;
        return {};
    });
}

} // namespace gridwarden::app
