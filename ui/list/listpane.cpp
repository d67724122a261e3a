#include "core/filter/parser.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/ladder/valuecolumn.h"
#include "ui/list/listpanel.h"
#include "ui/list/statisticswindow.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QDockWidget>
#include <QToolButton>

#include <algorithm>

namespace gb::ui {

/// The messages as a list, by what they belong to, at the bottom.
class ListPane final : public Pane
{
    Q_OBJECT
public:
    explicit ListPane(Desk &desk)
        : Pane(desk, "list", Place::Bottom)
    {
    }

    QString title() const override { return tr("List"); }
    QWidget *make() override;
    void start() override;
    void restore() override;
    void save() override;

private:
    void showAlone();
    void showGroup(quint32 first, const QString &name, const std::vector<quint32> &rows);
    void addCommands();
    void addGroupings();
    void addOrders();
    void makeStatistics();
    void filterBy(const QString &condition);

    ListPanel *m_panel = nullptr;
    StatisticsWindow *m_statistics = nullptr;
};

QWidget *ListPane::make()
{
    m_panel = new ListPanel(m_desk.shared<FlowRows>(), m_desk.groups());
    m_desk.share(m_panel->view());
    return m_panel;
}

void ListPane::start()
{
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::messageChanged, this, [this, &focus](Focus::Origin origin) {
        if (origin != this)
            m_panel->choose(focus.message());
    });
    connect(m_panel, &ListPanel::chosen, this, [this, &focus](quint64 number) { focus.reveal(number, this); });
    connect(m_panel, &ListPanel::activated, this, &ListPane::showAlone);
    connect(m_panel, &ListPanel::menuRequested, this,
        [this](const QPoint &at) { m_desk.commands().open(Menu::List, m_panel, at); });
    connect(m_panel, &ListPanel::groupingChanged, &m_desk.commands(), &Commands::refresh);
    if (const auto *const dock = qobject_cast<QDockWidget *>(m_panel->parentWidget()))
        connect(dock, &QDockWidget::visibilityChanged, m_panel, &ListPanel::setSeen);
    makeStatistics();
    const auto name = [this] {
        m_panel->setNames(m_desk.settings().aliases());
        m_statistics->setNames(m_desk.settings().aliases());
    };
    connect(&m_desk, &Desk::aliasesChanged, this, name);
    name();
    m_panel->model()->setColumn(&m_desk.shared<ValueColumn>());
    const auto value = [this] { m_panel->view()->showValue(); };
    connect(&m_desk.shared<ValueColumn>(), &ValueColumn::changed, this, value);
    value();
    addGroupings();
    addOrders();
    addCommands();
}

