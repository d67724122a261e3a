#pragma once
#include "core/report/pseudonyms.h"

#include <QStringList>

/// Sentences about what was removed from an export, as those of core/report/words/wording.h.
namespace gb::wording {

/// "Vendor", as a choice is called.
QString profileName(Profile profile);
/// What it does, in a sentence or two.
QString profileMeaning(Profile profile);
/// "Replaced by pseudonyms: addresses 3, IDs and domains 12, names and texts 5", then what could not be. Empty where
/// the profile replaces nothing.
QStringList identities(Profile profile, const IdentityCounts &counts);

/// An element, or a parameter, that is called a password: "BasicParam/Password".
bool isSecretElement(const QString &path);
/// Its value in a table that others may see, or get: dots for that of a secret one, as many for each.
QString shownValue(const QString &path, const QString &value);

/// "Secrets removed: digests 12, passwords 1", then what could not be removed everywhere. Never empty.
QStringList secrets(const SecretCounts &counts);

} // namespace gb::wording
