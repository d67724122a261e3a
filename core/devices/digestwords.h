#pragma once
#include "core/message/digestguess.h"

#include <QString>

#include <utility>

/// What a comparison of a digest with known passwords found, as one line of text that a Note and the record keep:
/// "realm=3402000000;user=admin". Never to be changed: records have them.
namespace gb::digestwords {

using Pairs = QList<std::pair<QString, QString>>;

/// What else than the header says went into the digest. Safe to show.
QString of(const DigestGuess &guess);
/// How many of each were tried.
QString of(const DigestTrial &tried);
/// Names and values in their order; what is none is left out.
Pairs read(const QString &text);
/// Of a DigestTrial; 0 where it is not there.
qsizetype number(const Pairs &pairs, QStringView name);

} // namespace gb::digestwords
