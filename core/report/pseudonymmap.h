#pragma once
#include "core/base/ipaddress.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <string_view>

namespace gb {

/**
 * What stands for what: the same for the same, another one for another, and never one that the record has itself. First
 * everything is learnt, then asked. It follows from a salt that is made anew for each export and is written nowhere.
 * Bounded: of more than `most` of a kind pseudonyms still hold, but two may be the same.
 */
class PseudonymMap
{
public:
    static constexpr qsizetype most = 256 * 1024;

    PseudonymMap();
    explicit PseudonymMap(const QByteArray &salt); ///< for tests

    // Of the record; they are no pseudonyms of others then.
    void learnAddress(const IpAddress &address);
    void learnId(std::string_view digits); ///< 10 digits or more; the first 10 are a domain
    void learnSsrc(std::string_view digits);
    void learnMac(std::string_view text);

    bool knows(const IpAddress &address) const { return m_addressesSeen.contains(address); }
    bool knowsId(const QByteArray &digits) const { return m_idsSeen.contains(digits); }
    bool knowsDomain(const QByteArray &digits) const { return m_domainsSeen.contains(digits); }
    /// Of a known domain.
    bool knowsSsrc(const QByteArray &digits) const
    {
        return m_ssrcsSeen.contains(digits) && m_secondSeen.contains(digits.mid(1, 5));
    }
    bool knowsMac(const QByteArray &text) const { return m_macsSeen.contains(text); }
    /// It was given out for another one, so it tells nothing, whoever has it.
    bool isMade(const IpAddress &address) const { return m_addressesMade.contains(address); }
    bool isMade(const QByteArray &digits) const { return m_made.contains(digits); }
    bool isMadeWord(const QByteArray &text) const { return m_wordsMade.contains(text); }

    /// /24 and /64 stay together, and what is within a site (RFC 1918) is told from what is outside. Loopback, none,
    /// all and groups stay.
    IpAddress address(const IpAddress &address);
    /// Digits 9 to 14 stay, GB/T 28181-2022 annex E; of any length from 10 digits on.
    QByteArray id(const QByteArray &digits);
    QByteArray domain(const QByteArray &digits) { return id(digits); }
    /// A civil code: the start of a domain.
    QByteArray region(const QByteArray &digits);
    /// Digits 2 to 6 follow the domain where they are of a known one, annex G.
    QByteArray ssrc(const QByteArray &digits);
    QByteArray mac(const QByteArray &text);
    /// Letters become other letters, digits other digits, all else stays: length, encoding, escapes and what is broken
    /// in them.
    QByteArray word(const QByteArray &text);
    /// Degrees; 0 stays.
    QByteArray coordinate(const QByteArray &text);

    qsizetype addresses() const { return m_addresses.size(); }
    qsizetype ids() const { return m_ids.size(); }
    qsizetype words() const { return m_words.size(); }

private:
    quint32 network(quint32 original);
    IpAddress v6(const IpAddress &address);
    QByteArray regionPart(const QByteArray &digits, QHash<QByteArray, QByteArray> &parts, QSet<QByteArray> &made,
        const QSet<QByteArray> &seen);
    QByteArray regionDigits(const QByteArray &digits); ///< 8
    QByteArray scrambled(const QByteArray &text, int attempt) const;

    const QByteArray m_salt;
    QSet<IpAddress> m_addressesSeen, m_addressesMade;
    QSet<quint32> m_networksSeen;
    QHash<IpAddress, IpAddress> m_addresses;
    QHash<quint32, quint32> m_networks; ///< without the last octet
    quint32 m_nextNetwork[2] = {};      ///< outside of a site, within it
    QHash<QByteArray, quint32> m_networks6;
    QSet<QByteArray> m_networks6Seen;
    QSet<QByteArray> m_idsSeen, m_domainsSeen, m_ssrcsSeen, m_macsSeen, m_made;
    QHash<QByteArray, QByteArray> m_ids, m_macs, m_words;
    QSet<QByteArray> m_firstSeen, m_secondSeen, m_firstMade, m_secondMade; ///< digits 1 to 3, 4 to 8 of domains
    QHash<QByteArray, QByteArray> m_first, m_second;
    QHash<QByteArray, QByteArray> m_domainOfRegion; ///< of their first 2 to 7 digits: the lowest
    QSet<QByteArray> m_wordsMade;
};

} // namespace gb
