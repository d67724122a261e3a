#include "ui/ladder/filterbar.h"
#include "ui/settings/savedfilters.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {
namespace {

/// Filters that everybody needs, in the language in which others are typed.
struct BuiltIn
{
    const char *id, *words, *text;
    FlowFilter::Scope scope = FlowFilter::Scope::Message;
};
constexpr BuiltIn builtIns[] = {
    {"problems", QT_TRANSLATE_NOOP("Commands", "&Problems"), "is:problem"},
    {"slow", QT_TRANSLATE_NOOP("Commands", "&Slow answers"), "is:slow"},
    {"authLoops", QT_TRANSLATE_NOOP("Commands", "&Refused again and again"), "is:authloop", FlowFilter::Scope::Dialog},
    {"missed", QT_TRANSLATE_NOOP("Commands", "Missed &heartbeats"), "is:missed"},
    {"retransmitted", QT_TRANSLATE_NOOP("Commands", "Re&transmissions"), "is:retransmitted"},
    {"malformed", QT_TRANSLATE_NOOP("Commands", "&Malformed messages"), "is:malformed"},
    {"unanswered", QT_TRANSLATE_NOOP("Commands", "&Unanswered requests"), "is:unanswered", FlowFilter::Scope::Dialog},
};

} // namespace

/// Filters of the message flow to choose: those that the program has, and those that the user keeps.
class FiltersPane final : public Pane
{
    Q_OBJECT
public:
    explicit FiltersPane(Desk &desk)
        : Pane(desk, "filters")
    {
    }

    void start() override;

private:
    void addBuiltIns();
    void addSaved();
    void use(const QString &text, FlowFilter::Scope scope);
    void keep();
    void forget();
    SavedFilter current() const
    {
        const FlowFilter &filter = m_desk.focus().filter();
        return {filter.text, static_cast<int>(filter.scope)};
    }
    bool isKept() const { return m_saved.contains(current()); }

    QList<SavedFilter> m_saved;
};

void FiltersPane::start()
{
    Commands &commands = m_desk.commands();
    auto &bar = m_desk.shared<FilterBar>();
    bar.setMenu([&commands](QMenu *menu) { commands.fill(menu, Menu::Filters); });
    connect(&commands, &Commands::asked, this, [this](Menu menu) { // other windows keep some, too
        if (menu == Menu::Filters || menu == Menu::Messages || menu == Menu::Count)
            m_saved = savedFilters(m_desk.settings());
    });
    connect(&m_desk.focus(), &Focus::filterChanged, &commands, &Commands::refresh);
    m_saved = savedFilters(m_desk.settings());
    commands.add({.id = QStringLiteral("flow.filter"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "F&ilter messages")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_L)},
        .spots = {{Menu::Messages, 8}},
        .run =
            [this, &bar] {
                m_desk.show(QStringLiteral("flow"));
                bar.edit();
            },
        .icon = QStringLiteral("filter")});
    addBuiltIns();
    addSaved();
}

void FiltersPane::addBuiltIns()
{
    int rank = 0;
    for (const BuiltIn &one : builtIns)
        m_desk.commands().add({.id = QStringLiteral("filters.") + QLatin1String(one.id),
            .text = words(one.words),
            .spots = {{Menu::Filters, rank++}},
            .run = [this, one] { use(QLatin1String(one.text), one.scope); }});
}

void FiltersPane::addSaved()
{
    Commands &commands = m_desk.commands();
    for (int i = 0; i < filtersKept; ++i)
        commands.add({.id = QStringLiteral("filters.saved%1").arg(i + 1),
            .text =
                [this, i] {
                    return i < m_saved.size() ? forMenu(m_saved.at(i).text)
                                              : QCoreApplication::translate("Commands", "Kept filter %1").arg(i + 1);
                },
            .spots = {{Menu::Filters, 20, [this, i] { return i < m_saved.size(); }}},
            .run = [this, i] { use(m_saved.value(i).text, static_cast<FlowFilter::Scope>(m_saved.value(i).scope)); },
            .when = [this, i] { return i < m_saved.size(); }});
    commands.add({.id = QStringLiteral("filters.keep"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Keep this filter")),
        .spots = {{Menu::Filters, 50}},
        .run = [this] { keep(); },
        .when = [this] { return !current().text.isEmpty() && !isKept(); }});
    commands.add({.id = QStringLiteral("filters.forget"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "F&orget this kept filter")),
        .spots = {{Menu::Filters, 51}},
        .run = [this] { forget(); },
        .when = [this] { return isKept(); }});
}

void FiltersPane::use(const QString &text, FlowFilter::Scope scope)
{
    FlowFilter filter = m_desk.focus().filter();
    filter.text = text;
    filter.scope = scope;
    m_desk.focus().setFilter(filter);
    m_desk.show(QStringLiteral("flow"));
}

void FiltersPane::keep()
{
    m_saved = savedFilters(m_desk.settings());
    m_saved.removeAll(current());
    m_saved.prepend(current());
    m_saved.resize(std::min(m_saved.size(), filtersKept));
    saveFilters(m_desk.settings(), m_saved);
    m_desk.commands().refresh();
}

void FiltersPane::forget()
{
    m_saved = savedFilters(m_desk.settings());
    m_saved.removeAll(current());
    saveFilters(m_desk.settings(), m_saved);
    m_desk.commands().refresh();
}

Pane *makeFiltersPane(Desk &desk)
{
    return new FiltersPane(desk);
}

} // namespace gb::ui

#include "filterspane.moc"
