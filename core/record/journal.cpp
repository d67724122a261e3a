#include "core/record/journal.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::chrono::seconds window{1};

/// How many of it pass in a second; 0: all.
int limitOf(const notes::What &what)
{
    if (std::holds_alternative<notes::Dropped>(what))
        return 1;
    if (std::holds_alternative<notes::Icmp>(what))
        return Journal::mostReports;
    return std::holds_alternative<notes::ConnectionSilent>(what)
            || std::holds_alternative<notes::ConnectionClosed>(what)
        ? Journal::mostASecond
        : 0;
}

} // namespace

Journal::Kept &Journal::kept(std::size_t kind, std::size_t part, TimePoint now)
{
    const auto known = std::find_if(
        m_kept.begin(), m_kept.end(), [&](const Kept &one) { return one.kind == kind && one.part == part; });
    return known != m_kept.end() ? *known : m_kept.emplace_back(Kept{.kind = kind, .part = part, .since = now});
}

void Journal::add(TimePoint now, notes::What what, std::vector<JournalNote> &out)
{
    advance(now, out);
    const int limit = limitOf(what);
    if (limit == 0) {
        out.push_back({now, std::move(what)});
        return;
    }
    auto *const dropped = std::get_if<notes::Dropped>(&what);
    Kept &kept = this->kept(what.index(), dropped ? static_cast<std::size_t>(dropped->what) : 0, now);
    if (now - kept.since >= window || now < kept.since) {
        kept.since = now;
        kept.passed = 0;
    }
    if (kept.passed < limit) {
        ++kept.passed;
        out.push_back({now, std::move(what)});
        return;
    }
    const quint64 count = kept.waiting ? kept.waiting->count : 0;
    if (dropped && kept.waiting)
        dropped->amount += std::get<notes::Dropped>(kept.waiting->what).amount;
    kept.waiting = JournalNote{now, std::move(what), count + 1};
}

void Journal::advance(TimePoint now, std::vector<JournalNote> &out)
{
    for (Kept &one : m_kept) {
        if (!one.waiting || now - one.since < window)
            continue;
        one.waiting->at = now;
        out.push_back(std::move(*one.waiting));
        one.waiting.reset();
        one.since = now;
        one.passed = 1;
    }
}

void Journal::flush(TimePoint now, std::vector<JournalNote> &out)
{
    for (Kept &one : m_kept) {
        if (one.waiting) {
            one.waiting->at = now;
            out.push_back(std::move(*one.waiting));
            one.waiting.reset();
        }
    }
}

std::optional<TimePoint> Journal::nextDeadline() const
{
    std::optional<TimePoint> next;
    for (const Kept &one : m_kept) {
        if (one.waiting && (!next || one.since + window < *next))
            next = one.since + window;
    }
    return next;
}

} // namespace gb
