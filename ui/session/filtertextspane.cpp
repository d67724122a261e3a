#include "core/filter/octetcheck.h"
#include "core/filter/parser.h"
#include "ui/session/recordsearch.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QElapsedTimer>

namespace gb::ui {

/// Finds which messages meet the conditions of the flow's filter that look into messages: of the record as it stands,
/// and of what comes.
class FilterTextsPane final : public Pane
{
    Q_OBJECT
public:
    explicit FilterTextsPane(Desk &desk)
        : Pane(desk, "filterTexts")
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
    static constexpr qint64 pause = 250; ///< milliseconds between two looks at all that was found

    void follow();
    void next();
    void look();
    void take(const QList<RecordReader::Hit> &hits, quint64 upTo);
    void finish();
    void show();
    void forget();
    bool isRecorded() const { return !m_desk.session().files().isEmpty(); }

    RecordSearch *m_search;
    QString m_text;
    QList<FilterFound> m_known; ///< one of each condition
    QList<qsizetype> m_looking; ///< those of them that the search is for, in the order of its bits
    quint64 m_end = 0;
    bool m_flushing = false, m_more = false;
    QElapsedTimer m_shown;
};

void FilterTextsPane::start()
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
    connect(m_search, &RecordSearch::looked, this, &FilterTextsPane::take);
    connect(m_search, &RecordSearch::finished, this, &FilterTextsPane::finish);
    connect(&m_desk.log(), &MessageLog::cleared, this, [this] {
        forget();
        follow();
    });
}

void FilterTextsPane::forget()
{
    m_search->cancel();
    m_looking.clear();
    m_known.clear();
    m_text.clear();
}

/// Conditions that nobody asks for any more are forgotten, new ones are looked for.
void FilterTextsPane::follow()
{
    const QString &text = m_desk.focus().filter().text;
    if (text != m_text) {
        m_text = text;
        const filter::Expression expression = filter::parse(text).expression;
        QList<FilterFound> wanted;
        for (const qsizetype index : expression.octetConditions()) {
            const QString &key = expression.conditions().at(index).key;
            const auto is = [&key](const FilterFound &one) { return one.key == key; };
            const auto known = std::find_if(m_known.begin(), m_known.end(), is);
            if (std::none_of(wanted.begin(), wanted.end(), is))
                wanted.append(known == m_known.end() ? FilterFound{key, {}, 0} : *known);
        }
        m_search->cancel();
        m_looking.clear();
        m_known = wanted;
    }
    show();
    next();
}

/// What came last must be in the file first.
void FilterTextsPane::next()
{
    if (m_flushing || m_search->isRunning() || m_known.isEmpty() || !isRecorded())
        return;
    m_more = false;
    m_flushing = true;
    m_desk.session().send(wish::Flush{});
}

/// Those that were looked for least far, together.
void FilterTextsPane::look()
{
    const auto least = std::min_element(
        m_known.begin(), m_known.end(), [](const FilterFound &a, const FilterFound &b) { return a.upTo < b.upTo; });
    if (least == m_known.end() || least->upTo >= m_end || m_search->isRunning())
        return;
    const quint64 first = least->upTo + 1;
    m_looking.clear();
    const filter::Expression expression = filter::parse(m_text).expression;
    std::vector<quint64> bitOf; // of each condition that looks into messages
    for (const qsizetype index : expression.octetConditions()) {
        const QString &key = expression.conditions().at(index).key;
        const qsizetype at = std::find_if(m_known.begin(), m_known.end(), [&](const FilterFound &one) {
            return one.key == key;
        }) - m_known.begin();
        const bool due = at < m_known.size() && m_known.at(at).upTo + 1 == first;
        if (due && !m_looking.contains(at))
            m_looking.append(at);
        bitOf.push_back(due ? quint64{1} << m_looking.indexOf(at) : 0);
    }
    const auto check = std::make_shared<filter::OctetCheck>(expression);
    const auto look = [check, bitOf](std::string_view octets) {
        const quint64 met = check->of(octets);
        quint64 has = 0;
        for (std::size_t i = 0; i < bitOf.size() && met >> i != 0; ++i)
            has |= (met >> i & 1U) != 0 ? bitOf[i] : 0;
        return has;
    };
    m_search->start(look, m_desk.session().textFiles(), m_desk.session().places(), first);
}

void FilterTextsPane::take(const QList<RecordReader::Hit> &hits, quint64 upTo)
{
    for (qsizetype i = 0; i < m_looking.size(); ++i) {
        FilterFound &one = m_known[m_looking.at(i)];
        for (const RecordReader::Hit &hit : hits) {
            if ((hit.has >> i & 1U) != 0)
                one.numbers.append(hit.number);
        }
        one.upTo = upTo;
    }
    if (!m_shown.isValid() || m_shown.elapsed() >= pause)
        show();
}

void FilterTextsPane::finish()
{
    show();
    look(); // others may not be that far
}

void FilterTextsPane::show()
{
    m_shown.start();
    FlowFilter filter = m_desk.focus().filter();
    filter.found = m_known;
    for (FilterFound &one : filter.found) {
        if (!isRecorded())
            one.upTo = ~quint64{0}; // there is nothing to look into
    }
    m_desk.focus().setFilter(filter, this);
}

Pane *makeFilterTextsPane(Desk &desk)
{
    return new FilterTextsPane(desk);
}

} // namespace gb::ui

#include "filtertextspane.moc"
