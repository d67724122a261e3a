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
};

/// Which known password, in which spelling, user name and formula gives the response that a device sent.
struct DigestGuess
{
    qsizetype candidate = 0; ///< index in the list
    PasswordChange change = PasswordChange::None;
    bool otherUser = false; ///< the user name that went into the sum is `user`, not the header's
    QByteArray user;
    bool otherFormula = false; ///< with qop where the header has none, or without it where it has one
    bool operator==(const DigestGuess &) const = default;
};

constexpr qsizetype maxCandidates = 64; ///< ten times as many responses are computed at most; tests/bench/hostile.cpp
                                        ///< tells how long that takes
constexpr qsizetype maxUsers = 2;

/**
 * Looks for the password that these credentials were made with among known ones, those of devices as they are typed
 * wrong included. `users`: other names that may have gone into the sum. Empty where none fits. One thing is wrong at a
 * time: the spelling, then the user name, then the formula.
 */
std::optional<DigestGuess> guessPassword(const DigestCredentials &credentials, std::string_view method,
    const QList<QByteArray> &candidates, const QList<QByteArray> &users);

} // namespace gb
