#include "core/report/words/operationwording.h"
#include "ui/ladder/filterbar.h"
#include "ui/ladder/findbar.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/ladder/valuecolumn.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/statusline.h"

#include <QAction>
#include <QLocale>
#include <QToolButton>

namespace gb::ui {

/// The message flow, in the middle of the window.
class FlowPane final : public Pane
{
    Q_OBJECT
public:
    explicit FlowPane(Desk &desk)
        : Pane(desk, "flow", Place::Page)
    {
    }

    QWidget *make() override;
    void start() override;
    void takes(const Batch &batch) override { m_counters = batch.counters; }
    void tick(TimePoint) override { m_panel->showNow(); }
    void retranslate() override { tellNothing(); }
    void restore() override;
    void save() override;

private:
    void follow(Focus &focus);
    void tell(Focus &focus);
    void setDefaults(const Preferences &now);
    void tellNothing();
    void addCommands();
    void addDensities();

    Counters m_counters;
    FlowPanel *m_panel = nullptr;
    Preferences m_defaults; ///< as they were taken last
};

QWidget *FlowPane::make()
{
    m_panel = new FlowPanel(m_desk.log());
    m_desk.share(m_panel->filterBar());
    m_desk.share(m_panel->rows());
    m_desk.share(m_panel->column());
    m_desk.share(m_panel->ladder());
    return m_panel;
}

void FlowPane::start()
{
    m_panel->findBar()->setSession(&m_desk.session());
    m_panel->column()->setSession(&m_desk.session());
    m_panel->setFinished(!m_desk.session().isLive());
    if (!m_desk.session().isLive())
        m_desk.session().when<outcome::Loaded>(this, [this](const outcome::Loaded &) { tellNothing(); });
    follow(m_desk.focus());
    tell(m_desk.focus());
    connect(m_panel, &FlowPanel::shownChanged, this, [this](qsizetype shown, qsizetype listed) {
        m_desk.status().setListed(shown, listed, m_desk.log().forgotten());
    });
    m_panel->ladder()->setMenu([this](QMenu *menu) { m_desk.commands().fill(menu, Menu::Ladder); });
    m_panel->ladder()->setMore([this](quint64 number) -> QString {
        const Operation *const one = m_desk.operations().of(number);
        const QString mark = m_desk.log().isMarked(number) ? u'\u2691' + (u' ' + m_desk.log().markText(number)) + u'\n'
                                                           : QString();
        return mark
            + (one ? tr("Operation: %1, %2").arg(wording::operationName(*one), wording::operationState(*one))
                   : QString());
    });
    const auto name = [this] { m_panel->setNames(m_desk.settings().aliases()); };
    connect(&m_desk, &Desk::aliasesChanged, this, name);
    name();
    setDefaults(m_desk.settings().preferences());
    connect(&m_desk.settings(), &AppSettings::preferencesChanged, this, &FlowPane::setDefaults);
    addCommands();
    addDensities();
}

/// Only what was changed: what somebody switched in the window stays.
void FlowPane::setDefaults(const Preferences &now)
{
    const Preferences before = std::exchange(m_defaults, now);
    if (before.fold == now.fold && before.hideRepeats == now.hideRepeats && before.brackets == now.brackets)
        return;
    static constexpr FlowRows::Folding folding[] = {
        FlowRows::Folding::Auto, FlowRows::Folding::On, FlowRows::Folding::Off};
    m_panel->setDefaults(folding[static_cast<int>(now.fold)], now.hideRepeats, now.brackets);
}

/// Of a capture: what is in it instead, and what to look at.
void FlowPane::tellNothing()
{
    if (m_desk.session().isLive() || m_desk.log().count() > 0)
        return;
    const QLocale locale;
    if (m_counters.packets == 0)
        return m_panel->setNothing(tr("No packet could be read from this file."));
    m_panel->setNothing(
        tr("No SIP message is in its %1 packets; %2 of them are neither UDP nor TCP.\n\nWas it captured "
           "where the cameras' traffic passes, and without a filter for other ports?")
            .arg(locale.toString(m_counters.packets), locale.toString(m_counters.otherPackets)));
}

void FlowPane::follow(Focus &focus)
{
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] { m_panel->setDeviceFilter(focus.devices()); });
    connect(&focus, &Focus::filterChanged, this, [this, &focus](Focus::Origin origin) {
        if (origin != this)
            m_panel->setFilter(focus.filter());
    });
    // One that is half typed, too
    connect(&focus, &Focus::filtersCleared, this, [this] { m_panel->setFilterText({}); });
    connect(&focus, &Focus::revealed, this, [this](quint64 number) {
        m_desk.show(id());
        m_panel->select(number);
    });
    connect(&focus, &Focus::columnChanged, this, [this, &focus] { m_panel->column()->setName(focus.column()); });
    connect(&focus, &Focus::sought, this, [this](const QString &text) {
        m_desk.show(id());
        m_panel->find(text);
    });
    connect(&focus, &Focus::messageChanged, this, [this, &focus] {
        const qsizetype row = m_desk.log().rowOf(focus.message());
        focus.setDialog(row >= 0 ? m_desk.log().at(row).callId.toString() : QString(), this);
    });
}

