// SPDX-License-Identifier: GPL-3.0-or-later
// What can be counted without a case, in the order in which it is offered.
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;
class QComboBox;

namespace gridwarden::app {

class ActivityKindEditor : public RecordEditor {
    Q_OBJECT
public:
    ActivityKindEditor(Workspace& workspace, QWidget* parent);

protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override {
        return touched.activityLists || touched.everything;
    }

private:
    void move(int by);
    void offerChapters();
    QLineEdit* m_name;
    QLineEdit* m_english;
    QLineEdit* m_kindKey;
    QLineEdit* m_unit;
    QComboBox* m_chapter;
    QLineEdit* m_aliases;
    QLineEdit* m_category;
    QCheckBox* m_countsPeople;
    QCheckBox* m_enabled;
};

} // namespace gridwarden::app
