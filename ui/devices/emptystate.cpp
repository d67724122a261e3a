#include "ui/devices/emptystate.h"

#include "ui/widgets/plainlabel.h"

#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

QFont scaled(QFont font, qreal factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_title = plainLabel({}, page);
    m_title->setFont(scaled(font(), 1.3));
    m_title->setWordWrap(true);
    setFocusPolicy(Qt::NoFocus); // its buttons take it
    m_lines = plainLabel({}, page);
    m_lines->setWordWrap(true);
    m_values = new QWidget(page);
    m_grid = new QGridLayout(m_values);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(3, 1);
    m_action = new QPushButton(page);

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_lines);
    layout->addWidget(m_values);
    layout->addWidget(m_action, 0, Qt::AlignLeft);
    layout->addStretch();
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContents(
    const QString &title, const QStringList &lines, const QList<QPair<QString, QString>> &values, const QString &action)
{
    if (values != m_shown || title != m_shownTitle)
        showValues(values);
    m_shown = values;
    m_shownTitle = title;
    m_title->setText(title);
    m_lines->setText(lines.join(u'\n'));
    m_lines->setVisible(!lines.isEmpty());
    m_values->setVisible(!values.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::showValues(const QList<QPair<QString, QString>> &values)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype row = 0; row < values.size(); ++row)
        addValue(static_cast<int>(row), values[row].first, values[row].second);
}

void EmptyState::addValue(int row, const QString &label, const QString &value)
{
    auto *name = plainLabel(label, m_values);
    auto *text = plainLabel(value, m_values);
    text->setFont(scaled(monospace(), 1.5));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(label);
    auto *copy = new QToolButton(m_values);
    copy->setText(tr("Copy"));
    //: %1 is a label such as "Password"
    copy->setAccessibleName(tr("Copy: %1").arg(label));
    connect(copy, &QToolButton::clicked, this, [value] { QGuiApplication::clipboard()->setText(value); });
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(text, row, 1);
    m_grid->addWidget(copy, row, 2);
}

} // namespace gb::ui
