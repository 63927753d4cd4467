// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a form in which one item of a scheme is entered. Only the fields that belong to where its score comes
// from are seen.
#pragma once

#include "app/evaluation/figure_field.h"
#include "core/evaluation/scheme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace gridwarden::app {

class LineTable;
class NumberBox;

class ItemFields : public QWidget {
    Q_OBJECT
public:
    explicit ItemFields(QWidget* parent);
    void offerFigures(std::vector<FigureChoice> figures);
    void offerGroups(const std::vector<core::SchemeGroup>& groups);
    void setOfPeople(bool isOfPeople); ///< else nobody's steps are asked about
    /// \param isStored its key stays, because marks were given by it
    void setItem(const core::SchemeItem& item, bool isStored);
    [[nodiscard]] core::SchemeItem item() const;
    /// By the member of a scheme's JSON; null: none.
    [[nodiscard]] QWidget* field(const std::string& member) const;

signals:
    void edited(); ///< also while setItem fills the fields

private:
    enum class From { Rate, InverseRate, Bands, Units, Hand };
    void build();
    void showFields();
    void offerFitting();
    [[nodiscard]] From from() const;
    [[nodiscard]] decltype(core::SchemeItem::source) source() const;
    void setSource(const decltype(core::SchemeItem::source)& source);
    std::vector<FigureChoice> m_figures;
    bool m_isOfPeople = false;
    QFormLayout* m_score; ///< the form of where the score comes from
    QFormLayout* m_whole; ///< the form of what takes the whole width
    QLineEdit* m_name;
    QLineEdit* m_english;
    QLineEdit* m_key;
    QComboBox* m_group;
    NumberBox* m_weight;
    QComboBox* m_from;
    FigureField* m_figure;
    NumberBox* m_each;
    NumberBox* m_most;
    NumberBox* m_outOf;
    QComboBox* m_by;
    QComboBox* m_undefined;
    LineTable* m_bands;
    QLineEdit* m_note;
    QLineEdit* m_englishNote;
};

} // namespace gridwarden::app
