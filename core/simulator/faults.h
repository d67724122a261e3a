#pragma once
#include "core/simulator/answer.h"

#include <QStringList>

namespace gb {

/// Names of all faults, those of media too, as --fault and behaviour files take them.
QStringList faultNames();
/// One of them, or one of them and the CmdType that alone it is for: `page-missing@Catalog`.
bool isFault(const QString &name);
/// Does to an answer what these faults do. Those of media do nothing to it.
void applyFaults(const QStringList &names, Answer &answer);

} // namespace gb
