// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a scheme as they are being edited, with what their weights add up to.
#pragma once

#include "app/evaluation/figure_field.h"
#include "core/evaluation/scheme.h"

#include <QWidget>
#include <set>

class QLabel;
class QPushButton;
class QTreeView;

namespace gridwarden::app {

class ItemFields;
class NumberBox;
class RecordModel;

class ItemList : public QWidget {
    Q_OBJECT
public:
    explicit ItemList(QWidget* parent);
    void offerFigures(const std::vector<FigureChoice>& figures);
    void offerGroups(const std::vector<core::SchemeGroup>& groups);
    void setOfPeople(bool isOfPeople);
    /// \param areStored their keys stay
    void setItems(std::vector<core::SchemeItem> items, double full, bool areStored);
    [[nodiscard]] const std::vector<core::SchemeItem>& items() const { return m_items; }
    [[nodiscard]] double full() const;
    /// Shows an item in the fields, where there is one with the key.
    void choose(const std::string& key);
    /// The field of a member of the chosen item or of the whole; null: none, or of another item.
    [[nodiscard]] QWidget* field(const std::string& item, const std::string& member) const;

signals:
    void edited();

private:
    void build();
    void list();
    void show();
    void takeFields();
    void showSum();
    void add();
    void remove();
    void move(int by);
    [[nodiscard]] int row() const; ///< of the chosen item; below 0: none
    [[nodiscard]] QString figureLabel(const core::SchemeItem& item) const;
    std::vector<core::SchemeItem> m_items;
    std::set<std::string> m_stored; ///< keys
    std::vector<FigureChoice> m_figures;
    RecordModel* m_model;
    QTreeView* m_view;
    NumberBox* m_full;
    QLabel* m_sum;
    ItemFields* m_fields;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    bool m_isFilling = false;
};

} // namespace gridwarden::app
