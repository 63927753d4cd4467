// SPDX-License-Identifier: GPL-3.0-or-later
// The schemes of evaluation. The bureau's own are added and changed here, also in place of shipped ones; beside the
// form stands what the ranking of a period becomes.
#pragma once

#include "app/district/record_editor.h"
#include "app/evaluation/field_fault.h"
#include "app/evaluation/scheme_fault.h"
#include "core/evaluation/mark.h"
#include "core/evaluation/scheme_list.h"

#include <QTimer>

class QPlainTextEdit;
class QTabWidget;

namespace gridwarden::app {

class ItemList;
class LineTable;
class RankingFields;
class RankingPreview;
class SubjectFields;

class SchemeEditor : public RecordEditor {
    Q_OBJECT
public:
    SchemeEditor(Workspace& workspace, QWidget* parent);
    ~SchemeEditor() override;
    void refresh() override;
    [[nodiscard]] RankingPreview& preview() { return *m_preview; }

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
    enum Tab { Items, Whom, Ranking, About };
    void buildForm();
    QWidget* addPage(QWidget* page, const QString& title);
    core::Result<void> readKnown();
    [[nodiscard]] const core::ListedScheme* known(const QString& key) const;
    [[nodiscard]] const core::EvaluationScheme* shipped(const std::string& key) const;
    [[nodiscard]] core::EvaluationScheme shown() const;
    [[nodiscard]] std::vector<core::SchemeGroup> groups() const;
    void onEdited();
    void followEdits(); ///< the ranking, and what keeps it from being one
    [[nodiscard]] QWidget* field(const SchemeFault& fault) const;
    [[nodiscard]] QString sentenceOf(const SchemeFault& fault, const core::EvaluationScheme& scheme) const;
    void lead(const SchemeFault& fault, const core::EvaluationScheme& scheme);
    /// Asks where marks that count now count for nothing by what the scheme becomes; null: by none.
    [[nodiscard]] bool mayLeaveMarks(const core::EvaluationScheme& before, const core::EvaluationScheme* after);
    void copy();
    void remove();
    QLineEdit* m_name;
    QLineEdit* m_english;
    QLineEdit* m_schemeKey;
    QTabWidget* m_tabs;
    ItemList* m_items;
    SubjectFields* m_subjects;
    RankingFields* m_ranking;
    QPlainTextEdit* m_note;
    QPlainTextEdit* m_englishNote;
    QLineEdit* m_source;
    LineTable* m_groups;
    LineTable* m_periods;
    RankingPreview* m_preview;
    FieldFault m_fault;
    QPushButton* m_copy = nullptr;
    QPushButton* m_remove = nullptr;
    std::vector<core::ListedScheme> m_known;
    std::vector<core::EvaluationScheme> m_shipped;
    core::FigureDefinitions m_figures;
    std::optional<core::EvaluationScheme> m_template; ///< what a new one begins with
    QTimer m_delay;                                   ///< typing does not evaluate with each key
    bool m_isFilling = false;
};

/// Opens the editor or raises the one that is open, with a scheme chosen and the period of its ranking. Nothing without
/// a district.
void openSchemeEditor(Workspace& workspace, const std::string& key, core::Period period, QWidget* parent);

} // namespace gridwarden::app
