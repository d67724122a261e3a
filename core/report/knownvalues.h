#pragma once
#include <QByteArray>
#include <QHash>
#include <QSet>

#include <functional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gb::redaction {

/**
 * Secrets that are known by what they are, and finds them in any octets: as they stand, in GB 18030, UTF-16, base64,
 * hex and decimal, backwards, over the end of a line, hashed, and as H(user:realm:password) of known users. First
 * everything is added, then build() once, then it finds. Bounded: what there is no room for is counted and not looked
 * for.
 */
class KnownValues
{
public:
    static constexpr qsizetype shortestKnown = 4, shortestFound = 6; ///< octets; less is everywhere
    static constexpr qsizetype longest = 256;
    static constexpr qsizetype most = 4096, mostUsers = 4096, mostPublic = 64 * 1024;
    static constexpr std::size_t mostDigests = 1024 * 1024;

    /// `given` by the user; else found in the record under its name.
    void add(const QByteArray &secret, bool given);
    void addDigest(std::string_view hex);
    /// That digests were made for.
    void addUser(std::string_view user, std::string_view realm);
    /// What anybody may see: an ID, a name, a word of the protocol.
    void addPublic(std::string_view text);
    void build();

    /// `found` is told of each place.
    void find(std::string_view text, const std::function<void(std::size_t from, std::size_t to)> &found) const;
    bool isEmpty() const { return m_needles.empty() && m_digests.empty(); }

    /// Secrets that are also public data of the record: not removed where no name tells of them.
    qsizetype alsoPublic() const { return (m_public | m_partsOfNumbers).size(); }
    /// Secrets that are too short or too many to be looked for.
    qsizetype notSought() const { return m_notSought.size(); }

private:
    struct Needle
    {
        QByteArray octets;
        quint32 secret = 0;
        bool digits = false; ///< nothing else; part of a longer number it is public
        bool plain = false;
    };

    void addForms(quint32 secret);
    void addNeedle(const QByteArray &octets, quint32 secret, bool plain);
    void addBase64(const QByteArray &octets, quint32 secret);
    void addBase32(const QByteArray &octets, quint32 secret);
    void addOdd(const QByteArray &octets, quint32 secret);
    void addHashes(const QByteArray &octets, quint32 secret);
    void addHa1s();
    void dropPublic();
    using Place = std::function<void(std::size_t from, std::size_t to)>;
    void findPlain(std::string_view text, qsizetype least, const Place &found) const;
    void findFolded(std::string_view text, const Place &found) const;
    const Needle *needleAt(std::string_view text, std::size_t at) const;
    void findDigests(std::string_view text, const std::function<void(std::size_t, std::size_t)> &found) const;

    std::vector<QByteArray> m_secrets;
    QSet<QByteArray> m_known;
    QSet<QByteArray> m_notSought;
    QSet<quint32> m_public;                 ///< indices of secrets
    mutable QSet<quint32> m_partsOfNumbers; ///< likewise
    QSet<std::pair<QByteArray, QByteArray>> m_users;
    QSet<QByteArray> m_publicTexts;
    std::vector<Needle> m_needles;
    std::unordered_multimap<quint32, quint32> m_byStart; ///< first four octets; index of needles
    std::vector<quint64> m_maybe;          ///< a bit for each hash of four octets that a needle begins with
    std::unordered_set<quint64> m_digests; ///< the first 16 digits
};

} // namespace gb::redaction
