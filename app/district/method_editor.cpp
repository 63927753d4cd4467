// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/method_editor.h"

#include "app/district/form_fields.h"
#include "app/district/list_order.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace gridwarden::app {

namespace {

auto withKey(std::string key) {
    return [key = std::move(key)](const core::HandlingMethod& method) { return method.key == key; };
}

} // namespace

MethodEditor::MethodEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Methods of handling"), {tr("Name"), tr("Key")}, tr("Choose a method, or add one."), parent),
      m_methodKey(makeLine(QStringLiteral("key"), form())), m_name(makeLine(QStringLiteral("name"), form())),
      m_english(makeLine(QStringLiteral("english"), form())), m_enabled(new QCheckBox(tr("Offered when a case is handled"), form())) {
    m_enabled->setObjectName(QStringLiteral("enabled"));
    auto* const layout = makeForm(form());
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("English name"), m_english);
    layout->addRow(tr("Key"), m_methodKey);
    layout->addRow(QString(), makeNote(tr("The key stays with the cases, so it is given once. Short Latin words are best."), form()));
    layout->addRow(QString(), m_enabled);
    watch(form());
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    connect(addListButton(QStringLiteral("up"), tr("Up"), QLatin1String("arrow-up")), &QPushButton::clicked, this, [this] { move(-1); });
    connect(addListButton(QStringLiteral("down"), tr("Down"), QLatin1String("arrow-down")), &QPushButton::clicked, this, [this] { move(1); });
    showFirst();
}

std::vector<Record> MethodEditor::records() const {
    std::vector<Record> all;
    for (const core::HandlingMethod& method : district().methods()) {
        const QString key = QString::fromStdString(method.key);
        all.push_back({.key = key,
                       .cells = {QString::fromStdString(method.name), key},
                       .search = QString::fromStdString(method.english),
                       .isQuiet = !method.isEnabled});
    }
    return all;
}

void MethodEditor::fill(const QString& key) {
    const auto& methods = district().methods();
    const auto stored = std::find_if(methods.begin(), methods.end(), withKey(key.toStdString()));
    const core::HandlingMethod shown = stored != methods.end() ? *stored : core::HandlingMethod();
    m_methodKey->setText(QString::fromStdString(shown.key));
    m_methodKey->setEnabled(stored == methods.end());
    m_name->setText(QString::fromStdString(shown.name));
    m_english->setText(QString::fromStdString(shown.english));
    m_enabled->setChecked(shown.isEnabled);
}

std::optional<QString> MethodEditor::store(const QString& key) {
    const auto& methods = district().methods();
    core::HandlingMethod method;
    method.key = std::string(core::trimmed(m_methodKey->text().toStdString()));
    const auto stored = std::find_if(methods.begin(), methods.end(), withKey(method.key));
    if (key.isEmpty() && stored != methods.end()) {
        showFault(tr("There already is a method with the key %1.").arg(QString::fromStdString(method.key)));
        return std::nullopt;
    }
    method.position = stored != methods.end() ? stored->position : methods.empty() ? 1 : methods.back().position + 1;
    method.name = core::trimmed(m_name->text().toStdString());
    method.english = core::trimmed(m_english->text().toStdString());
    method.isEnabled = m_enabled->isChecked();
    const bool done = write({key.isEmpty() ? "add-method" : "edit-method", {method.name}},
                            [&](core::Change& change) { return core::saveMethod(change, method); });
    return done ? std::optional(QString::fromStdString(method.key)) : std::nullopt;
}

void MethodEditor::move(int by) {
    const std::string key = currentKey().toStdString();
    const auto methods = moved(district().methods(), withKey(key), by);
    if (!methods)
        return;
    const core::Message label{"order-methods", {std::find_if(methods->begin(), methods->end(), withKey(key))->name}};
    write(label, [&](core::Change& change) -> core::Result<void> {
        for (const core::HandlingMethod& method : *methods)
            if (auto saved = core::saveMethod(change, method); !saved)
                return saved;
        return {};
    });
}

} // namespace gridwarden::app
