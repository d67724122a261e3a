#include "ui/site/cardtable.h"

#include "core/report/words/sitewording.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QToolButton>

namespace gb::ui {
namespace {

constexpr qreal nameScale = 1.3, valueScale = 1.6; ///< it is read from a ladder

QFont scaled(QFont font, qreal factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

CardTable::CardTable(QWidget *parent)
    : QTableWidget(0, Note + 1, parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() * 9 / 5); // the longest page still fits 768 lines
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {ChineseName, EnglishName, Value, CopyButton})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Note, QHeaderView::Stretch);
    retranslate();
}

void CardTable::retranslate()
{
    setAccessibleName(tr("What to enter in the camera"));
    setHorizontalHeaderLabels({tr("Field (Chinese page)"), tr("Field (English)"), tr("Value"), QString(), tr("Note")});
    for (int row = 0; row < rowCount(); ++row)
        fill(row);
}

void CardTable::setRows(const QList<CardRow> &rows)
{
    setRowCount(static_cast<int>(rows.size()));
    const QList<CardRow> before = std::exchange(m_rows, rows);
    for (int row = 0; row < rowCount(); ++row) {
        if (!cellWidget(row, CopyButton))
            build(row);
        if (row >= before.size() || !(before[row] == rows[row]))
            fill(row);
    }
}

void CardTable::setSecretsShown(bool shown)
{
    m_secretsShown = shown;
    for (int row = 0; row < rowCount(); ++row)
        fill(row);
}

void CardTable::build(int row)
{
    const QFont fonts[] = {scaled(font(), nameScale), font(), scaled(monospace(), valueScale), font(), font()};
    for (int column = 0; column < columnCount(); ++column) {
        auto *item = new QTableWidgetItem;
        item->setFont(fonts[column]);
        setItem(row, column, item);
    }
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(icon(QStringLiteral("copy")));
    connect(button, &QToolButton::clicked, this, [this, row] {
        selectRow(row);
        copy(row);
    });
    setCellWidget(row, CopyButton, button);
}

void CardTable::fill(int row)
{
    const CardRow &one = m_rows[row];
    item(row, ChineseName)->setText(one.chinese);
    item(row, EnglishName)->setText(one.english);
    item(row, Value)->setText(shownValue(one));
    item(row, Note)->setText(wording::cardNote(one.note));
    item(row, Note)->setForeground(one.note == CardNote::NotReachable || one.note == CardNote::ExpiresTooShort
            ? colours().failed
            : colours().muted);
    auto *button = static_cast<QToolButton *>(cellWidget(row, CopyButton));
    button->setEnabled(!one.value.isEmpty());
    button->setToolTip(tr("Copy"));
    //: %1 is the name of a field
    button->setAccessibleName(tr("Copy: %1").arg(one.chinese));
}

QString CardTable::shownValue(const CardRow &row) const
{
    if (row.value.isEmpty())
        return QStringLiteral("\u2013");
    return row.secret && !m_secretsShown ? QString(8, u'\u2022') : row.value;
}

/// A password as it is: whoever copies that row means it.
void CardTable::copy(int row) const
{
    if (row >= 0 && row < m_rows.size() && !m_rows[row].value.isEmpty())
        QGuiApplication::clipboard()->setText(m_rows[row].value);
}

QString CardTable::text() const
{
    QString text;
    for (const CardRow &row : m_rows)
        text += row.chinese + u'\t' + shownValue(row) + u'\n';
    return text;
}

void CardTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy(currentRow());
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace gb::ui
