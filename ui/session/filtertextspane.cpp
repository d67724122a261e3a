#include "ui/session/recordsearch.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// Finds which messages have the texts that the flow is filtered by: of the record as it stands, and of what comes.
class HavingPane final : public Pane
{
    Q_OBJECT
public:
    explicit HavingPane(Desk &desk)
        : Pane(desk, "having")
        , m_search(new RecordSearch(this))
    {
    }

    void start() override;
    void takes(const Batch &batch) override { m_more = m_more || !batch.messages.isEmpty(); }
    void second(TimePoint) override
    {
        if (m_more)
            next();
    }

private:
    /// A text, and how far it was looked for.
    struct Known
    {
        QString text;
        QList<quint64> numbers;
        quint64 upTo = 0;
    };

    void follow();
    void next();
    void look();
    void take(const QList<quint64> &numbers);
    void show();
    Known *find(const QString &text);

    RecordSearch *m_search;
    QList<Known> m_known;
    QString m_wanted; ///< which one is looked for; empty: none
    quint64 m_end = 0;
    bool m_flushing = false, m_more = false;
};

void HavingPane::start()
{
    connect(&m_desk.focus(), &Focus::filterChanged, this, [this](Focus::Origin origin) {
        if (origin != this)
            follow();
    });
    m_desk.session().when<outcome::Flushed>(this, [this](const outcome::Flushed &) {
        if (!std::exchange(m_flushing, false))
            return;
        m_end = m_desk.session().places()->count();
        look();
    });
    connect(m_search, &RecordSearch::found, this, &HavingPane::take);
    connect(m_search, &RecordSearch::finished, this, [this] {
        if (Known *const one = find(m_wanted))
            one->upTo = std::max(one->upTo, m_end);
        look();
    });
    connect(&m_desk.log(), &MessageLog::cleared, this, [this] {
        m_search->cancel();
        m_wanted.clear();
        m_known.clear();
        follow();
    });
}

HavingPane::Known *HavingPane::find(const QString &text)
{
    const auto found = std::find_if(m_known.begin(), m_known.end(), [&](const Known &one) { return one.text == text; });
    return found == m_known.end() ? nullptr : &*found;
}

/// Texts that nobody asks for any more are forgotten, new ones are looked for.
void HavingPane::follow()
{
    const QList<FlowFilter::Having> wanted = m_desk.focus().filter().having;
    const auto isWanted = [&wanted](const QString &text) {
        return std::any_of(
            wanted.begin(), wanted.end(), [&](const FlowFilter::Having &one) { return one.text == text; });
    };
    m_known.removeIf([&](const Known &one) { return !isWanted(one.text); });
    if (!m_wanted.isEmpty() && !isWanted(m_wanted)) {
        m_search->cancel();
        m_wanted.clear();
    }
    for (const FlowFilter::Having &one : wanted) {
        if (!find(one.text))
            m_known.append({one.text, {}, 0});
    }
    show();
    next();
}

/// What came last must be in the file first.
void HavingPane::next()
{
    if (m_flushing || !m_wanted.isEmpty() || m_known.isEmpty() || m_desk.session().files().isEmpty())
        return;
    m_more = false;
    m_flushing = true;
    m_desk.session().send(wish::Flush{});
}

/// One text after the other, up to the same message.
void HavingPane::look()
{
    const auto due = std::find_if(
        m_known.begin(), m_known.end(), [this](const Known &one) { return one.upTo < m_end; });
    m_wanted = due == m_known.end() ? QString() : due->text;
    if (due != m_known.end())
        m_search->start(m_wanted, m_desk.session().textFiles(), m_desk.session().places(), due->upTo + 1);
}

void HavingPane::take(const QList<quint64> &numbers)
{
    Known *const one = find(m_wanted);
    if (!one || numbers.isEmpty())
        return;
    for (const quint64 number : numbers) {
        if (one->numbers.isEmpty() || number > one->numbers.constLast()) // some may have come while it was looked for
            one->numbers.append(number);
    }
    one->upTo = std::max(one->upTo, numbers.constLast());
    show();
}

void HavingPane::show()
{
    FlowFilter filter = m_desk.focus().filter();
    for (FlowFilter::Having &one : filter.having) {
        if (const Known *const known = find(one.text))
            one.numbers = known->numbers;
    }
    m_desk.focus().setFilter(filter, this);
}

Pane *makeHavingPane(Desk &desk)
{
    return new HavingPane(desk);
}

} // namespace gb::ui

#include "havingpane.moc"
