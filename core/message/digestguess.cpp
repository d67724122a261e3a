#include "core/message/digestguess.h"

#include <QString>

namespace gb {
namespace {

QByteArray changed(const QByteArray &password, PasswordChange change)
{
    switch (change) {
    case PasswordChange::None: return password;
    case PasswordChange::Trimmed: return password.trimmed();
    case PasswordChange::Blank: return password + ' ';
    case PasswordChange::LowerCase: return QString::fromUtf8(password).toLower().toUtf8();
    case PasswordChange::UpperCase: return QString::fromUtf8(password).toUpper().toUtf8();
    case PasswordChange::Capital: {
        QString text = QString::fromUtf8(password);
        if (!text.isEmpty())
            text[0] = text[0].isUpper() ? text[0].toLower() : text[0].toUpper();
        return text.toUtf8();
    }
    case PasswordChange::FullWidth: {
        QString text = QString::fromUtf8(password);
        for (QChar &c : text) {
            if (c.unicode() > 0x20 && c.unicode() < 0x7f)
                c = QChar(c.unicode() + 0xfee0);
        }
        return text.toUtf8();
    }
    }
    return password;
}

std::string_view view(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

bool fits(DigestCredentials credentials, std::string_view method, const QByteArray &ha1, DigestFormula formula)
{
    if (formula == DigestFormula::QopAuth && credentials.qop.empty())
        credentials.qop = "auth"; // who sums it up without saying so means this one
    return sameDigest(credentials.response, view(digestResponse(credentials, method, ha1, formula)));
}

} // namespace

std::optional<DigestGuess> guessPassword(const DigestCredentials &credentials, std::string_view method,
    const QList<QByteArray> &candidates, const QList<QByteArray> &users)
{
    const DigestFormula announced = credentials.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth;
    const DigestFormula other = credentials.qop.empty() ? DigestFormula::QopAuth : DigestFormula::Rfc2069;
    const bool otherPossible = !credentials.qop.empty() || !credentials.cnonce.empty() || !credentials.nc.empty();
    const auto count = std::min(candidates.size(), maxCandidates);
    const auto firstThatFits = [&](std::string_view user, DigestFormula formula, PasswordChange change) {
        for (qsizetype i = 0; i < count; ++i) {
            const QByteArray password = changed(candidates.at(i), change);
            if (change != PasswordChange::None && password == candidates.at(i))
                continue;
            if (fits(credentials, method, digestHa1(user, credentials.realm, view(password)), formula))
                return i;
        }
        return qsizetype(-1);
    };
    // One thing wrong at a time: two at once would cost ten times the work and convince nobody
    for (int change = 0; change <= static_cast<int>(PasswordChange::FullWidth); ++change) {
        const auto how = static_cast<PasswordChange>(change);
        if (const qsizetype found = firstThatFits(credentials.username, announced, how); found >= 0)
            return DigestGuess{.candidate = found, .change = how};
    }
    for (const QByteArray &user : users.mid(0, maxUsers)) {
        const qsizetype found = view(user) == credentials.username
            ? -1
            : firstThatFits(view(user), announced, PasswordChange::None);
        if (found >= 0)
            return DigestGuess{.candidate = found, .otherUser = true, .user = user};
    }
    if (const qsizetype found = otherPossible ? firstThatFits(credentials.username, other, PasswordChange::None) : -1;
        found >= 0)
        return DigestGuess{.candidate = found, .otherFormula = true};
    return std::nullopt;
}

} // namespace gb
