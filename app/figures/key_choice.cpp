// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/key_choice.h"

#include "app/cases/choice_popup.h"

#include <algorithm>
#include <map>

namespace gridwarden::app {

KeyChoice::KeyChoice(const QString& name, const QString& none, std::function<std::vector<Entry>()> offer, QWidget* parent)
    : QPushButton(parent), m_none(none), m_offer(std::move(offer)) {
    setObjectName(name);
    setStyleSheet(QStringLiteral("text-align: left; padding: 4px 8px"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // many names do not make the form wider
    connect(this, &QPushButton::clicked, this, &KeyChoice::open);
}

void KeyChoice::setKeys(std::vector<std::string> keys) {
    m_keys = std::move(keys);
    showLabels();
}

void KeyChoice::showLabels() {
    QStringList labels;
    if (!m_keys.empty()) {
        std::map<std::string, QString> known;
        for (Entry& entry : m_offer())
            known.emplace(std::move(entry.key), std::move(entry.label));
        for (const std::string& key : m_keys) {
            const auto label = known.find(key);
            labels << (label != known.end() ? label->second : QString::fromStdString(key));
        }
    }
    const QString all = labels.isEmpty() ? m_none : labels.join(tr(", "));
    setText(all.size() > 60 ? QString(all.left(59) + u'…') : all);
    setToolTip(labels.isEmpty() ? QString() : all);
}

void KeyChoice::open() {
    auto* const popup = new ChoicePopup(this);
    std::map<QString, QTreeWidgetItem*> headings;
    for (const Entry& entry : m_offer()) {
        QTreeWidgetItem* above = nullptr;
        if (!entry.heading.isEmpty()) {
            const auto [heading, isNew] = headings.emplace(entry.heading, nullptr);
            if (isNew)
                heading->second = popup->addHeading(entry.heading);
            above = heading->second;
        }
        popup->addChoice(above, entry.label, QString::fromStdString(entry.key), std::find(m_keys.begin(), m_keys.end(), entry.key) != m_keys.end(), entry.search);
    }
    connect(popup, &ChoicePopup::chosen, this, [this](const QVariantList& values) {
        std::vector<std::string> keys;
        for (const QVariant& value : values)
            keys.push_back(value.toString().toStdString());
        setKeys(std::move(keys));
        emit chosen();
    });
    popup->openUnder(this);
}

} // namespace gridwarden::app