void FlowPane::tell(Focus &focus)
{
    connect(m_panel, &FlowPanel::filterChanged, this,
        [this, &focus](const FlowFilter &filter) { focus.setFilter(filter, this); });
    connect(
        m_panel, &FlowPanel::messageSelected, this, [this, &focus](quint64 number) { focus.setMessage(number, this); });
    connect(m_panel, &FlowPanel::textMarked, this, [this, &focus](const QString &text) { focus.setMark(text, this); });
    connect(m_panel, &FlowPanel::clearFiltersRequested, &focus, &Focus::clearFilters);
}

void FlowPane::addCommands()
{
    Commands &commands = m_desk.commands();
    commands.add({.id = QStringLiteral("messages.find"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Find in &messages\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
        .spots = {{Menu::Messages, 10}},
        .run =
            [this] {
                m_desk.show(id());
                m_panel->find();
            },
        .icon = QStringLiteral("search")});
    commands.add({.id = QStringLiteral("messages.next"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Next message found")),
        .keys = {QKeySequence(Qt::Key_F3)},
        .spots = {{Menu::Messages, 11}},
        .run = [this] { m_panel->findBar()->step(1); }});
    commands.add({.id = QStringLiteral("messages.previous"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Previous message found")),
        .keys = {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
        .spots = {{Menu::Messages, 12}},
        .run = [this] { m_panel->findBar()->step(-1); }});
    const auto hasColumn = [this] { return m_panel->column()->isOn(); };
    commands.add({.id = QStringLiteral("flow.noColumn"),
        .text =
            [this] {
                const QString name = m_panel->column()->name().text();
                return name.isEmpty() ? tr("Remove the value column")
                                      : tr("Remove the column \u201c%1\u201d").arg(forMenu(name));
            },
        .spots = {{Menu::Messages, 30}, {Menu::Ladder, 31, hasColumn}},
        .run = [this] { m_desk.focus().setColumn({}); },
        .when = hasColumn});
    static constexpr std::pair<const char *, int> ladder[] = {{"copyRow", 10}, {"copyCallId", 11}, {"onlyDialog", 12},
        {"nextProblem", 20}, {"previousProblem", 21}, {"newest", 22}, {"brackets", 30}};
    const QList<QAction *> actions = m_panel->ladder()->commands();
    for (qsizetype i = 0; i < actions.size(); ++i)
        commands.addAction(QStringLiteral("ladder.") + QLatin1String(ladder[i].first), actions.at(i),
            {{Menu::Ladder, ladder[i].second}});
    static constexpr const char *switches[] = {"follow", "fold", "noRepeats"};
    for (qsizetype i = 0; i < 3; ++i)
        commands.addButton(
            QStringLiteral("flow.") + QLatin1String(switches[i]), m_panel->switches().at(i), {{Menu::Messages, 20}});
}

void FlowPane::addDensities()
{
    static constexpr std::pair<const char *, const char *> names[] = {
        {"density.overview", QT_TRANSLATE_NOOP("Commands", "&Overview: a message is a thin line")},
        {"density.compact", QT_TRANSLATE_NOOP("Commands", "&Compact rows")},
        {"density.normal", QT_TRANSLATE_NOOP("Commands", "&Normal rows")},
        {"density.roomy", QT_TRANSLATE_NOOP("Commands", "Roomy rows with &addresses and Call-ID")}};
    Commands &commands = m_desk.commands();
    LadderView *const ladder = m_panel->ladder();
    for (int i = densities - 1; i >= 0; --i)
        commands.add({.id = QString::fromLatin1(names[i].first),
            .text = words(names[i].second),
            .spots = {{Menu::Density, 0}},
            .run = [ladder, i] { ladder->setDensity(static_cast<Density>(i)); },
            .isOn = [ladder, i] { return ladder->density() == static_cast<Density>(i); }});
    commands.add({.id = QStringLiteral("density.roomier"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Roomier")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        .spots = {{Menu::Density, 10}},
        .run = [ladder] { ladder->setDensity(stepped(ladder->density(), 1)); },
        .when = [ladder] { return ladder->density() != Density::Roomy; }});
    commands.add({.id = QStringLiteral("density.denser"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Denser")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
        .spots = {{Menu::Density, 10}},
        .run = [ladder] { ladder->setDensity(stepped(ladder->density(), -1)); },
        .when = [ladder] { return ladder->density() != Density::Overview; }});
    connect(ladder, &LadderView::densityChanged, &commands, &Commands::refresh);
}

void FlowPane::restore()
{
    bool known = false;
    const int kept = m_desk.settings().layout(QStringLiteral("flow-density")).toInt(&known);
    if (known)
        m_panel->ladder()->setDensity(stepped(Density::Overview, kept));
}

void FlowPane::save()
{
    m_desk.settings().setLayout(
        QStringLiteral("flow-density"), QByteArray::number(static_cast<int>(m_panel->ladder()->density())));
}

Pane *makeFlowPane(Desk &desk)
{
    return new FlowPane(desk);
}

} // namespace gb::ui

#include "flowpane.moc"
