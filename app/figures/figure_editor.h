// SPDX-License-Identifier: GPL-3.0-or-later
// The definitions of all figures. Those of the bureau are added and changed here, also in place of shipped ones; each with its value of this month and where
// it is used.
#pragma once

#include "app/district/record_editor.h"
#include "app/figures/board_counting.h"
#include "app/workspace/latest_wish.h"

#include <QTimer>
#include <map>
#include <set>

namespace gridwarden::app {

class RuleFields;

class FigureEditor : public RecordEditor {
    Q_OBJECT
  public:
    FigureEditor(Workspace& workspace, QWidget* parent);
    ~FigureEditor() override;
    void refresh() override;

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    void onCurrentChanged() override;
    void onWritableChanged(bool canWrite) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override {
        return touched.definitions || touched.activityLists || touched.settings || touched.everything;
    }

  private:
    void buildForm();
    [[nodiscard]] core::FigureDefinition shown() const;
    /// What the district has, and who uses it; empty after a fault and while the district is busy.
    struct Known {
        core::FigureDefinitions all;
        std::set<std::string> own, offered; ///< keys
        std::map<std::string, QStringList> uses; ///< by key: figures, texts and schemes
    };
    core::Result<void> readKnown();
    void copy();
    void remove();
    void askValue();
    void showUses(const QString& key);
    QLineEdit* m_figureKey;
    QLineEdit* m_name;
    QLineEdit* m_english;
    QLineEdit* m_unit;
    QLineEdit* m_noteText;
    QLineEdit* m_englishNote;
    QLineEdit* m_source;
    RuleFields* m_rule = nullptr;
    QLabel* m_value;
    QLabel* m_uses;
    QPushButton* m_copy = nullptr;
    QPushButton* m_remove = nullptr;
    Known m_known;
    std::optional<core::FigureDefinition> m_template; ///< what a new one begins with
    QTimer m_delay; ///< typing does not count with each key
    LatestWish<std::pair<BoardWish, std::string>> m_counting; ///< the last: answers through all of the others
};

/// Opens the editor or raises the one that is open, with a figure chosen; empty: none. Nothing without a district.
void openFigureEditor(Workspace& workspace, const QString& key, QWidget* parent);

} // namespace gridwarden::app
