#include "ui/client/asktableview.h"

#include "ui/client/asktable.h"
#include "ui/widgets/plaintable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <numeric>

namespace gb::ui {

void setUpAskTable(QTableView *view, AskTable *model)
{
    setUpPlainTable(view);
    view->setModel(model);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    keepRowHeight(view, 6);
    view->horizontalHeader()->setSortIndicatorClearable(true);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->horizontalHeader()->setResizeContentsPrecision(50);
    view->setSortingEnabled(true);
    auto *const copy = new QAction(view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
    QObject::connect(copy, &QAction::triggered, view,
        [view, model] { QGuiApplication::clipboard()->setText(copiedRows(*view, *model, 1)); });
}

void widenColumns(QTableView *view)
{
    QHeaderView *const header = view->horizontalHeader();
    const int most = view->fontMetrics().averageCharWidth() * 44;
    for (int column = 0; column < header->count(); ++column) {
        view->resizeColumnToContents(column);
        header->resizeSection(column, std::min(most, header->sectionSize(column) + 8));
    }
}

QList<int> allRows(const AskTable &model)
{
    QList<int> rows(model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QString copiedRows(const QTableView &view, const AskTable &model, qsizetype least)
{
    QList<int> rows;
    for (const QModelIndex &one : view.selectionModel()->selectedRows())
        rows.append(one.row());
    if (rows.size() < least)
        return model.text(allRows(model));
    std::sort(rows.begin(), rows.end());
    return model.text(rows);
}

} // namespace gb::ui
