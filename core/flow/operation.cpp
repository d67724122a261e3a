#include "core/flow/operation.h"

#include <algorithm>
#include <iterator>

namespace gb {

using State = Operation::State;
using Kind = Operation::Kind;

QLatin1StringView stateName(State state)
{
    static constexpr const char *names[] = {"asked", "accepted", "answering", "active", "done", "refused",
        "error-result", "unreadable", "no-answer", "no-response", "other-sn", "incomplete", "ended", "lapsed",
        "unknown"};
    static_assert(std::size(names) == static_cast<std::size_t>(State::Count));
    return QLatin1StringView(names[std::min<std::size_t>(static_cast<std::size_t>(state), std::size(names) - 1)]);
}

QLatin1StringView kindName(Kind kind)
{
    static constexpr const char *names[] = {"query", "control", "notice", "subscription"};
    return QLatin1StringView(names[static_cast<std::size_t>(kind)]);
}

} // namespace gb
