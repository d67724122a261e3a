#pragma once
#include "core/message/digest.h"

#include <QList>

#include <optional>

namespace gb {

/// How a password that a device uses differs from one that is known.
enum class PasswordChange : quint8 {
    None,
    Trimmed, ///< blanks at its ends are left out
    Blank,   ///< a blank behind it
    LowerCase,
    UpperCase,
    Capital,   ///< only its first letter is another: keyboards of telephones do that
    FullWidth, ///< typed with a Chinese input method: its ASCII characters as U+FF01 to U+FF5E
    Quoted,    ///< with quotes around it
    LineEnd,   ///< a line end behind it
    Cut,       ///< only its first characters
    Empty,     ///< none at all: of no known one
};

/// How a sum is made, where not as the header says.
enum class DigestSum : quint8 {
    Announced,
    OtherQop, ///< with qop where the header has none, or without it where it has one
    Session,  ///< as MD5-sess
    Capitals, ///< of hashes in capital letters
};

/// Which known password gives the response that a device sent, and what else than the header says went into the sum.
struct DigestGuess
{
    qsizetype candidate = 0; ///< index in the list; -1 of an empty password
    PasswordChange change = PasswordChange::None;
    qsizetype cut = 0; ///< octets that are left, of PasswordChange::Cut
    DigestSum sum = DigestSum::Announced;
    bool otherHash = false; ///< MD5 where the header says SHA-256, or the other way
    bool half = false;      ///< sixteen digits of the response were sent
    std::optional<QByteArray> user, realm, uri, method;
    bool operator==(const DigestGuess &) const = default;
};

/// What may have gone into a sum, beside what the header says; what is likelier stands first.
struct DigestHints
{
    static constexpr qsizetype maxUsers = 24, maxRealms = 20, maxUris = 8;
    QList<QByteArray> users, realms, uris;
};

/// What was tried: how many of each, the header's own among them, and how many sums of how many that there are.
struct DigestTrial
{
    qsizetype passwords = 0, spellings = 0, users = 0, realms = 0, uris = 0, methods = 0, sums = 0;
    qsizetype digests = 0, all = 0;
    bool isWhole() const { return digests == all; }
    bool operator==(const DigestTrial &) const = default;
};

struct DigestSearch
{
    std::optional<DigestGuess> guess;
    DigestTrial tried;
};

constexpr qsizetype maxCandidates = 64;
constexpr qsizetype maxDigests = 4'096; ///< of one search; tests/bench/hostile.cpp tells how long that takes

/**
 * Looks for what these credentials were made from: known passwords, also as they are typed wrong, and what devices mix
 * up. Up to two things at a time are wrong, those that are one alone come first; where that is more than `most` sums
 * the rest is left, and counted. A sum that fits is proof.
 */
DigestSearch guessPassword(const DigestCredentials &credentials, std::string_view method,
    const QList<QByteArray> &candidates, const DigestHints &hints, qsizetype most = maxDigests);

/// The one that the credentials were made with as they say; empty where none is.
std::optional<qsizetype> passwordOf(
    const DigestCredentials &credentials, std::string_view method, const QList<QByteArray> &candidates);

} // namespace gb
