#include "ui/flow/flowrows.h"

#include <algorithm>

namespace gb::ui {

void FlowRows::Seen::add(quint32 index)
{
    if (index >= known.size())
        known.resize(index + index / 2 + 16, false);
    if (known[index])
        return;
    known[index] = true;
    order.push_back(index);
}

FlowRows::FlowRows(const MessageLog &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
    connect(&log, &MessageLog::appended, this, [this](qsizetype first, qsizetype count) {
        take(first, count);
        announce();
    });
    connect(&log, &MessageLog::dropped, this, &FlowRows::rebuild);
    connect(&log, &MessageLog::cleared, this, [this] {
        m_open.clear();
        rebuild();
    });
    rebuild();
}

FlowRows::~FlowRows() = default;

void FlowRows::setFilter(const FlowFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void FlowRows::setFolding(Folding folding)
{
    const bool before = folds();
    m_folding = folding;
    if (folds() == before)
        return;
    layOut();
    announce();
}

bool FlowRows::folds() const
{
    return m_folding == Folding::On || (m_folding == Folding::Auto && m_filter.devices.size() == 1);
}

void FlowRows::rebuild()
{
    m_matcher = std::make_unique<FlowMatcher>(m_log, m_filter);
    m_matches.clear();
    m_devices = {};
    m_endpoints = {};
    cut(0);
    m_train = {};
    take(0, m_log.count());
    announce();
}

void FlowRows::take(qsizetype first, qsizetype count)
{
    const bool folding = folds();
    for (qsizetype row = first; row < first + count; ++row) {
        const LogEntry &entry = m_log.entry(row);
        if (!m_matcher->matches(entry))
            continue;
        m_matches.push_back(static_cast<quint32>(row));
        m_devices.add(entry.device);
        m_endpoints.add(entry.from);
        m_endpoints.add(entry.to);
        const auto match = static_cast<quint32>(m_matches.size() - 1);
        folding ? place(match) : addMessage(match);
    }
    showTrain(true);
}

/// The same matches, other folds.
void FlowRows::layOut()
{
    cut(0);
    m_train = {};
    const bool folding = folds();
    for (quint32 match = 0; match < m_matches.size(); ++match)
        folding ? place(match) : addMessage(match);
    showTrain(true);
}

void FlowRows::place(quint32 match)
{
    if (m_train.count > 0 && !continuesTrain(match)) {
        showTrain(false);
        m_train = {};
    }
    if (m_train.count > 0) {
        ++m_train.count;
    } else if (entry(match).has(LogEntry::KeepaliveRequest)) {
        m_train = {.first = match, .count = 1, .row = m_rows.size()};
    } else {
        addMessage(match);
    }
}

bool FlowRows::continuesTrain(quint32 match) const
{
    const LogEntry &e = entry(match);
    if (m_train.count % 2 == 0) {
        // Heartbeats with another fault than those before begin a train of their own: a fold is all alike.
        const LogEntry &first = entry(m_train.first);
        return e.has(LogEntry::KeepaliveRequest) && e.device == first.device && e.faults == first.faults;
    }
    const LogEntry &request = entry(match - 1);
    return e.kind == SipKind::Response && e.status == 200 && e.callId == request.callId && e.faults == 0 && e.repeatOf == 0
        && (e.answers == 0 || e.answers == request.number);
}

void FlowRows::showTrain(bool live)
{
    const quint32 pairs = m_train.count / 2;
    if (pairs > foldAbove) {
        const bool open = m_open.contains(entry(m_train.first).number);
        if (!open || !m_train.header) {
            cut(m_train.row);
            const quint32 folded = 2 * (open || !live ? pairs : pairs - liveTail);
            addFold(folded, open);
            m_train.shown = open ? 0 : folded;
        } else if (m_rows[*m_train.header].count != 2 * pairs) {
            m_rows[*m_train.header].count = 2 * pairs;
            m_touched = std::min(m_touched, *m_train.header);
        }
    }
    while (m_train.shown < m_train.count)
        addMessage(m_train.first + m_train.shown++);
}

void FlowRows::addFold(quint32 count, bool open)
{
    addGap(m_train.first);
    if (open)
        m_train.header = m_rows.size();
    m_rows.push_back({.first = m_train.first, .count = count, .kind = FlowRow::Kind::Fold, .open = open});
}

void FlowRows::addGap(quint32 match)
{
    const bool named = !m_rows.empty() && m_rows.back().open && m_rows.back().first == match; // ahead of the fold that it opens
    if (delta(match) > gapAbove && !named)
        m_rows.push_back({.first = match, .count = 0, .kind = FlowRow::Kind::Gap});
}

void FlowRows::addMessage(quint32 match)
{
    addGap(match);
    m_rows.push_back({.first = match});
}

void FlowRows::cut(std::size_t rows)
{
    m_touched = std::min(m_touched, rows);
    m_rows.resize(rows);
}

void FlowRows::announce()
{
    const auto from = static_cast<qsizetype>(m_touched);
    m_touched = m_rows.size();
    emit changed(from);
}

Duration FlowRows::delta(quint32 match) const
{
    return match == 0 ? Duration::zero() : entry(match).time() - entry(match - 1).time();
}

qsizetype FlowRows::rowShowing(quint64 number) const
{
    const qsizetype row = rowNear(number);
    const qsizetype logged = m_log.rowOf(number);
    if (row < 0 || logged < 0 || !std::binary_search(m_matches.begin(), m_matches.end(), static_cast<quint32>(logged)))
        return -1;
    return row;
}

qsizetype FlowRows::rowNear(quint64 number) const
{
    const auto logged = static_cast<quint32>(m_log.rowFrom(number));
    const auto found = std::lower_bound(m_matches.begin(), m_matches.end(), logged);
    if (found == m_matches.end())
        return count() - 1;
    // Gap and open fold stand ahead of the message with the same match, so the last one is the message.
    const auto match = static_cast<quint32>(found - m_matches.begin());
    const auto behind = std::upper_bound(m_rows.begin(), m_rows.end(), match, [](quint32 value, const FlowRow &row) { return value < row.first; });
    return static_cast<qsizetype>(behind - m_rows.begin()) - 1;
}

void FlowRows::setOpen(qsizetype index, bool open)
{
    const FlowRow fold = row(index);
    if (fold.kind != FlowRow::Kind::Fold || fold.open == open)
        return;
    const quint64 number = entry(fold.first).number;
    if (open)
        m_open.insert(number);
    else
        m_open.remove(number);
    layOut();
    announce();
}

void FlowRows::reveal(quint64 number)
{
    if (const qsizetype row = rowShowing(number); row >= 0)
        setOpen(row, true);
}

} // namespace gb::ui
