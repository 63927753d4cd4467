// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/item_fields.h"

#include "app/cases/panel_text.h"
#include "app/district/form_fields.h"
#include "app/evaluation/line_table.h"
#include "app/evaluation/number_box.h"
#include "app/evaluation/scheme_words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double MostPoints = 1e6;

void put(QLineEdit* line, const std::string& text) {
    line->setText(QString::fromStdString(text));
    line->setCursorPosition(0);
}

QString optionalText(const std::optional<double>& number) {
    return number ? plainNumberText(*number) : QString();
}
std::optional<double> optionalNumber(const QString& text) {
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

ItemFields::ItemFields(QWidget* parent)
    : QWidget(parent), m_score(makeForm(nullptr)), m_whole(makeForm(nullptr)),
      m_name(makeLine(QStringLiteral("itemName"), this)), m_english(makeLine(QStringLiteral("itemEnglish"), this)),
      m_key(makeLine(QStringLiteral("itemKey"), this)), m_group(makeChoiceBox(QStringLiteral("itemGroup"), {}, this)),
      m_weight(new NumberBox(QStringLiteral("itemWeight"), 0, MostPoints, this)),
      m_from(makeChoiceBox(QStringLiteral("itemFrom"), {}, this)),
      m_figure(new FigureField(QStringLiteral("itemFigure"), this)),
      m_each(new NumberBox(QStringLiteral("itemEach"), -MostPoints, MostPoints, this)),
      m_most(new NumberBox(QStringLiteral("itemMost"), 0, MostPoints, this)),
      m_outOf(new NumberBox(QStringLiteral("itemOutOf"), 0, MostPoints, this)),
      m_by(makeChoiceBox(QStringLiteral("itemBy"), stepTakers(), this)),
      m_undefined(makeChoiceBox(QStringLiteral("itemUndefined"), {}, this)),
      m_bands(new LineTable(QStringLiteral("bands"), tr("Add band"),
                            {{tr("From"), LineColumn::Kind::OptionalNumber},
                             {tr("To"), LineColumn::Kind::OptionalNumber},
                             {tr("Score of 100"), LineColumn::Kind::Number}},
                            this)),
      m_note(makeLine(QStringLiteral("itemNote"), this)),
      m_englishNote(makeLine(QStringLiteral("itemEnglishNote"), this)) {
    build();
    whenEdited(this, this, [this] { emit edited(); });
    connect(m_bands, &LineTable::edited, this, &ItemFields::edited);
    connect(m_figure, &QComboBox::editTextChanged, this, &ItemFields::edited);
    connect(m_from, &QComboBox::currentIndexChanged, this, [this] {
        offerFitting();
        showFields();
    });
    showFields();
}

void ItemFields::build() {
    const std::initializer_list<std::pair<From, QString>> sources = {
        {From::Rate, tr("100 × a rate")},           {From::InverseRate, tr("100 × what a rate leaves")},
        {From::Bands, tr("a count, by bands")},     {From::Units, tr("points for each one counted")},
        {From::Hand, tr("by hand, with evidence")},
    };
    for (const auto& [from, label] : sources)
        m_from->addItem(label, static_cast<int>(from));
    m_undefined->addItem(tr("as the scheme says"), -1);
    for (const core::WhenUndefined each :
         {core::WhenUndefined::Spread, core::WhenUndefined::Full, core::WhenUndefined::None})
        m_undefined->addItem(whenUndefinedText(each), static_cast<int>(each));
    m_weight->setSpecialValueText(tr("none: points beside the total"));
    m_each->setToolTip(tr("Points of the total; below 0 they are taken away"));
    m_key->setToolTip(tr("Marks are given by it, so it stays"));
    auto* const names = makeForm(nullptr);
    names->addRow(tr("Item"), m_name);
    names->addRow(tr("English name"), m_english);
    names->addRow(tr("Weight"), m_weight);
    names->addRow(tr("Group"), m_group);
    names->addRow(tr("Key"), m_key);
    m_score->addRow(tr("Score"), m_from);
    m_score->addRow(tr("Figure"), m_figure);
    m_score->addRow(tr("Points for each"), m_each);
    m_score->addRow(tr("At most"), m_most);
    m_score->addRow(tr("Marks out of"), m_outOf);
    m_score->addRow(tr("Whose"), m_by);
    m_score->addRow(tr("Without a value"), m_undefined);
    m_whole->addRow(tr("Bands"), m_bands);
    m_whole->addRow(tr("Note"), m_note);
    m_whole->addRow(tr("In English"), m_englishNote);
    auto* const both = new QHBoxLayout;
    both->setSpacing(Gap * 2);
    both->addLayout(names, 1);
    both->addLayout(m_score, 1);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(both);
    all->addLayout(m_whole);
}

ItemFields::From ItemFields::from() const {
    return static_cast<From>(m_from->currentData().toInt());
}

void ItemFields::showFields() {
    const From where = from();
    m_score->setRowVisible(m_figure, where != From::Hand);
    m_score->setRowVisible(m_each, where == From::Units);
    m_score->setRowVisible(m_most, where == From::Units);
    m_score->setRowVisible(m_outOf, where == From::Hand);
    m_score->setRowVisible(m_by, m_isOfPeople && where != From::Hand);
    m_whole->setRowVisible(m_bands, where == From::Bands);
}

void ItemFields::offerFigures(std::vector<FigureChoice> figures) {
    m_figures = std::move(figures);
    offerFitting();
}

void ItemFields::offerFitting() {
    const bool wantsRate = from() == From::Rate || from() == From::InverseRate;
    std::vector<FigureChoice> fitting;
    std::copy_if(m_figures.begin(), m_figures.end(), std::back_inserter(fitting),
                 [&](const FigureChoice& each) { return each.isRate == wantsRate; });
    const std::string chosen = m_figure->figure();
    const auto known =
        std::find_if(m_figures.begin(), m_figures.end(), [&](const FigureChoice& each) { return each.key == chosen; });
    if (known != m_figures.end() && known->isRate != wantsRate)
        m_figure->setFigure({}); // a count is no rate
    m_figure->offer(fitting);
}

void ItemFields::offerGroups(const std::vector<core::SchemeGroup>& groups) {
    const QVariant chosen = m_group->currentData();
    m_group->clear();
    m_group->addItem(tr("none"), QString());
    for (const core::SchemeGroup& group : groups)
        m_group->addItem(QString::fromStdString(group.name), QString::fromStdString(group.key));
    m_group->setCurrentIndex(std::max(m_group->findData(chosen), 0));
}

void ItemFields::setOfPeople(bool isOfPeople) {
    m_isOfPeople = isOfPeople;
    showFields();
}

void ItemFields::setItem(const core::SchemeItem& item, bool isStored) {
    put(m_name, item.name);
    put(m_english, item.english);
    put(m_key, item.key);
    m_key->setEnabled(!isStored);
    m_group->setCurrentIndex(std::max(m_group->findData(QString::fromStdString(item.group)), 0));
    m_weight->setValue(item.weight);
    setSource(item.source);
    m_by->setCurrentIndex(std::max(m_by->findData(stepTakerKey(item.by)), 0));
    m_undefined->setCurrentIndex(m_undefined->findData(item.undefined ? static_cast<int>(*item.undefined) : -1));
    put(m_note, item.note);
    put(m_englishNote, item.englishNote);
}

void ItemFields::setSource(const decltype(core::SchemeItem::source)& source) {
    const auto* const rate = std::get_if<core::RateItem>(&source);
    const auto* const bands = std::get_if<core::BandItem>(&source);
    const auto* const units = std::get_if<core::UnitItem>(&source);
    const auto* const hand = std::get_if<core::HandItem>(&source);
    const From where = rate != nullptr    ? (rate->isInverse ? From::InverseRate : From::Rate)
                       : bands != nullptr ? From::Bands
                       : units != nullptr ? From::Units
                                          : From::Hand;
    m_figure->setFigure({});
    m_from->setCurrentIndex(m_from->findData(static_cast<int>(where)));
    m_figure->setFigure(rate != nullptr    ? rate->figure
                        : bands != nullptr ? bands->figure
                        : units != nullptr ? units->figure
                                           : std::string());
    m_each->setValue(units != nullptr ? units->each : core::UnitItem().each);
    m_most->setValue(units != nullptr ? units->most : core::UnitItem().most);
    m_outOf->setValue(hand != nullptr ? hand->outOf : core::HandItem().outOf);
    std::vector<QStringList> lines;
    for (const core::Band& band : bands != nullptr ? bands->bands : std::vector<core::Band>())
        lines.push_back({optionalText(band.from), optionalText(band.to), plainNumberText(band.score)});
    m_bands->setLines(lines);
    showFields();
}

decltype(core::SchemeItem::source) ItemFields::source() const {
    const std::string figure = m_figure->figure();
    switch (from()) {
    case From::Rate:
        return core::RateItem{figure, false};
    case From::InverseRate:
        return core::RateItem{figure, true};
    case From::Units:
        return core::UnitItem{figure, m_each->value(), m_most->value()};
    case From::Hand:
        return core::HandItem{m_outOf->value()};
    case From::Bands:
        break;
    }
    core::BandItem bands{figure, {}};
    for (const QStringList& line : m_bands->lines())
        bands.bands.push_back({optionalNumber(line[0]), optionalNumber(line[1]), optionalNumber(line[2]).value_or(0)});
    return bands;
}

core::SchemeItem ItemFields::item() const {
    core::SchemeItem item;
    item.key = typed(m_key);
    item.name = typed(m_name);
    item.english = typed(m_english);
    item.group = m_group->currentData().toString().toStdString();
    item.weight = m_weight->value();
    item.note = typed(m_note);
    item.englishNote = typed(m_englishNote);
    item.source = source();
    if (m_isOfPeople && from() != From::Hand)
        item.by = stepTakerFromKey(m_by->currentData().toString());
    if (const int undefined = m_undefined->currentData().toInt(); undefined >= 0)
        item.undefined = static_cast<core::WhenUndefined>(undefined);
    return item;
}

QWidget* ItemFields::field(const std::string& member) const {
    const std::initializer_list<std::pair<std::string_view, QWidget*>> fields = {
        {"key", m_key},       {"zh", m_name},   {"weight", m_weight}, {"group", m_group}, {"rate", m_figure},
        {"figure", m_figure}, {"most", m_most}, {"out_of", m_outOf},  {"bands", m_bands}, {"by", m_by}};
    if (member == "each") // a list of bands without any line reads like points without a number
        return from() == From::Bands ? static_cast<QWidget*>(m_bands) : m_each;
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.first == member; });
    return found == fields.end() ? nullptr : found->second;
}

} // namespace gridwarden::app
