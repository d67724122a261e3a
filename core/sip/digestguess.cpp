#include "core/sip/digestguess.h"

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

std::optional<DigestGuess> guessPassword(const DigestCredentials &credentials, std::string_view method, const QList<QByteArray> &candidates, const QList<QByteArray> &users)
{
    const DigestFormula announced = credentials.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth;
    const DigestFormula other = credentials.qop.empty() ? DigestFormula::QopAuth : DigestFormula::Rfc2069;
    const bool otherPossible = !credentials.qop.empty() || !credentials.cnonce.empty() || !credentials.nc.empty();
    const auto count = std::min(candidates.size(), maxCandidates);
    for (int change = 0; change <= static_cast<int>(PasswordChange::FullWidth); ++change) {
        for (qsizetype i = 0; i < count; ++i) {
            const QByteArray password = changed(candidates.at(i), static_cast<PasswordChange>(change));
            if (change > 0 && password == candidates.at(i))
                continue;
            for (qsizetype user = -1; user < std::min<qsizetype>(users.size(), 2); ++user) {
                const std::string_view name = user < 0 ? credentials.username : view(users.at(user));
                if (user >= 0 && name == credentials.username)
                    continue;
                const QByteArray ha1 = digestHa1(name, credentials.realm, view(password));
                for (const DigestFormula formula : {announced, other}) {
                    if ((formula == announced || otherPossible) && fits(credentials, method, ha1, formula))
                        return DigestGuess{i, static_cast<PasswordChange>(change), user >= 0, user >= 0 ? users.at(user) : QByteArray(), formula != announced};
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace gb
