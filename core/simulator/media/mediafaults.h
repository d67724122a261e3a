#pragma once
#include "core/simulator/media/streamplan.h"

#include <QStringList>

namespace gb {

/// Names of what a device can do wrong with an INVITE and its stream, as --fault and behaviour files take them.
QStringList mediaFaultNames();
bool isMediaFault(QStringView name);
/// Names of others are passed over.
void applyMediaFaults(const QStringList &names, StreamPlan &plan);

} // namespace gb
