#include "ui/devices/emptystate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

/// As long for each.
QString hidden()
{
    return QString(8, u'\u2022');
}

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
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(3, 1);
    m_action = new QPushButton(page);

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 20, 8, 16);
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
    const QString &title, const QStringList &lines, const QList<SetupValue> &values, const QString &action)
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

void EmptyState::showValues(const QList<SetupValue> &values)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype row = 0; row < values.size(); ++row)
        addValue(static_cast<int>(row), values[row]);
}

void EmptyState::addValue(int row, const SetupValue &value)
{
    const QString &label = value.label;
    auto *name = plainLabel(label, m_values);
    auto *text = plainLabel(value.secret ? hidden() : value.value, m_values);
    text->setFont(scaled(monospace(), 1.3));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(label);
    auto *copy = new QToolButton(m_values);
    copy->setText(tr("Copy"));
    //: %1 is a label such as "Password"
    copy->setAccessibleName(tr("Copy: %1").arg(label));
    connect(copy, &QToolButton::clicked, this, [value] { QGuiApplication::clipboard()->setText(value.value); });
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(value.secret ? withEye(value, text) : text, row, 1);
    m_grid->addWidget(copy, row, 2);
}

/// Who stands behind need not read it.
QWidget *EmptyState::withEye(const SetupValue &value, QLabel *text)
{
    auto *eye = new QToolButton(m_values);
    eye->setCheckable(true);
    eye->setIcon(icon(QStringLiteral("eye")));
    eye->setToolTip(tr("Show the password"));
    eye->setAccessibleName(tr("Show the password"));
    connect(eye, &QToolButton::toggled, text,
        [text, secret = value.value](bool on) { text->setText(on ? secret : hidden()); });
    auto *both = new QWidget(m_values);
    auto *line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(text);
    line->addWidget(eye);
    line->addStretch();
    return both;
}

} // namespace gb::ui
