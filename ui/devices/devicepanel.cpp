#include "ui/devices/devicepanel.h"

#include "core/report/words/wording.h"
#include "ui/devices/deviceview.h"
#include "ui/devices/emptystate.h"
#include "ui/devices/summarybar.h"
#include "ui/widgets/buttonstops.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gb::ui {

DevicePanel::DevicePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new DeviceTableModel(this))
    , m_summary(new SummaryBar(this))
    , m_filter(new QLineEdit(this))
    , m_view(new DeviceView(m_model, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedWidget(this))
{
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    m_filter->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus); // so that the keyboard waits here for the first device
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 4, 2);
    line->setSpacing(8);
    line->addWidget(m_summary);
    line->addWidget(m_filter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    passFocus(this, [this] { return m_pages->currentWidget(); });
    connectParts();
    retranslate();
}

void DevicePanel::connectParts()
{
    connect(m_model, &DeviceTableModel::summaryChanged, this, &DevicePanel::refresh);
    connect(m_model, &DeviceTableModel::aliasEdited, this, &DevicePanel::aliasEdited);
    connect(m_filter, &QLineEdit::textChanged, m_model, &DeviceTableModel::setFilter);
    connect(m_summary, &SummaryBar::stateChosen, this, [this](std::optional<DeviceState> state) {
        m_model->setStateFilter(state);
        m_summary->setState(state);
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_model->deviceCount() > 0)
            clearFilters();
        else
            emit cardRequested();
    });
    connect(m_view, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { emit menuRequested(m_view->viewport()->mapToGlobal(at)); });
    connect(m_view, &QAbstractItemView::activated, this,
        [this](const QModelIndex &index) { emit activated(m_model->idAt(index.row())); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this] { emit selectionChanged(selectedIds()); });
}

void DevicePanel::apply(const QList<DeviceSnapshot> &devices, const QStringList &gone, TimePoint now)
{
    const int rows = m_model->rowCount();
    m_model->apply(devices, gone, now);
    if (rows != m_model->rowCount())
        m_view->measureReasons();
    if (!m_namesShown && std::any_of(devices.begin(), devices.end(), [](const DeviceSnapshot &device) {
            return !device.name.isEmpty();
        })) {
        m_namesShown = true; // once: whoever hides the column then has his reasons
        m_view->showAliases();
    }
}

void DevicePanel::setNow(TimePoint now)
{
    m_model->setNow(now);
    m_model->resortIfDue(now);
    m_view->measureReasons();
}

void DevicePanel::setAliases(const QHash<QString, QString> &aliases)
{
    m_model->setAliases(aliases);
    if (!aliases.isEmpty())
        m_view->showAliases();
}

void DevicePanel::setEmptyState(const QString &title, const QStringList &lines)
{
    m_emptyTitle = title;
    m_emptyLines = lines;
    refresh();
}

void DevicePanel::setSetupHint(const QList<SetupValue> &values)
{
    m_hint = values;
    refresh();
}

QStringList DevicePanel::selectedIds() const
{
    return m_view->selectedIds();
}

void DevicePanel::select(const QStringList &ids)
{
    m_view->select(ids);
}

void DevicePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void DevicePanel::clearFilters()
{
    m_filter->clear();
    m_model->setStateFilter(std::nullopt);
    m_summary->setState(std::nullopt);
}

QByteArray DevicePanel::saveState() const
{
    return m_view->saveColumns();
}

bool DevicePanel::restoreState(const QByteArray &state)
{
    return m_view->restoreColumns(state);
}

void DevicePanel::refresh()
{
    m_summary->setCounts(m_model->counts(), m_model->rowCount(), m_model->deviceCount(), m_model->missing());
    if (m_model->rowCount() == 0)
        showEmpty();
    m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

void DevicePanel::showEmpty()
{
    if (m_model->deviceCount() > 0) {
        const auto state = m_model->stateFilter();
        const QString word = state ? wording::state(*state) : QString();
        const QString text = m_filter->text().trimmed();
        const QString title = text.isEmpty() ? tr("No device in this state: %1").arg(word)
            : state ? tr("No device in the state \u201c%1\u201d matches \u201c%2\u201d").arg(word, text)
                    : tr("No device matches \u201c%1\u201d").arg(text);
        m_empty->setContents(title, {}, {}, tr("Clear filter"));
    } else if (!m_hint.isEmpty()) {
        m_empty->setContents(tr("Waiting for the first device \u2013 type this into the camera:"), {}, m_hint,
            tr("In the vendor's terms\u2026"));
    } else {
        m_empty->setContents(m_emptyTitle, m_emptyLines);
    }
}

void DevicePanel::rename()
{
    m_view->showAliases();
    m_view->renameCurrent();
}

void DevicePanel::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter: ID, name, state, reason"));
    m_filter->setAccessibleName(tr("Device filter"));
    m_filter->setToolTip(tr("Words that must all occur in the ID, name, address, User-Agent, state or reason"));
    m_view->setAccessibleName(tr("Devices"));
    m_empty->setAccessibleName(tr("Devices"));
    m_model->retranslate();
    refresh();
}

void DevicePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool DevicePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (key != Qt::Key_Escape && key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    m_view->setFocus(Qt::OtherFocusReason);
    if (m_model->rowCount() == 0 || m_view->selectionModel()->hasSelection())
        return true;
    // The filter may have hidden what was chosen: then the current one is not
    const int row = std::max(m_view->currentIndex().row(), 0);
    m_view->setCurrentIndex(m_model->index(row, static_cast<int>(DeviceColumn::Id)));
    m_view->selectRow(row);
    return true;
}

} // namespace gb::ui
