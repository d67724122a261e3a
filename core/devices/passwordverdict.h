#pragma once
#include "core/devices/device.h"

#include <optional>

namespace gb {

/// What a comparison of a refused digest with known passwords said; the record keeps that, and never the passwords.
struct PasswordVerdict
{
    QString device; ///< its ID as it is shown
    Note verdict;
    bool later = false; ///< the passwords became known behind the refusal
    TimePoint at{};     ///< time of the answer that refused it, or of the comparison
};

namespace passwordverdict {

struct Name
{
    NoteCode code;
    const char *name;
};

/// As records have them: never to be changed.
inline constexpr Name names[] = {{NoteCode::WrongPassword, "wrong"}, {NoteCode::PasswordKnown, "known"},
    {NoteCode::PasswordTrimmed, "trimmed"}, {NoteCode::PasswordBlank, "blank"},
    {NoteCode::PasswordLowerCase, "lower-case"}, {NoteCode::PasswordUpperCase, "upper-case"},
    {NoteCode::PasswordCapital, "capital"}, {NoteCode::PasswordFullWidth, "full-width"},
    {NoteCode::PasswordQuoted, "quoted"}, {NoteCode::PasswordLineEnd, "line-end"}, {NoteCode::PasswordCut, "cut"},
    {NoteCode::PasswordEmpty, "empty"}, {NoteCode::PasswordOtherInput, "other-input"},
    {NoteCode::PasswordOtherUser, "other-user"}, {NoteCode::PasswordOtherFormula, "other-formula"},
    {NoteCode::NoCandidateFits, "none-fits"}, {NoteCode::PasswordOfOthers, "of-others"},
    {NoteCode::StaleNonce, "sum-is-right"}};

/// Empty for what is no verdict.
inline QString nameOf(NoteCode code)
{
    for (const Name &one : names) {
        if (one.code == code)
            return QString::fromLatin1(one.name);
    }
    return {};
}

inline std::optional<NoteCode> codeOf(const QString &name)
{
    for (const Name &one : names) {
        if (name == QLatin1String(one.name))
            return one.code;
    }
    return std::nullopt;
}

} // namespace passwordverdict

} // namespace gb
