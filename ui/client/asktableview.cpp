#include "ui/client/asktableview.h"

#include "ui/client/asktable.h"
#include "ui/widgets/plaintable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

#include <numeric>

namespace gb::ui {
namespace {

/// Who comes by the keyboard stands on the first row, and nothing is selected: the first arrow selects that row.
/// Without it the row is left out, and a single one is never selected.
class FirstArrow final : public QObject
{
public:
    explicit FirstArrow(QTableView *view)
        : QObject(view)
        , m_view(view)
    {
        view->installEventFilter(this);
    }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool arrow = key->modifiers() == Qt::NoModifier
            && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up);
        const int row = std::max(0, m_view->currentIndex().row());
        if (!arrow || m_view->selectionModel()->hasSelection() || row >= m_view->model()->rowCount())
            return false;
        m_view->selectRow(row);
        return true;
    }

    QTableView *m_view;
};

} // namespace

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
    new FirstArrow(view);
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
