#pragma once
#include "core/report/redaction.h"

#include <QStringList>

/// Sentences about what was removed from an export, as those of core/report/words/wording.h.
namespace gb::wording {

/// "Secrets removed: digests 12, passwords 1", then what could not be removed everywhere. Never empty.
QStringList secrets(const SecretCounts &counts);

} // namespace gb::wording