void ListPane::makeStatistics()
{
    const auto agents = [this] {
        QHash<QString, QString> told;
        m_desk.shared<DeviceTableModel>().visit(
            [&told](const DeviceSnapshot &device, const QString &) { told.insert(device.id, device.userAgent); });
        return told;
    };
    m_statistics = new StatisticsWindow(m_desk.shared<FlowRows>(), agents, m_desk.window());
    connect(m_statistics, &StatisticsWindow::conditionWanted, this, &ListPane::filterBy);
    connect(m_statistics, &StatisticsWindow::showAllWanted, &m_desk.focus(), &Focus::clearFilters);
    connect(m_panel->statistics(), &QToolButton::clicked, m_statistics, [this] { present(m_statistics); });
    m_desk.commands().add({.id = QStringLiteral("list.statistics"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Statistics of the messages\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
        .spots = {{Menu::Messages, 27}, {Menu::List, 40}},
        .run = [this] { present(m_statistics); }});
}

/// Beside what is filtered already.
void ListPane::filterBy(const QString &condition)
{
    FlowFilter filter = m_desk.focus().filter();
    filter.text = filter.text.isEmpty() ? condition : filter::asPart(filter.text) + u' ' + condition;
    m_desk.focus().setFilter(filter);
}

void ListPane::restore()
{
    const QByteArray kept = m_desk.settings().layout(QStringLiteral("list-grouping"));
    m_panel->setGrouping(static_cast<Grouping>(std::clamp(kept.toInt(), 0, 3)));
}

void ListPane::save()
{
    m_desk.settings().setLayout(
        QStringLiteral("list-grouping"), QByteArray::number(static_cast<int>(m_panel->model()->grouping())));
}

/// In the flow, and so in the list: nothing but the messages of the current row.
void ListPane::showAlone()
{
    const TreeNode *const node = m_panel->view()->current();
    const MessageTree &tree = m_panel->model()->tree();
    Focus &focus = m_desk.focus();
    if (!node || node->type == TreeNode::Type::More)
        return;
    const QString name = listCell(tree, *node, ListColumn::What, m_desk.settings().aliases());
    switch (node->type) {
    case TreeNode::Type::Device: {
        const QString id = tree.log().device(node->id);
        focus.setDevices(id.isEmpty() ? QStringList() : QStringList{id}, this);
        break;
    }
    case TreeNode::Type::Dialog: {
        FlowFilter filter = focus.filter();
        filter.callIds = {tree.log().callId(node->id)};
        focus.setFilter(filter);
        break;
    }
    case TreeNode::Type::Group: {
        const std::vector<quint32> rows = tree.groups().rows(node->id);
        const quint32 first = static_cast<quint32>(tree.log().entry(rows.front()).number);
        showGroup(first, name, rows);
        break;
    }
    case TreeNode::Type::Transaction: {
        std::vector<quint32> rows;
        for (const auto &child : node->children)
            rows.push_back(static_cast<quint32>(tree.log().rowOf(child->id)));
        showGroup(node->id, name, rows);
        break;
    }
    default: m_desk.enter(QStringLiteral("flow"));
    }
}

void ListPane::showGroup(quint32 first, const QString &name, const std::vector<quint32> &rows)
{
    FlowFilter filter;
    filter.group.first = first;
    filter.group.name = name;
    for (const quint32 row : rows)
        filter.group.numbers.append(m_desk.log().entry(row).number);
    std::sort(filter.group.numbers.begin(), filter.group.numbers.end()); // the list has an order of its own
    const quint64 number = m_desk.focus().message();
    m_desk.focus().setFilter(filter);
    m_desk.focus().reveal(number == 0 ? first : number, this);
}

void ListPane::addGroupings()
{
    static constexpr std::pair<const char *, const char *> names[] = {
        {"list.devices", QT_TRANSLATE_NOOP("Commands", "List by device and operation")},
        {"list.operations", QT_TRANSLATE_NOOP("Commands", "List by operation")},
        {"list.dialogs", QT_TRANSLATE_NOOP("Commands", "List by Call-ID")},
        {"list.messages", QT_TRANSLATE_NOOP("Commands", "List of single messages")}};
    for (int i = 0; i < 4; ++i)
        m_desk.commands().add({.id = QString::fromLatin1(names[i].first),
            .text = words(names[i].second),
            .keys = {QKeySequence(Qt::Key_1 + i)},
            .spots = {{Menu::List, 20}},
            .run = [this, i] { m_panel->setGrouping(static_cast<Grouping>(i)); },
            .isOn = [this, i] { return static_cast<int>(m_panel->model()->grouping()) == i; },
            .scope = m_panel->view()});
}

/// The header for the keyboard.
void ListPane::addOrders()
{
    static constexpr std::pair<ListColumn, const char *> orders[] = {
        {ListColumn::Time, QT_TRANSLATE_NOOP("Commands", "Order by time")},
        {ListColumn::What, QT_TRANSLATE_NOOP("Commands", "Order by what it is")},
        {ListColumn::Device, QT_TRANSLATE_NOOP("Commands", "Order by device")},
        {ListColumn::State, QT_TRANSLATE_NOOP("Commands", "Order by state")},
        {ListColumn::Duration, QT_TRANSLATE_NOOP("Commands", "Order by duration")},
        {ListColumn::Messages, QT_TRANSLATE_NOOP("Commands", "Order by messages")},
        {ListColumn::Repeats, QT_TRANSLATE_NOOP("Commands", "Order by retransmissions")}};
    for (const auto &[column, text] : orders)
        m_desk.commands().add({.id = QStringLiteral("list.order%1").arg(static_cast<int>(column)),
            .text = words(text),
            .spots = {{Menu::List, 30}},
            .run = [this, by = static_cast<int>(column)] { m_panel->view()->sortByColumn(by, Qt::AscendingOrder); },
            .isOn = [this, by = column] { return m_panel->view()->order() == by; }});
    m_desk.commands().add({.id = QStringLiteral("list.reverse"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Reverse the order of the list")),
        .keys = {QKeySequence(Qt::Key_Z)},
        .spots = {{Menu::List, 35}},
        .run = [this] { m_panel->view()->reverse(); },
        .scope = m_panel->view()});
}

void ListPane::addCommands()
{
    Commands &commands = m_desk.commands();
    const auto any = [this] { return m_panel->view()->current() != nullptr; };
    commands.add({.id = QStringLiteral("list.alone"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Show only these messages")),
        .spots = {{Menu::List, 10}},
        .run = [this] { showAlone(); },
        .when = any});
    commands.add({.id = QStringLiteral("list.copy"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Copy row")),
        .keys = QKeySequence::keyBindings(QKeySequence::Copy).first(1),
        .spots = {{Menu::List, 11}},
        .run = [this] { m_panel->copyRow(); },
        .when = any,
        .scope = m_panel->view()});
    commands.add({.id = QStringLiteral("list.close"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Close all rows")),
        .spots = {{Menu::List, 12}},
        .run = [this] { m_panel->view()->collapseAll(); }});
    commands.add({.id = QStringLiteral("list.show"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Go to the list of messages")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_1)},
        .spots = {{Menu::Messages, 26}},
        .run = [this] { m_desk.enter(id()); }});
}

Pane *makeListPane(Desk &desk)
{
    return new ListPane(desk);
}

} // namespace gb::ui

#include "listpane.moc"
