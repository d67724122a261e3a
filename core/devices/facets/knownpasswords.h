#pragma once
#include "core/devices/facets/judge.h"
#include "core/devices/passwordverdict.h"

namespace gb {

struct DigestContext;
struct DigestSearch;

/// Compares refused digests with known passwords, to say which one a device uses. See DeviceStore.
class KnownPasswords
{
public:
    KnownPasswords(DeviceRows &rows, NewsLog &news, DeviceJudge &judge)
        : m_rows(rows)
        , m_news(news)
        , m_judge(judge)
    {
    }

    void set(const QByteArray &own, const QList<QByteArray> &others);
    bool compareRefused(int most, TimePoint now);
    std::vector<PasswordVerdict> takeVerdicts() { return std::exchange(m_verdicts, {}); }
    /// The record has it.
    void judged(const PasswordVerdict &verdict);

    /// What is kept of a REGISTER, to compare it.
    static RefusedRequest requestOf(const Trace &trace);
    /// Names and realms that its credentials had by mistake may be in its next digest as well.
    static void noteMistaken(TrackedDevice &device, const SipHead &head);
    void noteRealm(std::string_view realm);
    /// The record's verdict upon this refusal; empty where it has none, or where passwords are known.
    std::optional<Note> takeTold(const TrackedDevice &device, TimePoint at);
    /// So often one may compare; this is one time.
    bool mayGuess(TimePoint now);
    /// What the messages show of the reason; where that is the password, which one it is as far as it is known.
    Note whichPassword(TrackedDevice &device, const RefusedRequest &request, const Note &otherwise);
    /// For the record.
    void keep(PasswordVerdict verdict);
    /// Where somebody else is the platform, what it accepts tells which passwords it has.
    void accepted(const RefusedRequest &request, TimePoint at);

private:
    void apply(TrackedDevice &device, const Note &verdict, TimePoint now);
    Note verdictOf(const DigestSearch &search, const Note &otherwise) const;
    DigestContext contextOf(const TrackedDevice &device, const RefusedRequest &request) const;

    DeviceRows &m_rows;
    NewsLog &m_news;
    DeviceJudge &m_judge;
    QList<QByteArray> m_passwords;  ///< as guessPassword takes them
    bool m_ownPassword = false;     ///< the first one is the server's
    QList<QByteArray> m_realms;     ///< of challenges
    quint64 m_working = 0;          ///< bits of those that a foreign platform has accepted
    QList<QByteArray> m_uncompared; ///< keys of devices
    TimePoint m_guessesSince{};
    int m_guesses = 0; ///< since then
    std::vector<PasswordVerdict> m_verdicts;
    std::optional<PasswordVerdict> m_told; ///< by the record, upon the answer that comes next
};

} // namespace gb
