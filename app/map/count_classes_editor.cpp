// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/count_classes_editor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace gridwarden::app {

using gis::ClassMethod;
using gis::CountClasses;

namespace {

constexpr int OneColour = -1;

} // namespace

CountClassesEditor::CountClassesEditor(const std::optional<CountClasses>& classes, QFormLayout& form, QObject* parent)
    : QObject(parent), m_form(&form), m_method(new QComboBox(form.parentWidget())), m_measure(new QComboBox(form.parentWidget())),
      m_classes(new QSpinBox(form.parentWidget())), m_bounds(new QLineEdit(form.parentWidget())) {
    const CountClasses shown = classes.value_or(CountClasses());
    m_method->setObjectName(QStringLiteral("countMethod"));
    m_method->addItem(tr("One colour for all"), OneColour);
    for (const auto& [title, method] : {std::pair(tr("Quantiles"), ClassMethod::Quantiles), std::pair(tr("Natural breaks"), ClassMethod::Natural),
                                        std::pair(tr("Equal intervals"), ClassMethod::Equal), std::pair(tr("Own classes"), ClassMethod::Own)})
        m_method->addItem(title, static_cast<int>(method));
    m_method->setCurrentIndex(classes ? m_method->findData(static_cast<int>(shown.method)) : 0);
    m_measure->setObjectName(QStringLiteral("countMeasure"));
    m_measure->addItem(tr("Number of cases"), false);
    m_measure->addItem(tr("Cases in a square kilometre"), true);
    m_measure->setCurrentIndex(shown.perSquareKilometre ? 1 : 0);
    m_classes->setObjectName(QStringLiteral("classCount"));
    m_classes->setRange(CountClasses::Fewest, CountClasses::Most);
    m_classes->setValue(shown.classes);
    m_bounds->setObjectName(QStringLiteral("classBounds"));
    m_bounds->setPlaceholderText(QStringLiteral("10, 50, 100"));
    m_bounds->setToolTip(tr("The greatest number of each class but the last"));
    QStringList texts;
    for (const double bound : shown.bounds)
        texts << QString::number(bound, 'g', 12);
    m_bounds->setText(texts.join(QStringLiteral(", ")));
    m_form->addRow(tr("Shaded in"), m_method);
    m_form->addRow(tr("Shown"), m_measure);
    m_form->addRow(tr("Classes"), m_classes);
    m_form->addRow(tr("Class bounds"), m_bounds);
    connect(m_method, &QComboBox::currentIndexChanged, this, &CountClassesEditor::follow);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &CountClassesEditor::follow);
    connect(m_classes, &QSpinBox::valueChanged, this, &CountClassesEditor::follow);
    connect(m_bounds, &QLineEdit::textChanged, this, &CountClassesEditor::follow);
    follow();
}

std::optional<std::vector<double>> CountClassesEditor::bounds() const {
    static const QRegularExpression separators(QStringLiteral("[,，、;；\\s]+"));
    std::vector<double> all;
    for (const QString& text : m_bounds->text().split(separators, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double bound = text.toDouble(&isNumber);
        if (!isNumber || !(bound >= 0) || (!all.empty() && bound <= all.back()))
            return std::nullopt;
        all.push_back(bound);
    }
    return all.empty() || all.size() >= static_cast<std::size_t>(CountClasses::Most) ? std::nullopt : std::optional(all);
}

void CountClassesEditor::follow() {
    const int method = m_method->currentData().toInt();
    const bool isOwn = method == static_cast<int>(ClassMethod::Own);
    const auto show = [this](QWidget* field, bool isShown) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    };
    show(m_measure, method != OneColour);
    show(m_classes, method != OneColour && !isOwn);
    show(m_bounds, isOwn);
    if (method == OneColour) {
        emit edited(std::nullopt);
        return;
    }
    CountClasses classes;
    classes.method = static_cast<ClassMethod>(method);
    classes.perSquareKilometre = m_measure->currentData().toBool();
    if (!isOwn)
        classes.classes = m_classes->value();
    else if (auto own = bounds())
        classes.bounds = std::move(*own);
    else
        return;
    emit edited(classes);
}

} // namespace gridwarden::app
