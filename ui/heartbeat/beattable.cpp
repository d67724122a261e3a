#include "ui/heartbeat/beattable.h"

#include "ui/widgets/plaintable.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

namespace gb::ui {
namespace {

/// The widest usual content, never translated: it only measures. The reason takes the room that is left.
QString sample(BeatModel::Column column)
{
    switch (column) {
    case BeatModel::Time: return QStringLiteral("12-30 23:59:59.999");
    case BeatModel::Gap: return QStringLiteral("86,400.0 s");
    case BeatModel::Copies: return QStringLiteral("11 \u00d7");
    case BeatModel::Answer: return QStringLiteral("200 \u00b7 12,345.6 ms");
    case BeatModel::Sn: return QStringLiteral("4294967295");
    case BeatModel::From: return QStringLiteral("192.168.100.100:50600 TCP");
    case BeatModel::Reason:
    case BeatModel::ColumnCount: break;
    }
    return {};
}

} // namespace

BeatTable::BeatTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new BeatModel(this))
{
    setModel(m_model);
    setUpPlainTable(this);
    horizontalHeader()->setSectionResizeMode(BeatModel::Reason, QHeaderView::Stretch);
    retranslate();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        const quint64 number = current.data(BeatModel::NumberRole).toULongLong();
        if (number != 0)
            emit messageSelected(number);
    });
}

void BeatTable::setMessage(const QString &text)
{
    m_message = text;
    viewport()->update();
}

void BeatTable::retranslate()
{
    setAccessibleName(tr("Heartbeats one by one"));
    m_model->retranslate();
    fitColumns();
}

void BeatTable::fitColumns()
{
    const QFontMetrics metrics = fontMetrics();
    verticalHeader()->setMinimumSectionSize(8);
    verticalHeader()->setDefaultSectionSize(metrics.height() + 4);
    for (int column = 0; column < BeatModel::ColumnCount; ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width = std::max(metrics.horizontalAdvance(title),
            metrics.horizontalAdvance(sample(static_cast<BeatModel::Column>(column))));
        if (column != BeatModel::Reason)
            horizontalHeader()->resizeSection(column, width + 14);
    }
}

void BeatTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0 || m_message.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(colours().muted);
    painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

void BeatTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace gb::ui
