#pragma once
#include "core/base/endpoint.h"
#include "core/message/digest.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace gb {

/// How a device takes its 401s, as far as the record shows it.
struct Challenges
{
    std::optional<ChallengeForm> first;        ///< form of the first one ever
    ChallengeForm form = ChallengeForm::Other; ///< of the last one
    Endpoint by;                               ///< who sent it
    bool unanswered = false;                   ///< it is the last that happened
    bool lost = false;                         ///< behind it the REGISTER came again: it cannot have arrived
    bool varied = false;                       ///< other forms than the first one were tried
    bool learnt = false;                       ///< the registration in force is due to one of them
    int ignored = 0;                           ///< in a row
    std::array<quint64, 4> open{};             ///< its nonces that no credentials have answered yet, as hashes; 0: none
    quint64 used = 0;                          ///< nonce of its last credentials, so
    bool old = false;                          ///< they were refused, and it was none of these

    /// Newest first.
    void sent(quint64 nonce)
    {
        std::shift_right(open.begin(), open.end(), 1);
        open[0] = nonce;
    }
    enum class Nonce : quint8 {
        Open,  ///< it was sent, and not used yet
        Old,   ///< it was not: a refusal asks for another one
        Again, ///< so, and the same was refused before
    };
    /// Credentials with that nonce. Many devices refresh with those of their last challenge, and the 401 to them is
    /// about the nonce, even where it does not say stale=true; twice in a row is a fault.
    Nonce use(quint64 nonce)
    {
        const bool again = nonce == std::exchange(used, nonce);
        if (const auto found = std::find(open.begin(), open.end(), nonce); found != open.end()) {
            *found = 0;
            old = false;
            return Nonce::Open;
        }
        return !old ? Nonce::Old : again ? Nonce::Again : Nonce::Open;
    }
    bool learnsNow(bool authorized) const { return authorized && varied && form != first; }
};

} // namespace gb
