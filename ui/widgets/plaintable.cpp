#include "ui/widgets/plaintable.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace gb::ui {
namespace {

class RowHeight final : public QObject
{
public:
    RowHeight(QTableView *table, int more)
        : QObject(table)
        , m_table(table)
        , m_more(more)
    {
        table->installEventFilter(this);
        fit();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FontChange)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit() { m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + m_more); }

    QTableView *m_table;
    int m_more;
};

} // namespace

void setUpPlainTable(QTableView *table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
}

void keepRowHeight(QTableView *table, int more)
{
    new RowHeight(table, more);
}

} // namespace gb::ui
