#include "core/report/words/secretwording.h"

#include "core/base/octets.h"
#include "core/report/redactionnames.h"

#include <QCoreApplication>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("wording", text);
}

QString kindName(SecretKind kind)
{
    switch (kind) {
    case SecretKind::Digest: return say(QT_TRANSLATE_NOOP("wording", "digests"));
    case SecretKind::Credentials: return say(QT_TRANSLATE_NOOP("wording", "credentials"));
    case SecretKind::Password: return say(QT_TRANSLATE_NOOP("wording", "passwords"));
    case SecretKind::UriPassword: return say(QT_TRANSLATE_NOOP("wording", "passwords in URIs"));
    case SecretKind::MediaKey: return say(QT_TRANSLATE_NOOP("wording", "media keys"));
    case SecretKind::KnownValue: return say(QT_TRANSLATE_NOOP("wording", "known secrets elsewhere"));
    case SecretKind::Unreadable: return say(QT_TRANSLATE_NOOP("wording", "bodies that cannot be read"));
    }
    return {};
}

} // namespace

bool isSecretElement(const QString &path)
{
    const QByteArray name = path.mid(path.lastIndexOf(u'/') + 1).toUtf8();
    return redaction::isSecretName(view(name));
}

QString shownValue(const QString &path, const QString &value)
{
    return value.isEmpty() || !isSecretElement(path) ? value : QString(6, u'\u2022');
}

QStringList secrets(const SecretCounts &counts)
{
    QStringList kinds;
    for (std::size_t kind = 0; kind < counts.removed.size(); ++kind) {
        if (counts.removed[kind] != 0)
            kinds << kindName(static_cast<SecretKind>(kind)) + u' ' + QString::number(counts.removed[kind]);
    }
    QStringList lines{kinds.isEmpty()
            ? say(QT_TRANSLATE_NOOP("wording", "No secrets were found."))
            : say(QT_TRANSLATE_NOOP("wording", "Secrets removed: %1")).arg(kinds.join(u", "))};
    if (counts.alsoPublic != 0)
        lines << say(QT_TRANSLATE_NOOP("wording",
                         "Passwords that are public data of this record as well, such as a part of an ID, and were "
                         "removed only where they are named: %1"))
                     .arg(counts.alsoPublic);
    if (counts.notSought != 0)
        lines << say(QT_TRANSLATE_NOOP("wording",
                         "Passwords that are too short, too long or too many to be looked for, and were removed only "
                         "where they are named: %1"))
                     .arg(counts.notSought);
    return lines;
}

QString profileName(Profile profile)
{
    switch (profile) {
    case Profile::Vendor: return say(QT_TRANSLATE_NOOP("wording", "For the vendor"));
    case Profile::OwnSite: return say(QT_TRANSLATE_NOOP("wording", "For the own site"));
    case Profile::Public: return say(QT_TRANSLATE_NOOP("wording", "For the public"));
    case Profile::None: break;
    }
    return say(QT_TRANSLATE_NOOP("wording", "As it was, with secrets"));
}

QString profileMeaning(Profile profile)
{
    switch (profile) {
    case Profile::Vendor:
        return say(QT_TRANSLATE_NOOP("wording",
            "Passwords, keys and what digests were made with are removed. Addresses, IDs, names and places are "
            "pseudonyms; vendor, model and firmware are real."));
    case Profile::OwnSite:
        return say(QT_TRANSLATE_NOOP(
            "wording", "Passwords, keys and what digests were made with are removed. Addresses and IDs are real."));
    case Profile::Public:
        return say(QT_TRANSLATE_NOOP("wording",
            "Passwords, keys and what digests were made with are removed. Addresses, IDs, names and places are "
            "pseudonyms; vendor, model, firmware and remarks are gone."));
    case Profile::None: break;
    }
    return say(QT_TRANSLATE_NOOP(
        "wording", "Contains secrets: nothing is removed. Anyone who gets the file can guess the passwords offline."));
}

QStringList identities(Profile profile, const IdentityCounts &counts)
{
    if (profile != Profile::Vendor && profile != Profile::Public)
        return {};
    QStringList lines{say(
        QT_TRANSLATE_NOOP("wording", "Replaced by pseudonyms: addresses %1, IDs and domains %2, names and texts %3"))
                          .arg(counts.addresses)
                          .arg(counts.ids)
                          .arg(counts.words)};
    if (counts.masked != 0)
        lines << say(QT_TRANSLATE_NOOP("wording", "In base64 or compressed, and made unreadable there: %1"))
                     .arg(counts.masked);
    if (counts.alsoPublic != 0)
        lines << say(QT_TRANSLATE_NOOP("wording",
                         "Names that are words of the protocol, or of a product, as well, and were replaced only where "
                         "names stand: %1"))
                     .arg(counts.alsoPublic);
    if (counts.notSought != 0)
        lines << say(QT_TRANSLATE_NOOP("wording",
                         "Names that are too short, too long or too many to be looked for, and were replaced only "
                         "where names stand: %1"))
                     .arg(counts.notSought);
    return lines;
}

} // namespace gb::wording
