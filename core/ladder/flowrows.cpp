#include "core/ladder/flowrows.h"

#include <algorithm>

namespace gb {

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
        noteLater();
    });
    connect(&log, &MessageLog::awaitedChanged, this, [this] {
        take(m_log.count(), 0);
        announce();
        noteLater();
    });
    connect(&log, &MessageLog::dropped, this, &FlowRows::rebuild);
    connect(&log, &MessageLog::marksChanged, this, [this] {
        if (m_filter.text.contains(u"marked", Qt::CaseInsensitive)) // others do not ask for it
            renew();
    });
    connect(&log, &MessageLog::cleared, this, [this] {
        m_open.clear();
        rebuild();
    });
    m_later.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &FlowRows::goOn);
    connect(&m_later, &QTimer::timeout, this, &FlowRows::renew);
    rebuild();
}

FlowRows::~FlowRows() = default;

void FlowRows::setFolding(Folding folding)
{
    const std::pair before(folds(), foldsRepeats());
    m_folding = folding;
    if (std::pair(folds(), foldsRepeats()) == before)
        return;
    layOut();
    announce();
}

bool FlowRows::folds() const
{
    return m_folding == Folding::On || (m_folding == Folding::Auto && m_shown.devices.size() == 1);
}

void FlowRows::rebuild()
{
    m_slices.stop();
    m_next.reset();
    m_shown = m_filter;
    m_matcher = std::make_unique<FlowMatcher>(m_log, m_filter);
    m_matches = {};
    m_told = 0;
    m_devices = {};
    m_endpoints = {};
    restart();
    take(0, m_log.count());
    announce();
}

void FlowRows::restart()
{
    cut(0);
    m_train = {};
    m_run = {};
    m_missingPlaced = 0;
    m_placed = 0;
    m_pendingRows = 0;
}

void FlowRows::take(qsizetype first, qsizetype count)
{
    hidePending();
    for (qsizetype row = first; m_matcher->collects() && row < first + count; ++row)
        m_matcher->collect(m_log.entry(row));
    for (qsizetype row = first; row < first + count; ++row) {
        const LogEntry &entry = m_log.entry(row);
        placeMissing(entry.number);
        if (!m_matcher->matches(entry))
            continue;
        m_matches.push(static_cast<quint32>(row));
        m_devices.add(entry.device);
        m_endpoints.add(entry.from);
        m_endpoints.add(entry.to);
        place(static_cast<quint32>(m_matches.size() - 1));
    }
    placeMissing(behindLog());
    showTrain(true);
    showPending();
}

/// The same matches, other folds.
void FlowRows::layOut()
{
    restart();
    for (quint32 match = 0; match < m_matches.size(); ++match) {
        placeMissing(entry(match).number);
        place(match);
    }
    placeMissing(behindLog());
    showTrain(true);
    showPending();
}

void FlowRows::place(quint32 match)
{
    m_placed = match + 1;
    if (!foldsRepeats())
        return addMessage(match);
    if (m_run.count > 0 && m_log.repeatOf(entry(match)) == entry(m_run.first).number) {
        ++m_run.count;
        return showRun();
    }
    m_run = {};
    if (m_train.count > 0 && !continuesTrain(match))
        endTrain();
    if (m_train.count > 0) {
        ++m_train.count;
    } else if (continuesRun(match)) {
        showRun();
    } else if (folds() && entry(match).has(LogEntry::KeepaliveRequest)) {
        m_train = {.first = match, .count = 1, .row = m_rows.size()};
    } else {
        addMessage(match);
    }
}

void FlowRows::endTrain()
{
    showTrain(false);
    m_train = {};
}

/// A second copy right behind the first one, whose row is the last.
bool FlowRows::continuesRun(quint32 match)
{
    if (match == 0 || m_rows.empty() || !entry(match).isRepeat()
        || m_log.repeatOf(entry(match)) != entry(match - 1).number)
        return false;
    const FlowRow last = m_rows.back();
    if (last.kind != FlowRow::Kind::Message || last.first != match - 1)
        return false;
    std::size_t row = m_rows.size() - 1;
    if (row > 0 && m_rows[row - 1].kind == FlowRow::Kind::Gap && m_rows[row - 1].first == match - 1)
        --row;
    m_run = {.first = match - 1, .count = 2, .row = row};
    return true;
}

