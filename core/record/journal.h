#pragma once
#include "core/record/note.h"

#include <vector>

namespace gb {

/**
 * Keeps notes that come in thousands from filling the record: of a kind that counts (what was dropped, connections,
 * answers of the network) some pass at once each second; what is over that waits for the second's end and becomes one
 * note with its count. Notes that change how the record is judged always pass. Pure: time comes in.
 */
class Journal
{
public:
    static constexpr int mostASecond = 20;    ///< of each kind; of what was dropped, one
    static constexpr int mostReports = 1'000; ///< of ICMP, a second: the record is judged by them, so only a flood is
                                              ///< cut

    /// Appends what is to be written and folded now to `out`.
    void add(TimePoint now, notes::What what, std::vector<JournalNote> &out);
    void advance(TimePoint now, std::vector<JournalNote> &out);
    /// All that waits, whatever the time.
    void flush(TimePoint now, std::vector<JournalNote> &out);
    std::optional<TimePoint> nextDeadline() const;

private:
    struct Kept
    {
        std::size_t kind = 0, part = 0;
        TimePoint since{};
        int passed = 0; ///< in this second
        std::optional<JournalNote> waiting;
    };

    Kept &kept(std::size_t kind, std::size_t part, TimePoint now);

    std::vector<Kept> m_kept; ///< one for each kind that counts: a dozen at most
};

} // namespace gb
