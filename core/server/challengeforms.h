#pragma once
#include "core/base/ipaddress.h"
#include "core/base/rollinghash.h"
#include "core/message/digest.h"

#include <QByteArray>
#include <QHash>

#include <string_view>

namespace gb {

/**
 * In which form a device is challenged. Some ignore a 401 whose form they do not like: who ignored two is given the
 * next form, round robin, and what it registers with is used first from then on. A device that answers never sees
 * another form than the first one.
 */
class ChallengeForms
{
public:
    static constexpr int patience = 2;               ///< challenges of one form that are ignored
    static constexpr qsizetype capacity = 10'000;    ///< of each of the two tables
    using Learnt = QHash<QByteArray, ChallengeForm>; ///< by device ID

    /// Without `variants` it is always `first`.
    ChallengeForms(ChallengeForm first, bool variants)
        : m_first(first)
        , m_variants(variants)
    {
    }

    /// What is sent now, whatever it answers.
    ChallengeForm current(std::string_view id, const IpAddress &address) const;
    /// For a REGISTER without credentials that is no retransmission; it counts.
    ChallengeForm next(std::string_view id, const IpAddress &address);
    /// A REGISTER came again: the device waits for an answer, so the 401 did not reach it, and nothing was ignored.
    void repeated(std::string_view id, const IpAddress &address);
    /// Credentials came, right or wrong: it does not ignore this form.
    void answered(std::string_view id, const IpAddress &address);
    /// They were right.
    void worked(std::string_view id, const IpAddress &address);

    /// Outlives a listener that is closed.
    const Learnt &learnt() const { return m_learnt; }
    void setLearnt(const Learnt &learnt) { m_learnt = learnt; }
    qsizetype tries() const { return m_tries.size(); }

private:
    struct Try
    {
        ChallengeForm form = ChallengeForm::Md5;
        int sent = 0; ///< in this form, each ignored but perhaps the last one
    };
    /// With the address, so that a stranger does not move a device's form.
    static Key128 keyOf(std::string_view id, const IpAddress &address)
    {
        return KeyHasher().add(id).add(address.octets()).key();
    }
    ChallengeForm firstOf(std::string_view id) const;

    const ChallengeForm m_first;
    const bool m_variants;
    QHash<Key128, Try> m_tries; ///< those who have not answered yet
    Learnt m_learnt;            ///< of those who registered with another form than the first one
};

} // namespace gb