void FlowRows::showRun()
{
    if (m_run.count < foldCopies)
        return addMessage(m_run.first + m_run.count - 1);
    if (!m_run.header) {
        const bool open = m_open.contains(entry(m_run.first).number);
        cut(m_run.row);
        addFold(m_run.first, m_run.count, FlowRow::Kind::Repeats, open);
        m_run.header = m_rows.size() - 1;
        for (quint32 copy = 0; open && copy < m_run.count; ++copy)
            addMessage(m_run.first + copy);
        return;
    }
    m_rows.setCount(*m_run.header, m_run.count);
    m_touched = std::min(m_touched, *m_run.header);
    if (m_rows[*m_run.header].open)
        addMessage(m_run.first + m_run.count - 1);
}

quint64 FlowRows::behindLog() const
{
    return m_log.count() == 0 ? 0 : m_log.entry(m_log.count() - 1).number + 1;
}

bool FlowRows::isShown(quint64 number) const
{
    const qsizetype row = m_log.rowOf(number);
    return row >= 0 && m_matches.contains(static_cast<quint32>(row));
}

/// What was found missing ahead of that message.
void FlowRows::placeMissing(quint64 before)
{
    const QList<Awaited> &missing = m_log.missing();
    for (; m_missingPlaced < missing.size() && missing.at(m_missingPlaced).behind < before; ++m_missingPlaced) {
        if (m_placed == 0 || !isShown(missing.at(m_missingPlaced).number))
            continue;
        endTrain();
        m_run = {};
        m_rows.push(FlowRow(m_placed - 1, static_cast<quint32>(m_missingPlaced), FlowRow::Kind::Missing));
    }
}

void FlowRows::hidePending()
{
    if (m_pendingRows > 0)
        cut(m_rows.size() - std::exchange(m_pendingRows, 0));
}

void FlowRows::showPending()
{
    m_pending.clear();
    if (m_matches.empty())
        return;
    const auto last = static_cast<quint32>(m_matches.size() - 1);
    quint32 more = 0;
    qsizetype looked = 0;
    // Of a record that has ended nothing is awaited any more: how many answers are cut off is one row, and of
    // heartbeats nobody knows
    const bool hasEnded = !m_log.isRunning();
    const quint32 shown = hasEnded ? 1 : pendingShown;
    for (const Awaited &one : m_log.pending()) {
        if (++looked > pendingLooked) { // a server that is silent to a whole fleet: of a filter's the count is a lower
                                        // bound then
            more += m_shown.isEmpty() ? static_cast<quint32>(m_log.pending().size() - pendingLooked) : 0;
            break;
        }
        if (!isShown(one.number) || (hasEnded && one.what == Awaited::What::Heartbeat))
            continue;
        if (static_cast<quint32>(m_pending.size()) == shown) {
            ++more;
            continue;
        }
        m_rows.push(FlowRow(last, static_cast<quint32>(m_pending.size()), FlowRow::Kind::Pending));
        m_pending.append(one);
    }
    if (hasEnded && more > 0) {
        cut(m_rows.size() - static_cast<std::size_t>(m_pending.size()));
        more += static_cast<quint32>(m_pending.size());
        m_pending.clear();
    }
    if (more > 0)
        m_rows.push(FlowRow(last, more, FlowRow::Kind::More));
    m_pendingRows = static_cast<std::size_t>(m_pending.size()) + (more > 0 ? 1 : 0);
}

const Awaited &FlowRows::awaited(const FlowRow &row) const
{
    return row.kind == FlowRow::Kind::Pending ? m_pending.at(row.count) : m_log.missing().at(row.count);
}

qsizetype FlowRows::lastMessageRow() const
{
    qsizetype row = count() - 1;
    while (row >= 0 && !this->row(row).isMessageOrFold())
        --row;
    return row;
}

bool FlowRows::continuesTrain(quint32 match) const
{
    const LogEntry &e = entry(match);
    if (m_train.count % 2 == 0) {
        // Heartbeats with another fault than those before begin a train of their own: a fold is all alike.
        const LogEntry &first = entry(m_train.first);
        return e.has(LogEntry::KeepaliveRequest) && e.device == first.device && m_log.faults(e) == m_log.faults(first);
    }
    const LogEntry &request = entry(match - 1);
    return e.kind == SipKind::Response && e.status == 200 && e.callId == request.callId && !e.isOdd()
        && (e.answers() == 0 || e.answers() == request.number);
}

void FlowRows::showTrain(bool live)
{
    const quint32 pairs = m_train.count / 2;
    if (pairs > foldAbove) {
        const bool open = m_open.contains(entry(m_train.first).number);
        if (!open || !m_train.header) {
            cut(m_train.row);
            const quint32 folded = 2 * (open || !live ? pairs : pairs - liveTail);
            addFold(m_train.first, folded, FlowRow::Kind::Fold, open);
            if (open)
                m_train.header = m_rows.size() - 1;
            m_train.shown = open ? 0 : folded;
        } else if (m_rows[*m_train.header].count != 2 * pairs) {
            m_rows.setCount(*m_train.header, 2 * pairs);
            m_touched = std::min(m_touched, *m_train.header);
        }
    }
    while (m_train.shown < m_train.count)
        addMessage(m_train.first + m_train.shown++);
}

void FlowRows::addFold(quint32 first, quint32 count, FlowRow::Kind kind, bool open)
{
    addGap(first);
    m_rows.push(FlowRow(first, count, kind, open));
}

void FlowRows::addGap(quint32 match)
{
    const bool named = !m_rows.empty() && m_rows.back().open && m_rows.back().first == match; // ahead of the fold that
                                                                                              // it opens
    if (delta(match) > gapAbove && !named)
        m_rows.push(FlowRow(match, 0U, FlowRow::Kind::Gap));
}

void FlowRows::addMessage(quint32 match)
{
    addGap(match);
    m_rows.push(FlowRow(match));
}

void FlowRows::cut(std::size_t rows)
{
    m_touched = std::min(m_touched, rows);
    m_rows.cut(rows);
}

void FlowRows::announce()
{
    const auto from = static_cast<qsizetype>(m_touched);
    m_touched = m_rows.size();
    const std::size_t told = std::exchange(m_told, m_matches.size());
    emit changed(from);
    if (told == 0 || told < m_told)
        emit matched(static_cast<qsizetype>(told));
}

Duration FlowRows::delta(quint32 match) const
{
    return match == 0 ? Duration::zero() : entry(match).time() - entry(match - 1).time();
}

qsizetype FlowRows::rowShowing(quint64 number) const
{
    const qsizetype row = rowNear(number);
    const qsizetype logged = m_log.rowOf(number);
    if (row < 0 || logged < 0 || !m_matches.contains(static_cast<quint32>(logged)))
        return -1;
    return row;
}

qsizetype FlowRows::rowNear(quint64 number) const
{
    const std::size_t match = m_matches.ahead(static_cast<quint32>(m_log.rowFrom(number)));
    if (match == m_matches.size())
        return std::max<qsizetype>(lastMessageRow(), count() == 0 ? -1 : 0);
    // Gap and open fold stand ahead of the message with the same match, so the last one is the message.
    auto row = static_cast<qsizetype>(m_rows.lastOf(static_cast<quint32>(match)));
    while (row > 0 && !this->row(row).isMessageOrFold()) // what is missing stands behind a message under its match
        --row;
    return row;
}

void FlowRows::setOpen(qsizetype index, bool open)
{
    const FlowRow fold = row(index);
    if (!fold.isFold() || fold.open == open)
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

} // namespace gb
